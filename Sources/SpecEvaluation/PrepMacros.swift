internal import Diagnostics
internal import MacroExpansion
internal import RPMMacros
internal import SpecSyntax

/// `%setup` and `%patch`, which rpm expands itself after all of `%prep` has been read (rpm's build/parsePrep.c, 4.18).
struct PrepMacros {
  let engine: MacroEngine
  let state: EvaluationState
  let sources: SourceTable
  let dialect: RPMDialect
  /// As their tags gave them; empty where there is none.
  let name: [UInt8]
  let version: [UInt8]

  /// What a line of `%prep` becomes; nil when it is none of ours.
  func expansion(of line: [UInt8]) -> [UInt8]? {
    if line.starts(with: "%setup".utf8) { return setup(line) }
    if line.starts(with: "%patch".utf8) { return patches(line) }
    return nil
  }

  // MARK: %setup

  private func setup(_ line: [UInt8]) -> [UInt8] {
    guard let words = PoptWords.split(line) else { return complain("cannot split '\(shown(line))' into words") }
    if engine.number("%{_build_in_place}") != 0 { return [] }
    let options: [PoptWords.Option]
    do {
      options = try PoptWords.options(words, plain: dialect.usesBuildFolder ? "cDTqC" : "cDTq", withArgument: "abn").options
    } catch {
      return complain("bad %setup option: \(error.text)")
    }
    var isQuiet = line.dropFirst(6).firstRange(of: " -q".utf8) != nil
    var before: [UInt8] = []
    var after: [UInt8] = []
    var directory: [UInt8]?
    for option in options {
      switch option.letter {
      case UInt8(ascii: "q"): isQuiet = true
      case UInt8(ascii: "n"): directory = option.argument
      case UInt8(ascii: "a"), UInt8(ascii: "b"):
        guard let number = PoptWords.unsignedNumber(option.argument ?? []) else {
          return complain("bad arg to %setup: '\(shown(option.argument ?? []))'")
        }
        guard let command = unpack(number, isQuiet: isQuiet) else { return complain("no source number \(number)") }
        if option.letter == UInt8(ascii: "a") { after += command + [0x0A] } else { before += command + [0x0A] }
      default: break
      }
    }
    let letters = Set(options.map(\.letter))
    engine.push("buildsubdir", body: directory ?? nameAndVersion)
    return setupText(letters, before: before, after: after, isQuiet: isQuiet)
  }

  private var nameAndVersion: [UInt8] {
    let missing = Array("(null)".utf8)
    return (name.isEmpty ? missing : name) + [UInt8(ascii: "-")] + (version.isEmpty ? missing : version)
  }

  private func setupText(_ letters: Set<UInt8>, before: [UInt8], after: [UInt8], isQuiet: Bool) -> [UInt8] {
    let createsFolder = letters.contains(UInt8(ascii: "c"))
    let unpacksMain = !letters.contains(UInt8(ascii: "T"))
    var text = "cd '".utf8 + engine.path("%{_builddir}".utf8) + "'\n".utf8
    if !letters.contains(UInt8(ascii: "D")) { text += engine.text("rm -rf '%{buildsubdir}'") + [0x0A] }
    text += before
    if createsFolder { text += engine.text("%{__mkdir_p} '%{buildsubdir}'\ncd '%{buildsubdir}'") + [0x0A] }
    if unpacksMain {
      // rpm ≥ 4.20: into the build's folder, whatever the archive's own top folder is called.
      let folder = letters.contains(UInt8(ascii: "C")) ? engine.text("%{buildsubdir}") : nil
      let main = unpack(0, isQuiet: isQuiet, into: folder)
      if !createsFolder {
        guard let main else { return complain("no source number 0", after: text) }
        text += main + [0x0A] + engine.text("cd '%{buildsubdir}'") + [0x0A]
      } else {
        guard let main else { return complain("no source number 0", after: text) }
        text += main + [0x0A]
      }
    } else if !createsFolder {
      text += engine.text("cd '%{buildsubdir}'") + [0x0A]
    }
    text += after
    let permissions = engine.text("%{_fixperms} .")
    if permissions.first != UInt8(ascii: "%") { text += permissions + [0x0A] }
    return text
  }

  private func unpack(_ number: Int, isQuiet: Bool, into folder: [UInt8]? = nil) -> [UInt8]? {
    guard let source = sources.entry(.source, number) else { return nil }
    let options = Array((isQuiet ? "" : "-v ").utf8) + (folder.map { "-C '".utf8 + $0 + "' ".utf8 } ?? [])
    let command = engine.expand("%{__rpmuncompress} -x ".utf8 + options + source.path).text
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
  }

  private func patches(_ line: [UInt8]) -> [UInt8] {
    // %patchN is %patch -P N.
    var text = line
    if line.count > 6, ![0x20, 0x09, 0x0A].contains(line[6]) {
      text = "%patch -P ".utf8 + line[6...]
      // afd352481, in 4.20.
      if line[6].isDigit, dialect.rpmVersion >= (4, 20) {
        let number = String(decoding: line[6...].prefix(while: \.isDigit), as: UTF8.self)
        state.report(
          .numberedPatch, "'%patch\(number)' is gone since rpm 4.20; write '%patch -P \(number)', which every rpm takes",
          cause: .parser(says: "%patchN is obsolete, use %patch N (or %patch -P N)", severity: .error))
      }
    }
    let parsed: (options: [PoptWords.Option], operands: [[UInt8]])
    do {
      parsed = try PoptWords.options(PoptWords.split(text) ?? [], plain: "REZ", withArgument: "PpbzFdo")
    } catch {
      return complain("\(error.text): '\(shown(line))'")
    }
    var options = PatchOptions(fuzz: engine.number("%{_default_patch_fuzz}"))
    var numbers: [[UInt8]] = []
    for option in parsed.options {
      let argument = option.argument ?? []
      switch option.letter {
      case UInt8(ascii: "P"): numbers.append(argument)
      case UInt8(ascii: "p"), UInt8(ascii: "F"):
        guard let number = Int(String(decoding: argument, as: UTF8.self)) else { return complain("bad number in '\(shown(line))'") }
        if option.letter == UInt8(ascii: "p") { options.strip = number } else { options.fuzz = number }
      case UInt8(ascii: "b"), UInt8(ascii: "z"): options.backup = argument
      case UInt8(ascii: "d"): options.directory = argument
      case UInt8(ascii: "o"): options.output = argument
      default: options.switches.insert(option.letter)
      }
    }
    numbers += parsed.operands
    if numbers.isEmpty {
      if !dialect.hasALTSyntax { state.report(.expansionWarning, "patch number not specified: '\(shown(line))'") }
      numbers = [[UInt8(ascii: "0")]]
    }
    var output: [UInt8] = []
    for word in numbers {
      guard let number = PoptWords.unsignedNumber(word) else { return complain("invalid patch number '\(shown(word))'", after: output) }
      guard let command = apply(number, options) else { return complain("no patch number \(number)", after: output) }
      output += command + [0x0A]
    }
    return output
  }

  private func apply(_ number: Int, _ options: PatchOptions) -> [UInt8]? {
    guard let patch = sources.entry(.patch, number) else { return nil }
    var arguments = engine.text("%{?_default_patch_flags}") + " -p\(options.strip) ".utf8
    if let suffix = options.backup { arguments += "-b --suffix ".utf8 + suffix }
    if options.fuzz >= 0 { arguments += " --fuzz=\(options.fuzz)".utf8 }
    if let directory = options.directory { arguments += " -d ".utf8 + directory }
    if let output = options.output { arguments += " -o ".utf8 + output }
    for letter in "REZ".utf8 where options.switches.contains(letter) { arguments += [0x20, UInt8(ascii: "-"), letter] }
    let command =
      engine.isUncompressedFile(patch.path)
      ? "%{__patch} ".utf8 + arguments + " < ".utf8 + patch.path
      : "{ %{__rpmuncompress} ".utf8 + patch.path + " || echo patch_fail ; } | %{__patch} ".utf8 + arguments
    return "echo \"Patch #\(number) (".utf8 + patch.name + "):\"\n".utf8 + engine.expand(command).text + [0x0A]
  }

  private func complain(_ message: String, after text: [UInt8] = []) -> [UInt8] {
    state.report(.expansionError, message)
    return text
  }

  private func shown(_ text: [UInt8]) -> String {
    String(decoding: text.prefix(200).prefix { $0 != 0x0A }, as: UTF8.self)
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
