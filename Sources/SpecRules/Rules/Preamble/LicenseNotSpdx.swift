package import Diagnostics
import MacroExpansion
import SpecSyntax

/// `License:` is not an SPDX expression.
///
/// ## What it does
/// Reports the first part of `License:` that the SPDX license list does not know, and `and` and `or` in small letters.
///
/// ## Why it matters
/// Tools that compare licenses read SPDX expressions. `GPLv2+` and `ASL 2.0` are names that Fedora used before.
///
/// Source: Fedora's licensing documentation, under *The License: field*; openSUSE's packaging guideline, under *License*; SPDX 3.0.1, annex B.
///
/// ## Example
/// ```
/// License: GPLv2+ and ASL 2.0
/// ```
///
/// ## Use instead
/// Write SPDX identifiers, joined with AND, OR and WITH.
/// ```
/// License: GPL-2.0-or-later AND Apache-2.0
/// ```
///
/// ## When it stays silent
/// For `LicenseRef-…`, for what a macro that is not known writes, and for other targets: Enterprise Linux 9 and ALT have the old names.
///
/// ## Settings
/// For Fedora and openSUSE.
package struct LicenseNotSpdx: Rule {
  package static let severity: Severity = .warning
  package static let profiles: Set<Profile> = [.fedora, .opensuse]

  package init() {}

  package func check(_ context: RuleContext) -> [Diagnostic] {
    guard !context.isPartlyUnknown(.preamble) else { return [] }
    let found = context.spec.tags.compactMap { tag -> (wrong: String, parts: LicenseParts, place: FileRange)? in
      guard tag.name.lowercased() == "license", !tag.text.contains("%"), let place = tag.value.source(of: 0..<tag.value.bytes.count) else {
        return nil
      }
      let parts = LicenseParts(tag.text)
      return parts.wrong.map { ($0, parts, context.place(place)) }
    }
    guard let first = found.first else { return [] }
    let meant = first.parts.isOneName ? [] : first.parts.inSPDX.map { [Note("in SPDX the whole is '\($0)'")] } ?? []
    let others = found.dropFirst().map { Note("'\($0.wrong)' is not in SPDX either", at: $0.place) }
    return [
      Diagnostic(rule: Self.id, severity: Self.severity, message: .notSPDX(first.wrong), place: first.place, notes: meant + others)
    ]
  }
}

/// The names and operators of a license expression, old or new.
private struct LicenseParts {
  private var parts: [Part] = []

  private enum Part {
    case name(String)
    /// As written.
    case word(String)
  }

  init(_ text: String) {
    var name: [Substring] = []
    let spaced = text.replacing("(", with: " ( ").replacing(")", with: " ) ")
    for word in spaced.split(whereSeparator: \.isWhitespace) {
      if ["and", "or", "with", "(", ")"].contains(word.lowercased()), !(word == "with" && name.last == "BSD") {
        finish(&name)
        parts.append(.word(String(word)))
      } else {
        name.append(word)
      }
    }
    finish(&name)
  }

  private mutating func finish(_ name: inout [Substring]) {
    if !name.isEmpty { parts.append(.name(name.joined(separator: " "))) }
    name = []
  }

  /// Of which the message says all.
  var isOneName: Bool { parts.count == 1 }

  /// What is not SPDX.
  var wrong: String? {
    for part in parts {
      switch part {
      case .name(let name): if !SPDXLicenses.isIdentifier(name) { return name }
      case .word(let word): if word != word.uppercased() { return word }
      }
    }
    return nil
  }

  /// The same in SPDX; nil where a name stands for several licenses, or for none that is known.
  var inSPDX: String? {
    var words: [String] = []
    for part in parts {
      switch part {
      case .name(let name):
        if SPDXLicenses.isIdentifier(name) {
          words.append(name)
        } else if let meant = SPDXLicenses.formerNames[name.lowercased()] {
          words.append(meant)
        } else {
          return nil
        }
      // What the exception is called in SPDX is not known.
      case .word(let word): if word == "with" { return nil } else { words.append(word.uppercased()) }
      }
    }
    return words.joined(separator: " ").replacing("( ", with: "(").replacing(" )", with: ")")
  }
}

extension String {
  fileprivate static func notSPDX(_ part: String) -> String {
    if ["and", "or", "with"].contains(part.lowercased()) {
      return "'\(part)' is not an SPDX operator; write '\(part.uppercased())'"
    }
    let meant = SPDXLicenses.formerNames[part.lowercased()]
    return "'\(part)' is not an SPDX license identifier\(meant.map { "; write '\($0)'" } ?? "")"
  }
}
