internal import MacroExpansion
internal import SpecSyntax

/// What is wrong with a section's header.
struct SectionProblem: Error {
  let reason: String
}

/// `%build -a` and `%build -p`, which add to a build scriptlet (`parseSimpleScript`, `applyAppendPrepend` in rpm ≥ 4.20).
extension Section {
  enum Addition {
    case append, prepend
  }

  /// The header's options; they may be given twice, not both.
  func addition() throws(SectionProblem) -> Addition? {
    let letters: [UInt8]
    do {
      letters = try PoptWords.options([[]] + arguments, plain: "ap", withArgument: "").options.map(\.letter)
    } catch {
      throw SectionProblem(reason: "bad option of %\(keyword)")
    }
    let appends = letters.contains(UInt8(ascii: "a"))
    let prepends = letters.contains(UInt8(ascii: "p"))
    guard !(appends && prepends) else { throw SectionProblem(reason: "%\(keyword) cannot both append and prepend") }
    return appends ? .append : prepends ? .prepend : nil
  }

  /// Not to be added to another section.
  var isWhole: Bool { (try? addition()) == nil }

  /// Sections with the additions made, in the order in which they stand: each scriptlet is one text.
  static func joined(_ sections: [Section]) -> [Section] {
    var result: [Section] = []
    var additions: [Section] = []
    for section in sections {
      if section.keyword.isBuildScriptlet, !section.isWhole {
        additions.append(section)
      } else {
        result.append(section)
      }
    }
    for addition in additions {
      guard let index = result.firstIndex(where: { $0.keyword == addition.keyword }) else {
        // In front of what follows it in the spec.
        let place = result.firstIndex { $0.line > addition.line } ?? result.count
        result.insert(Section(addition.keyword, line: addition.line, text: addition.text), at: place)
        continue
      }
      let isAppended = (try? addition.addition()) == .append
      var text = isAppended ? result[index].text : addition.text
      text.append(isAppended ? addition.text : result[index].text)
      result[index].text = text
    }
    return result
  }
}
