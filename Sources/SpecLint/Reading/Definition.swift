package import MacroExpansion
import SpecSyntax

/// A macro to define before a spec is read, as rpm's `--define` takes it.
public struct Definition: Sendable, Hashable {
  /// "NAME BODY" or "NAME(OPTIONS) BODY".
  package let text: String
  package let define: WorkerConfiguration.Define

  /// Refuses a text without a name or a body.
  public init(_ text: String) throws(LintFailure) {
    guard let define = WorkerConfiguration.Define(argument: text) else {
      throw LintFailure("'\(text)' does not define a macro; write 'NAME BODY'")
    }
    self.text = text
    self.define = define
  }
}

extension WorkerConfiguration.Define {
  /// nil without a name or a body.
  fileprivate init?(argument: String) {
    let blanks: Set<UInt8> = [0x20, 0x09]
    let text = Array(argument.utf8).drop { blanks.contains($0) }
    let name = text.prefix(while: \.isNameByte)
    guard !name.isEmpty else { return nil }
    var rest = text.dropFirst(name.count)
    var options: String?
    if rest.first == UInt8(ascii: "(") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else { return nil }
      options = String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self)
      rest = rest[(close + 1)...]
    }
    guard let separator = rest.first, blanks.contains(separator) else { return nil }
    let body = rest.drop { blanks.contains($0) }
    guard !body.isEmpty else { return nil }
    self.init(name: String(decoding: name, as: UTF8.self), options: options, body: Array(body))
  }
}
