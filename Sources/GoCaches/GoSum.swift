/// The versions that go.sum files name: `MODULE VERSION[/go.mod] HASH`, a line each.
package struct GoSum: Sendable {
  private var versions: Set<String> = []

  package init() {}

  package mutating func add(_ text: [UInt8]) {
    for line in text.split(separator: 0x0A) {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      // A line for go.mod alone needs no more than `.mod`, which is never removed.
      guard words.count == 3, !words[1].hasSuffix("/go.mod") else { continue }
      versions.insert("\(words[0])@\(words[1])")
    }
  }

  package var isEmpty: Bool { versions.isEmpty }
  package func names(_ version: ModuleVersion) -> Bool { versions.contains("\(version.module)@\(version.version)") }
}
