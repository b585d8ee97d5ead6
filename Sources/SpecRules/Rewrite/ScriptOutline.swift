import Diagnostics
import ShellSyntax

/// What stands at the top of a scriptlet, in no loop, function, condition or substitution.
struct ScriptOutline {
  private let statements: [Statement]
  private let bytes: [UInt8]

  /// - Returns: nil where a shell would not read the scriptlet.
  init?(_ bytes: [UInt8]) {
    let (script, errors) = ShellParser.parse(bytes)
    guard errors.isEmpty else { return nil }
    statements = script.statements
    self.bytes = bytes
  }

  /// The `&` that sends a command to the background; nil where the command is not a statement of the scriptlet itself.
  func ampersand(after command: ByteRange) -> Int? {
    guard let statement = plain(command), statement.isBackground else { return nil }
    var offset = max(statement.first.range.upperBound, command.upperBound)
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset < bytes.count && bytes[offset] == UInt8(ascii: "&") ? offset : nil
  }

  func isTopLevel(_ command: ByteRange) -> Bool { plain(command) != nil }

  /// The statement that is one simple command and holds a range.
  private func plain(_ command: ByteRange) -> Statement? {
    statements.first { statement in
      guard statement.rest.isEmpty, statement.first.commands.count == 1, case .simple = statement.first.commands[0].kind else {
        return false
      }
      return statement.range.lowerBound <= command.lowerBound && command.upperBound <= statement.range.upperBound
    }
  }
}
