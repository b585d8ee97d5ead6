package import ShellSyntax

/// What parameter expansion does to a text, apart from patterns; on bytes.
package enum ParameterText {
  /// `${v:offset:length}`; nil where bash refuses the length.
  package static func substring(_ text: [UInt8], offset: Int, length: Int?) -> [UInt8]? {
    let start = offset < 0 ? text.count + offset : offset
    guard start >= 0, start <= text.count else { return [] }
    guard let length else { return Array(text[start...]) }
    let end = length < 0 ? text.count + length : start + min(length, text.count - start)
    guard end >= start else { return nil }
    return Array(text[start..<end])
  }

  /// `${v^}` and its kin; nil as the pattern stands for every character.
  package static func caseModified(
    _ text: [UInt8], _ kind: ParameterExpansion.CaseModification, pattern: ShellPattern? = nil
  ) -> [UInt8] {
    text.enumerated().map { index, byte in
      if let pattern, !pattern.matches([byte]) { return byte }
      switch kind {
      case .upperAll: return byte.uppercased
      case .lowerAll: return byte.lowercased
      case .upperFirst: return index == 0 ? byte.uppercased : byte
      case .lowerFirst: return index == 0 ? byte.lowercased : byte
      }
    }
  }

  /// `${v@Q}`: in single quotes; nil for control characters, which bash writes as `$'…'`.
  package static func quoted(_ text: [UInt8]) -> [UInt8]? {
    guard text.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
    var output = [UInt8(ascii: "'")]
    for byte in text { output += byte == UInt8(ascii: "'") ? Array(#"'\''"#.utf8) : [byte] }
    return output + [UInt8(ascii: "'")]
  }
}
