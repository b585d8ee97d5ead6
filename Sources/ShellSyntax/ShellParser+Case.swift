extension ShellParser {
  /// `case word in [(] pattern [| pattern]… ) list ;; … esac`
  mutating func caseClause() -> Command.Kind {
    let start = offset
    _ = accept(.case)
    skipBlanks()
    let subject = word(.command)
    if subject.parts.isEmpty { report("no word after 'case'", from: start, to: start + 4) }
    var clause = CaseClause(word: subject, items: [])
    skipNewlines()
    guard accept(.in) else {
      report("'case' without 'in'", from: start, to: start + 4)
      return .caseClause(clause)
    }
    while true {
      skipNewlines()
      if accept(.esac) { break }
      guard !atEnd, let item = caseItem() else {
        report("'case' without 'esac'", from: start, to: start + 4)
        break
      }
      clause.items.append(item)
    }
    return .caseClause(clause)
  }

  /// nil when there is no pattern, so that nothing was read.
  private mutating func caseItem() -> CaseClause.Item? {
    let start = offset
    let hasParenthesis = accept("(")
    var patterns: [Word] = []
    repeat {
      skipBlanks()
      guard startsWord else {
        if !patterns.isEmpty { reportUnexpected() }
        break
      }
      patterns.append(word(.command))
      skipBlanks()
    } while accept("|")
    guard !patterns.isEmpty else {
      if hasParenthesis { offset = start }
      return nil
    }
    if !accept(")") {
      reportUnexpected()
      if terminator()?.kind == .esac { return CaseClause.Item(patterns: patterns, body: [], terminator: .breakCase) }
    }
    let body = statements(until: [.caseBreak, .esac])
    return CaseClause.Item(patterns: patterns, body: body, terminator: caseTerminator())
  }

  private mutating func caseTerminator() -> CaseClause.Terminator {
    if accept(";;&") { return .testNext }
    if accept(";;") { return .breakCase }
    if accept(";&") { return .fallThrough }
    return .breakCase
  }
}
