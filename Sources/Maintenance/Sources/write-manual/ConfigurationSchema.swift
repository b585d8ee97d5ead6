/// The JSON schema of configurations, as `rpmscope config --schema` prints it.
///
/// Only what a manual page shows.
struct ConfigurationSchema: Decodable {
  let title: String
  let properties: [String: Value]

  struct Value: Decodable {
    let description: String?
    let type: String?
    let words: [String]?
    let items: Items?

    enum CodingKeys: String, CodingKey {
      case description, type, items
      case words = "enum"
    }

    /// What stands behind the key. A key without one type takes a single value or a list of them.
    var kind: String {
      switch (words, type) {
      case (.some, _): "word"
      case (nil, "number"): "seconds"
      case (nil, "string"): "file"
      case (nil, "object"): "mapping"
      case (nil, "array"): "list"
      case (nil, _): "value or list"
      }
    }
  }

  /// Of a list of mappings; the others have no keys.
  struct Items: Decodable {
    let properties: [String: Value]?
  }
}
