internal import Diagnostics
internal import MacroExpansion
internal import MacroTargets
internal import RPMMacros
internal import SpecSyntax

/// `%setup` and `%patch`, which rpm expands itself (rpm's build/parsePrep.c).
///
/// Up to rpm 4.19 they are words at the start of a line that are replaced after all of %prep has been read, from 4.20 on macros as long as
/// it is read. The macros defined for that ask for a command that is none (`%(…)` whose text starts with `mark`), as librpm has no other
/// way to call back on every release; the worker answers it with `answer(_:)`.
struct PrepMacros {
  let engine: MacroEngine
  let state: EvaluationState
  let sources: SourceTable
  let dialect: RPMDialect
  /// As their tags gave them; empty where there is none.
  let name: [UInt8]
  let version: [UInt8]

  // MARK: As macros

  /// No command of a shell starts with it.
  private static let mark: UInt8 = 0x01

  func define() {
    // rpm takes line feeds at the end of a command's output away.
    engine.pushTakingWords("setup", body: "%(".utf8 + [Self.mark] + "setup %{**})\n".utf8)
    engine.pushTakingWords("patch", body: "%(".utf8 + [Self.mark] + "patch %{**})\n\n".utf8)
    state.prepMacros = self
  }

  func undefine() {
    engine.pop("setup")
    engine.pop("patch")
    state.prepMacros = nil
  }

  /// What a call becomes; nil for a command that is meant for a shell.
  func answer(_ command: [UInt8]) -> [UInt8]? {
    guard command.first == Self.mark else { return nil }
    let call = Array(command.dropFirst())
    return call.starts(with: "setup".utf8) ? setup(call) : patches(call)
  }

  // MARK: As words at the start of a line

  /// What a line of `%prep` becomes; nil when it is none of ours.
  func expansion(of line: [UInt8]) -> [UInt8]? {
    if line.starts(with: "%setup".utf8) { return setup(Array(line.dropFirst())) }
    if line.starts(with: "%patch".utf8) { return patches(Array(line.dropFirst())) }
    return nil
  }

  // MARK: %setup

  private struct SetupOptions {
    var letters: Set<UInt8> = []
    var isQuiet = false
    var directory: [UInt8]?
    var before: [UInt8] = []
    var after: [UInt8] = []

    func has(_ letter: Character) -> Bool { letter.asciiValue.map(letters.contains) ?? false }
  }

  /// - Parameter call: from `setup` on, without the percent sign.
  private func setup(_ call: [UInt8]) -> [UInt8] {
    guard let words = PoptWords.split(call) else { return complain("a quote in '\(shown(call))' is not closed") }
    if dialect.setupHeedsBuildInPlace, engine.number("%{_build_in_place}") != 0 { return [] }
    let parsed: [PoptWords.Option]
    do {
      parsed = try PoptWords.options(words, plain: dialect.setupOptions, withArgument: "abn").options
    } catch {
      return complain("bad %setup option: \(error.text)")
    }
    var options = SetupOptions(letters: Set(parsed.map(\.letter)))
    options.isQuiet = options.has("q") || call.dropFirst(5).firstRange(of: " -q".utf8) != nil
    options.directory = parsed.last { $0.letter == UInt8(ascii: "n") }?.argument
    for option in parsed where option.letter == UInt8(ascii: "a") || option.letter == UInt8(ascii: "b") {
      guard let number = PoptWords.unsignedNumber(option.argument ?? []) else {
        return complain("'\(shown(option.argument ?? []))' is not the number of a source")
      }
      guard let command = unpack(number, options) else {
        return complain("the spec has no source \(number) to unpack; add the tag 'Source\(number)'")
      }
      if option.letter == UInt8(ascii: "a") { options.after += command + [0x0A] } else { options.before += command + [0x0A] }
    }
    engine.push("buildsubdir", body: options.directory ?? nameAndVersion)
    return setupText(options)
  }

  private var nameAndVersion: [UInt8] {
    let missing = Array("(null)".utf8)
    return (name.isEmpty ? missing : name) + [UInt8(ascii: "-")] + (version.isEmpty ? missing : version)
  }

  private func setupText(_ options: SetupOptions) -> [UInt8] {
    let createsFolder = options.has("c")
    let entering = engine.text("cd '%{buildsubdir}'") + [0x0A]
    var text = "cd '".utf8 + engine.path("%{_builddir}".utf8) + "'\n".utf8
    if !options.has("D") { text += engine.text("rm -rf '%{buildsubdir}'") + [0x0A] }
    text += options.before
    if createsFolder {
      text += engine.text(dialect.quotesCreatedFolder ? "%{__mkdir_p} '%{buildsubdir}'" : "%{__mkdir_p} %{buildsubdir}") + [0x0A]
      text += entering
    }
    if !options.has("T") {
      guard let main = unpack(0, options, isMain: true) else {
        return complain("the spec has no source 0 to unpack; add the tag 'Source0', or '-T' to unpack nothing", after: text)
      }
      text += main + [0x0A]
    }
    if !createsFolder { text += entering }
    if dialect.setupMakesSpecParts, engine.isDefined("specpartsdir".utf8) {
      text += engine.text("rm -rf '%{specpartsdir}'\n%{__mkdir_p} '%{specpartsdir}'\n")
    }
    text += options.after
    let permissions = engine.text("%{_fixperms} .")
    if !permissions.isEmpty, permissions.first != UInt8(ascii: "%") { text += permissions + [0x0A] }
    return text
  }

  private func unpack(_ number: Int, _ options: SetupOptions, isMain: Bool = false) -> [UInt8]? {
    guard let source = sources.entry(.source, number) else { return nil }
    let command: [UInt8]
    switch dialect.unpacking {
    case .tar: command = ArchiveCommand(engine: engine, isQuiet: options.isQuiet).text(for: source)
    case .program, .quotedProgram:
      let quote: [UInt8] = dialect.unpacking == .quotedProgram ? [UInt8(ascii: "'")] : []
      let flags = (options.isQuiet ? "" : "-v ") + (isMain && options.has("C") ? "-C %{buildsubdir} " : "")
      // As `%{shescape:…}` does.
      let path = quote.isEmpty ? source.path : source.path.flatMap { $0 == quote[0] ? Array("'\\''".utf8) : [$0] }
      command = engine.expand("%{__rpmuncompress} -x \(flags)".utf8 + quote + path + quote).text
    }
    return command + "\nSTATUS=$?\nif [ $STATUS -ne 0 ]; then\n  exit $STATUS\nfi".utf8
  }

  // MARK: %patch

  private struct PatchOptions {
    var strip = 0
    var fuzz: Int
    var backup: [UInt8]?
    var directory: [UInt8]?
    var output: [UInt8]?
    var switches: Set<UInt8> = []
    var numbers: [[UInt8]] = []
  }

  /// - Parameter call: from `patch` on, without the percent sign.
  private func patches(_ call: [UInt8]) -> [UInt8] {
    var words = call
    if call.count > 5, !call[5].isSpace {
      // %patchN is %patch -P N.
      words = "patch -P ".utf8 + call[5...]
    } else if dialect.numberlessPatch == .zeroToo, call.dropFirst(5).firstRange(of: " -P".utf8) == nil {
      words = "patch -P 0 ".utf8 + call.dropFirst(5)
    }
    var options = PatchOptions(fuzz: engine.number("%{_default_patch_fuzz}"))
    if let problem = read(words, into: &options, shownAs: call) { return complain(problem) }
    if options.numbers.isEmpty {
      let unnumbered = "'%\(shown(call))' names no patch; write '%patch -P 0' for patch 0"
      switch dialect.numberlessPatch {
      case .error: return complain(unnumbered)
      case .warning: state.report(.expansionWarning, unnumbered)
      case .zeroToo, .zero: break
      }
      options.numbers = [[UInt8(ascii: "0")]]
    }
    var output: [UInt8] = []
    for word in options.numbers {
      guard let number = PoptWords.unsignedNumber(word) else {
        return complain("'\(shown(word))' is not the number of a patch", after: output)
      }
      guard let command = apply(number, options) else {
        return complain("the spec has no patch \(number); add the tag 'Patch\(number)' or drop the call", after: output)
      }
      output += command + [0x0A]
    }
    return output
  }

  /// - Returns: what is wrong with the call.
  private func read(_ words: [UInt8], into options: inout PatchOptions, shownAs call: [UInt8]) -> String? {
    let parsed: (options: [PoptWords.Option], operands: [[UInt8]])
    do {
      parsed = try PoptWords.options(PoptWords.split(words) ?? [], plain: "REZ", withArgument: "PpbzFdo")
    } catch {
      return "\(error.text): '%\(shown(call))'"
    }
    for option in parsed.options {
      let argument = option.argument ?? []
      switch option.letter {
      case UInt8(ascii: "P"): options.numbers.append(argument)
      case UInt8(ascii: "p"), UInt8(ascii: "F"):
        guard let number = Int(String(decoding: argument, as: UTF8.self)) else {
          return "'\(shown(argument))' is not a number in '%\(shown(call))'"
        }
        if option.letter == UInt8(ascii: "p") { options.strip = number } else { options.fuzz = number }
      case UInt8(ascii: "b"), UInt8(ascii: "z"): options.backup = argument
      case UInt8(ascii: "d"): options.directory = argument
      case UInt8(ascii: "o"): options.output = argument
      default: options.switches.insert(option.letter)
      }
    }
    options.numbers += parsed.operands
    return nil
  }

  private func apply(_ number: Int, _ options: PatchOptions) -> [UInt8]? {
    guard let patch = sources.entry(.patch, number) else { return nil }
    var arguments = engine.text("%{?_default_patch_flags}") + " -p\(options.strip) ".utf8
    if let suffix = options.backup { arguments += "-b --suffix ".utf8 + suffix }
    if options.fuzz >= 0 { arguments += " --fuzz=\(options.fuzz)".utf8 }
    if let directory = options.directory { arguments += " -d ".utf8 + directory }
    if let output = options.output { arguments += " -o ".utf8 + output }
    for letter in "REZ".utf8 where options.switches.contains(letter) { arguments += [0x20, UInt8(ascii: "-"), letter] }
    return "echo \"Patch #\(number) (".utf8 + patch.name + "):\"\n".utf8 + engine.expand(command(patch, arguments)).text + [0x0A]
  }

  private func command(_ patch: SourceTable.Entry, _ arguments: [UInt8]) -> [UInt8] {
    let plain = "%{__patch} ".utf8 + arguments + " < ".utf8 + patch.path
    let program: [UInt8]
    switch dialect.unpacking {
    case .tar:
      guard let decompressor = ArchiveCommand.decompressor(of: patch.name) else { return plain }
      program = Array(decompressor.utf8)
    case .program, .quotedProgram:
      if engine.isUncompressedFile(patch.path) { return plain }
      program = Array("%{__rpmuncompress}".utf8)
    }
    return "{ ".utf8 + program + [0x20] + patch.path + " || echo patch_fail ; } | %{__patch} ".utf8 + arguments
  }

  private func complain(_ message: String, after text: [UInt8] = []) -> [UInt8] {
    state.report(.expansionError, message)
    return text
  }

  private func shown(_ text: [UInt8]) -> String {
    let line = text.prefix(200).prefix { $0 != 0x0A }
    return String(decoding: line.prefix((line.lastIndex { !$0.isSpace } ?? -1) + 1), as: UTF8.self)
  }
}

extension PoptWords.OptionError {
  fileprivate var text: String {
    switch self {
    case .unknown(let option): "unknown option '\(option)'"
    case .missingArgument(let option): "missing argument of '\(option)'"
    }
  }
}

private func + (a: String.UTF8View, b: some Sequence<UInt8>) -> [UInt8] { Array(a) + Array(b) }
private func + (a: [UInt8], b: String.UTF8View) -> [UInt8] { a + Array(b) }
