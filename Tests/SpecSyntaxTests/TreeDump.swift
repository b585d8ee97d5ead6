import Diagnostics
import SpecSyntax

/// A tree as a test writes it down: a node in parentheses, sections in brackets, text as it stands.
///
/// `[preamble (tag Name "hello") (if "0%{?el7}") (text) (endif)]`; calls and conditionals have dumps of their own.
struct TreeDump {
  let spec: Spec

  init(_ text: String) { spec = Spec(Array(text.utf8)) }

  var text: String {
    spec.sections.map { section in
      let header = section.header.map { ([$0.keyword.rawValue] + $0.arguments.map(quoted)).joined(separator: " ") }
      let lines = spec.lines(of: section).map(line)
      return "[" + ([header ?? "preamble"] + lines).joined(separator: " ") + "]"
    }.joined(separator: " ")
  }

  private func line(_ line: SpecLine) -> String {
    let text = content(line.content)
    guard let condition = line.condition else { return text }
    return "(when \(words(condition.reference.isNegated ? "!" : "", condition.reference.name)) \(text))"
  }

  private func content(_ content: SpecLine.Content) -> String {
    switch content {
    case .blank: return "()"
    case .comment: return "(#)"
    case .header(let header): return "(header \(header.keyword))"
    case .directive(let keyword, let argument):
      return "(\(keyword.rawValue.dropFirst())\(argument.isEmpty ? "" : " " + quoted(argument)))"
    case .definition(let definition): return Self.definition(definition, in: spec.bytes)
    case .tag(let tag):
      let qualifier = tag.qualifier.map { "(\(word($0)))" } ?? ""
      return "(tag \(word(tag.name))\(qualifier)\(tag.value.isEmpty ? "" : " " + quoted(tag.value)))"
    case .file(let entry):
      let directives = entry.directives.map { "%" + word($0.name) + ($0.arguments.map { "(\(word($0)))" } ?? "") }
      return "(file \((directives + entry.paths.map(quoted)).joined(separator: " ")))"
    case .changelogHeading(let heading): return "(entry \(quoted(heading.date)) \(quoted(heading.author)))"
    case .text: return "(text)"
    }
  }

  static func definition(_ definition: MacroDefinitionNode, in bytes: [UInt8]) -> String {
    func word(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let options = definition.options.map { "(\(word($0)))" } ?? ""
    return "(\(definition.isGlobal ? "global" : "define") \(word(definition.name))\(options) \"\(word(definition.body))\")"
  }

  // MARK: Calls

  /// The calls of all lines: `name`, `{name}`, `{?name:…}`, `(…)`, `[…]`, each with those in it.
  var calls: String { calls(spec.lines.flatMap(\.pieces)) }

  private func calls(_ pieces: [MacroPiece]) -> String {
    pieces.compactMap { piece -> String? in
      guard case .call(let call) = piece else { return nil }
      let reference = call.reference
      let flags = (reference.isNegated ? "!" : "") + (reference.isConditional ? "?" : "")
      let inner = calls(call.pieces)
      let name = flags + word(reference.name) + (reference.body == nil ? "" : ":") + (inner.isEmpty ? "" : " " + inner)
      switch reference.form {
      case .plain: return inner.isEmpty ? name : "<\(name)>"
      case .braced: return "{\(name)}"
      case .shell: return "(\(inner))"
      case .expression: return "[\(inner)]"
      }
    }.joined(separator: " ")
  }

  // MARK: Conditionals

  /// `if 1-2 else 4-4 end 5`: each branch with its first and last line, 1-based; `-` for none.
  var conditionals: String {
    spec.conditionals.map { conditional in
      let branches = conditional.branches.map { branch in
        let lines = branch.body.isEmpty ? "-" : "\(branch.body.lowerBound + 1)-\(branch.body.upperBound)"
        return "\(branch.keyword.rawValue.dropFirst()) \(lines)"
      }
      let end = conditional.end.map { "endif \($0 + 1)" } ?? "open"
      return (branches + [end]).joined(separator: " ") + (conditional.depth > 0 ? " in \(conditional.depth)" : "")
    }.joined(separator: "; ")
  }

  private func word(_ range: ByteRange) -> String { String(decoding: spec[range], as: UTF8.self) }
  private func words(_ flag: String, _ range: ByteRange) -> String { flag + word(range) }
  private func quoted(_ range: ByteRange) -> String { "\"\(word(range))\"" }
}
