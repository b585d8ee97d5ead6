internal import Diagnostics
internal import Glibc
internal import MacroExpansion
internal import MacroTargets
internal import RPMMacros
internal import SpecSyntax

/// A line as rpm's parsers get it.
struct ReadLine {
  /// After expansion and stripping; empty for conditionals and in branches not taken.
  var text: ExpandedText
  /// The logical line of the file it came from.
  var place: SourceReference
  /// The line feed that `rpmspec -P` prints where the text was stripped.
  var lineFeed: Origin
}

/// Reads a spec line by line as rpm does: joins, expands, splits again, follows `%if` and `%include` (`readLine` in rpm's build/parseSpec.c).
///
/// Where rpm gives up it reports a problem and reads on: a condition that cannot be evaluated counts as false, an unclosed
/// one as closed at the end, a file that cannot be included as empty.
struct LineReader {
  private struct OpenFile {
    var index: Int
    var position = 0
    var line = 0
  }

  private let engine: MacroEngine
  private let state: EvaluationState
  private let includes: IncludeResolver
  private let decisions: [Int: Bool]
  private let dialect: RPMDialect
  private let identity: IdentityReplacement
  private var stack: [OpenFile] = []
  private var scanner = LogicalLineScanner()
  private var branches = BranchStack()
  /// The expanded logical line and how much of it has been handed out.
  private var pending = ExpandedText()
  private var pendingPosition = 0
  private var pendingPlace = SourceReference(range: 0..<0)
  /// Of the condition that is being decided.
  private var conditionPlace = SourceReference(range: 0..<0)
  /// Lines that follow the last file's.
  private var generated: ArraySlice<[UInt8]> = []
  private var generatedPlace = SourceReference(range: 0..<0)

  private static let includeDepthLimit = 32
  /// Files that are read in all: one that includes itself twice would otherwise be read without end.
  private static let includeLimit = 1_000

  /// - Parameter decisions: what to take conditions for, by the byte offset of their line in the spec, instead of evaluating them.
  init(
    engine: MacroEngine, state: EvaluationState, includes: IncludeResolver, decisions: [Int: Bool], identity: IdentityReplacement,
    dialect: RPMDialect
  ) {
    self.engine = engine
    self.state = state
    self.includes = includes
    self.decisions = decisions
    self.identity = identity
    self.dialect = dialect
    open(0)
  }

  /// The 1-based line of the current file that is being read.
  var lineNumber: Int { stack.last?.line ?? 0 }

  mutating func next(_ stripping: LineStripping) -> ReadLine? {
    while true {
      if pendingPosition >= pending.bytes.count {
        guard fill() else {
          finish()
          return nil
        }
      }
      let start = pendingPosition
      let keyword = LineKeyword(line: pending.bytes[start...]) ?? skippedCondition(at: start)
      var line = takeLine(isDirective: keyword != nil)
      let lineFeed = lineFeedOrigin(of: line)
      if branches.isReading, keyword == .include {
        include(line)
        continue
      }
      if let keyword, keyword != .include {
        conditionPlace = placeOfCondition(line, from: start)
        decide(keyword, strip(line, [.comments, .trailingSpace]))
        line = ExpandedText()
      } else if !branches.isReading {
        line = ExpandedText()
      } else {
        line = strip(line, stripping)
      }
      return ReadLine(text: line, place: pendingPlace, lineFeed: lineFeed)
    }
  }

  /// Adds logical lines that stand in no file.
  ///
  /// - Parameter place: what they come from.
  mutating func append(_ lines: [[UInt8]], at place: SourceReference) {
    generated += lines
    generatedPlace = place
  }

  // MARK: Files and logical lines

  private mutating func open(_ index: Int) {
    stack.append(OpenFile(index: index))
    engine.push("__file_name", body: Array(state.spec.files[index].path.utf8), isLiteral: true)
  }

  /// Expands the next logical line; false at the end of the last file.
  private mutating func fill() -> Bool {
    while let top = stack.last {
      let file = state.spec.files[top.index]
      guard top.position < file.bytes.count else {
        stack.removeLast()
        engine.pop("__file_name")
        continue
      }
      let (range, isComplete) = scanner.line(in: file.bytes, from: top.position)
      stack[stack.count - 1].position = range.upperBound
      stack[stack.count - 1].line = file.location(of: max(range.lowerBound, range.upperBound - 1)).line
      pendingPlace = SourceReference(file: top.index, range: range)
      state.place = pendingPlace
      if !isComplete {
        state.report(.unclosedMacro, "macro or line continuation that starts here is not closed before the end of the file")
      }
      expandPending(file, range)
      pendingPosition = 0
      return true
    }
    return fillFromGenerated()
  }

  private mutating func fillFromGenerated() -> Bool {
    guard let line = generated.popFirst() else { return false }
    pendingPlace = generatedPlace
    state.place = pendingPlace
    let expansion = engine.expand(line)
    state.report(engine.takeMessages())
    let name = String(decoding: line.dropFirst().prefix(while: \.isNameByte), as: UTF8.self)
    pending = ExpandedText()
    pending.append(expansion.text, origin: .macro(file: pendingPlace.file, call: pendingPlace.range, name: name))
    pendingPosition = 0
    return true
  }

  private mutating func expandPending(_ file: SourceFile, _ range: ByteRange) {
    let keyword = LineKeyword(line: file.bytes[range])
    if let keyword, !keyword.takesArgument { reportTokens(after: keyword, file.bytes[range]) }
    let isExpanded = keyword?.continuesBranch == true ? branches.isReadable : branches.isReading
    guard isExpanded else {
      pending = ExpandedText()
      pending.append(file.bytes[range], origin: .verbatim(file: pendingPlace.file, offset: range.lowerBound))
      return
    }
    if file.bytes[range].contains(0) {
      state.report(.nulByte, "NUL byte: rpm does not read the rest of this line")
    }
    engine.push("__file_lineno", body: Array(String(lineNumber).utf8), isLiteral: true)
    pending = SegmentExpander(engine: engine, state: state).expand(file.bytes, range, file: pendingPlace.file)
    engine.pop("__file_lineno")
    identity.afterLine(engine)
  }

  /// What follows `%else` and `%endif`, also where lines are skipped (`expandMacrosInSpecBuf`): rpm warns since 4.15, and refuses what is
  /// no comment since 4.20.
  private func reportTokens(after keyword: LineKeyword, _ line: ArraySlice<UInt8>) {
    let start = line.firstIndex { !$0.isSpace } ?? line.endIndex
    let rest = line[min(line.endIndex, start + keyword.rawValue.utf8.count)...].drop(while: \.isSpace)
    guard let first = rest.first, dialect.notesWordsAfterEndif else { return }
    let isRefused = dialect.refusesWordsAfterEndif
    if isRefused, first == UInt8(ascii: "#") { return }
    let end = rest.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? rest.endIndex
    let text = String(decoding: rest[..<end].prefix(100).prefix { $0 != 0x0A }, as: UTF8.self)
    let isElseIf = keyword == .else && (text.hasPrefix("if ") || text.hasPrefix("%if"))
    let meaning = isElseIf ? "; write '%elif', as rpm takes this for a plain '%else'" : ""
    state.report(
      .tokensAfterConditional, "text after \(keyword.rawValue): '\(text)'\(meaning)",
      at: SourceReference(file: pendingPlace.file, range: rest.startIndex..<end),
      cause: .parser(says: "extra tokens at the end of \(keyword.rawValue) directive", severity: isRefused ? .error : .warning))
  }

  /// One line of the expanded text; directives swallow escaped line feeds (`copyNextLineFinish`).
  private mutating func takeLine(isDirective: Bool) -> ExpandedText {
    let bytes = pending.bytes
    let start = pendingPosition
    var end = start
    while end < bytes.count {
      guard let newline = bytes[end...].firstIndex(of: 0x0A) else {
        end = bytes.count
        break
      }
      end = newline + 1
      if !(isDirective && newline > start && bytes[newline - 1] == UInt8(ascii: "\\")) { break }
    }
    pendingPosition = end
    return pending[start..<end]
  }

  private func strip(_ line: ExpandedText, _ stripping: LineStripping) -> ExpandedText {
    // A comment leaves the white space before it, as in `handleComments`.
    let text = line.bytes.firstIndex { !$0.isSpace }
    if stripping.contains(.comments), let text, line.bytes[text] == UInt8(ascii: "#") { return line[0..<text] }
    guard stripping.contains(.trailingSpace) else { return line }
    let end = line.bytes.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
    return end == line.bytes.count ? line : line[0..<end]
  }

  private func lineFeedOrigin(of line: ExpandedText) -> Origin {
    if line.bytes.last == 0x0A, let run = line.runs.last { return run.origin.advanced(by: run.length - 1) }
    let end = pendingPlace.range.upperBound
    return .macro(file: pendingPlace.file, call: end..<end, name: "")
  }

  // MARK: Conditions

  /// ALT's conditions that are macros open a level also where lines are skipped and nothing is expanded.
  private func skippedCondition(at start: Int) -> LineKeyword? {
    guard dialect.isALT, !branches.isReading else { return nil }
    let word = pending.bytes[start...].drop { $0.isBlank }.prefix { !$0.isSpace }
    return Self.altConditions.contains(where: { word.elementsEqual($0.utf8) }) ? .if : nil
  }

  private static let altConditions = ["%if_with", "%if_without", "%if_enabled", "%if_disabled", "%ifdef", "%ifndef"]

  /// A condition that a backslash joins to the lines before it is told where it stands, as rpm does.
  private func placeOfCondition(_ line: ExpandedText, from start: Int) -> SourceReference {
    guard start > 0, let own = line.source(of: 0..<line.bytes.count), own.file == pendingPlace.file else { return pendingPlace }
    return own
  }

  private mutating func decide(_ keyword: LineKeyword, _ line: ExpandedText) {
    if let complaint = branches.complaint(about: keyword) {
      return state.report(.misplacedConditional, complaint, at: conditionPlace)
    }
    switch keyword {
    case .else: branches.takeElse(state, at: conditionPlace)
    case .endif: branches.close(state, at: conditionPlace)
    case .include: break
    case .if, .ifarch, .ifnarch, .ifos, .ifnos, .elif, .elifarch, .elifos:
      let isReached = keyword.opensBranch ? branches.isReading : branches.isReadable
      var argument = line.bytes.drop { $0.isSpace }.dropFirst(keyword.rawValue.utf8.count)
      // The line feed rpm joined over becomes blanks.
      if argument.contains(0x0A) { argument = Self.joined(argument) }
      let isTrue = isReached && truth(of: keyword, argument)
      branches.enter(keyword, isTrue: isTrue, isReached: isReached, state, at: conditionPlace)
    }
  }

  private static func joined(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var copy = text
    for index in copy.indices.dropFirst() where copy[index] == 0x0A && copy[index - 1] == UInt8(ascii: "\\") {
      copy[index] = 0x20
      copy[index - 1] = 0x20
    }
    return copy
  }

  private mutating func truth(of keyword: LineKeyword, _ argument: ArraySlice<UInt8>) -> Bool {
    if conditionPlace.file == 0, let decided = decisions[conditionPlace.range.lowerBound] { return decided }
    switch keyword {
    case .ifarch, .elifarch: return matches("%{_target_cpu}", keyword, argument)
    case .ifnarch: return !matches("%{_target_cpu}", keyword, argument)
    case .ifos, .elifos: return matches("%{_target_os}", keyword, argument)
    case .ifnos: return !matches("%{_target_os}", keyword, argument)
    case .if, .elif: return evaluate(keyword, argument)
    case .else, .endif, .include: return false
    }
  }

  private func matches(_ macro: String, _ keyword: LineKeyword, _ argument: ArraySlice<UInt8>) -> Bool {
    let words = argument.split { $0.isSpace }
    if words.isEmpty { state.report(.badCondition, "argument expected for \(keyword.rawValue)", at: conditionPlace) }
    let wanted = engine.text(macro).map(\.lowercased)
    return words.contains { $0.map(\.lowercased) == wanted }
  }

  private func evaluate(_ keyword: LineKeyword, _ argument: ArraySlice<UInt8>) -> Bool {
    let (expression, hasOpaque) = OpaqueValue.removed(from: argument)
    let result = engine.evaluate(condition: dialect.isALT ? BareWords.quoted(expression) : expression)
    let messages = engine.takeMessages()
    if let result { return result }
    if hasOpaque {
      state.report(
        .undecidedCondition, "\(keyword.rawValue) depends on a command that is not run; taken as false", at: conditionPlace)
      return false
    }
    let detail = messages.first(where: \.isError).map { ": " + String(decoding: $0.text, as: UTF8.self) } ?? ""
    let shown = String(decoding: argument.drop { $0.isSpace }.prefix(200), as: UTF8.self)
    state.report(.badCondition, "bad \(keyword.rawValue) condition '\(shown)'\(detail); taken as false", at: conditionPlace)
    return false
  }

  // MARK: Includes

  private mutating func include(_ line: ExpandedText) {
    let argument = line.bytes.drop { $0.isSpace }.dropFirst(LineKeyword.include.rawValue.utf8.count)
    let name = argument.drop { $0.isSpace }.reversed().drop { $0.isSpace }.reversed()
    guard !name.isEmpty else { return state.report(.missingInclude, "file name expected for %include", at: pendingPlace) }
    guard stack.count < Self.includeDepthLimit else {
      return state.report(.missingInclude, "%include is nested more than \(Self.includeDepthLimit) deep", at: pendingPlace)
    }
    guard state.spec.files.count <= Self.includeLimit else {
      return state.report(.missingInclude, "more than \(Self.includeLimit) files are included", at: pendingPlace)
    }
    switch includes.read(Array(name)) {
    case .success(let file):
      state.spec.files.append(file)
      open(state.spec.files.count - 1)
    case .failure(let problem):
      let name = FileName.text(name)
      if includes.belongsToSystem(name), state.spec.target != "host" {
        // Whether the builder has it is not known: the files of the target's packages are not here.
        return state.report(
          .missingInclude, "'\(name)' is not on this machine; what it defines is not known", at: pendingPlace, severity: .info,
          confidence: .low)
      }
      state.report(.missingInclude, "cannot include '\(name)': \(problem.reason)", at: pendingPlace)
    }
  }

  private mutating func finish() { branches.finish(state) }
}

extension OpaqueValue {
  /// Text without the words that stand for commands' outputs, as if they had printed nothing.
  static func removed(from text: ArraySlice<UInt8>) -> (text: [UInt8], found: Bool) {
    var rest = text
    var kept: [UInt8] = []
    var found = false
    while let token = first(in: rest) {
      found = true
      kept += rest[..<token.lowerBound]
      rest = rest[token.upperBound...]
    }
    return (kept + rest, found)
  }
}
