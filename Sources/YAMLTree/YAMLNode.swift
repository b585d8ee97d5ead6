import Yams

/// A YAML value with its place; the only module that knows the library behind it.
///
/// Scalars are kept as text: what a key takes is its schema's to say. Aliases are followed as far as `sizeLimit` goes, so that a few
/// lines cannot stand for millions of values.
package struct YAMLNode: Sendable {
  package indirect enum Content: Sendable {
    case scalar(String)
    case list([YAMLNode])
    /// In the file's order; keys that are no scalars are refused.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  /// 1-based.
  package let line: Int
  /// 1-based, in characters.
  package let column: Int

  package static let byteLimit = 256 << 10
  private static let sizeLimit = 20_000
  private static let depthLimit = 16

  /// The document's root; nil for an empty one.
  package static func parse(_ bytes: [UInt8]) throws(YAMLProblem) -> YAMLNode? {
    guard bytes.count <= byteLimit else { throw YAMLProblem("the file is larger than \(byteLimit >> 10) KiB", line: 1, column: 1) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw YAMLProblem("the file is not valid UTF-8", line: 1, column: 1)
    }
    try checkDepth(of: text)
    let root: Node?
    do { root = try compose(yaml: text, .basic, .default, .utf8) } catch { throw YAMLProblem(error) }
    var size = 0
    guard let root else { return nil }
    return try converted(root, depth: 0, size: &size)
  }

  private static func converted(_ node: Node, depth: Int, size: inout Int) throws(YAMLProblem) -> YAMLNode {
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    size += 1
    guard size <= sizeLimit, depth <= depthLimit else {
      throw YAMLProblem("too many values, or values nested too deeply", line: line, column: column)
    }
    let content: Content
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string)
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try converted(element, depth: depth + 1, size: &size)) }
      content = .list(elements)
    case .mapping(let mapping):
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping {
        pairs.append((try converted(key, depth: depth + 1, size: &size), try converted(value, depth: depth + 1, size: &size)))
      }
      content = .mapping(pairs)
    case .alias: throw YAMLProblem("undefined alias", line: line, column: column)
    }
    return YAMLNode(content: content, line: line, column: column)
  }

  /// The library reads nested values by recursion; more levels than any configuration has would take the stack.
  private static func checkDepth(of text: String) throws(YAMLProblem) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let markers = line.utf8.count { "[{?-".utf8.contains($0) }
      let indentation = line.utf8.prefix { $0 == 0x20 }.count
      guard markers <= 200, indentation <= 200 else {
        throw YAMLProblem("this line has too many nested values", line: number + 1, column: 1)
      }
    }
  }
}

/// Why a text is no YAML.
package struct YAMLProblem: Error, Sendable {
  package let message: String
  package let line: Int
  package let column: Int

  package init(_ message: String, line: Int, column: Int) {
    self.message = message
    self.line = line
    self.column = column
  }

  init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      self.init("invalid YAML: \(problem)", line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      self.init("\(names) is given twice; keep one", line: context.mark.line, column: context.mark.column)
    case .reader(let problem, _, _, _): self.init("invalid YAML: \(problem)", line: 1, column: 1)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, nil:
      self.init("invalid YAML", line: 1, column: 1)
    }
  }
}
