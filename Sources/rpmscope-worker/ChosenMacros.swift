import MacroExpansion

/// What a reader needs to have loaded; specs with the same selection share a `ForkServer`.
struct MacroSelection: Hashable {
  /// "host" or a bundled target's name.
  let target: String
  /// Names of the layers that are loaded over it, in order.
  let layers: [String]
  /// Whether Lua keeps what writes and executes.
  let allowsShell: Bool
}

/// The macros that a spec is read with, and why these.
struct ChosenMacros: Equatable {
  let target: String
  let layers: [String]
  /// Empty where the caller named the target.
  let reason: String
  /// Whether no sign speaks for another distribution; true where the caller named it.
  let isSure: Bool
  /// Whether the caller named it.
  let isNamed: Bool
}

extension ChosenMacros: WireCodable {
  func write(into writer: inout WireWriter) {
    writer.write(target)
    writer.write(layers) { $1.write($0) }
    writer.write(reason)
    writer.write(isSure)
    writer.write(isNamed)
  }

  init(from reader: inout WireReader) throws(WireError) {
    target = try reader.readString()
    layers = try reader.readArray { reader throws(WireError) in try reader.readString() }
    reason = try reader.readString()
    isSure = try reader.readBool()
    isNamed = try reader.readBool()
  }
}
