extension SourceFile {
  /// The column of a place, 1-based, in UTF-16 code units of the line's repaired text, as SARIF counts and, from 0, LSP.
  package func utf16Column(of location: SourceLocation) -> Int {
    String(decoding: line(location.line).prefix(location.column - 1), as: UTF8.self).utf16.count + 1
  }
}
