/// What a btrfs quota group says of a subvolume, from the output of `btrfs qgroup show`.
package struct QuotaGroup: Sendable, Equatable {
  /// "0/256".
  package let id: String
  /// Bytes that can be reached from the subvolume.
  package let referenced: Int
  /// Those of them that no other subvolume or snapshot holds: what deleting it would free.
  package let exclusive: Int
  /// nil where there is no limit.
  package let maximumReferenced: Int?
  package let maximumExclusive: Int?

  /// What to run for the group of the subvolume that holds a folder: its own group (`-f`), with both limits, in bytes.
  package static func command(for path: String, asJSON: Bool) -> [String] {
    ["btrfs"] + (asJSON ? ["--format", "json"] : []) + ["qgroup", "show", "-r", "-e", "-f", "--raw", path]
  }

  /// The JSON of btrfs-progs 5.18 and later: all values are strings in some releases and numbers in others.
  package init?(json: [UInt8]) {
    let text = String(decoding: json, as: UTF8.self)
    guard let list = text.firstRange(of: "\"qgroup-show\""), let open = text[list.upperBound...].firstIndex(of: "{"),
      let close = text[open...].firstIndex(of: "}")
    else { return nil }
    var members: [String: String] = [:]
    for line in text[open...close].split(whereSeparator: { $0 == "\n" || $0 == "," || $0 == "{" || $0 == "}" }) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      members[Self.bare(line[..<colon])] = Self.bare(line[line.index(after: colon)...])
    }
    self.init(
      [members["qgroupid"], members["referenced"], members["exclusive"], members["max_referenced"], members["max_exclusive"]])
  }

  /// The table of older releases: two header lines, then "0/256 16384 16384 none none".
  package init?(table: [UInt8]) {
    let rows = table.split(separator: 0x0A).map { line in line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) } }
    guard let row = rows.first(where: { $0.count >= 5 && $0[0].contains("/") && $0[0].first?.isNumber == true }) else { return nil }
    self.init(row.prefix(5).map(Optional.some))
  }

  private init?(_ fields: [String?]) {
    guard let id = fields[0], let referenced = fields[1].flatMap({ Int($0) }), let exclusive = fields[2].flatMap({ Int($0) }) else {
      return nil
    }
    self.id = id
    self.referenced = referenced
    self.exclusive = exclusive
    maximumReferenced = fields[3].flatMap { Int($0) }
    maximumExclusive = fields[4].flatMap { Int($0) }
  }

  private static func bare(_ text: some StringProtocol) -> String {
    String(text.filter { $0 != "\"" && $0 != " " && $0 != "\t" && $0 != "[" && $0 != "]" })
  }
}
