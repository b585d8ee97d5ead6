import Diagnostics
import GoBuild
import MacroExpansion
import MacroTargets
import SpecRules

extension Resolution {
  /// What `resolve` prints.
  ///
  /// - Parameter isNamed: whether the target is named even where nothing more is known of it: one of several.
  package func text(isNamed: Bool) -> String {
    let heading = heading ?? (isNamed ? "for \(spec.target)\n\n" : "")
    guard !model.commands.isEmpty else { return heading + "\(TerminalText.display(file)): no go commands\n" }
    let text = heading + blocks.map(\.text).joined(separator: "\n")
    return blocks.contains(where: \.hasUnknownParts) ? text + "\n'*' is a part that is not known before the build\n" : text
  }

  /// What is printed of one command, and of those that differ from it in nothing but their place.
  private struct Block {
    let place: FileRange
    let command: String
    let rows: String
    let hasUnknownParts: Bool
    var otherLines: [Int] = []

    var text: String {
      let others =
        otherLines.isEmpty
        ? "" : " (the same at \(otherLines.count == 1 ? "line" : "lines") \(otherLines.map(String.init).joined(separator: ", ")))"
      return "\(TerminalText.display(place.file)):\(place.start.line):\(place.start.column): \(command)\(others)\n\(rows)"
    }
  }

  /// In the order of the build; equal ones, as a loop or a macro that is called again makes them, once.
  private var blocks: [Block] {
    var blocks: [Block] = []
    for command in model.commands {
      let block = block(command)
      let known = blocks.firstIndex { $0.command == block.command && $0.rows == block.rows && $0.place.file == block.place.file }
      guard let known else {
        blocks.append(block)
        continue
      }
      let line = block.place.start.line
      if line != blocks[known].place.start.line, !blocks[known].otherLines.contains(line) { blocks[known].otherLines.append(line) }
    }
    return blocks
  }

  /// What the target's build is taken for; of the host no more is known than its macros.
  private var heading: String? {
    guard let target = MacroTarget.named(spec.target) else { return nil }
    let folder = target.dialect.usesBuildFolder ? "a build folder for each build" : "one build folder for all packages"
    let rpm = "rpm \(target.dialect.version)"
    return "for \(target.name): \(rpm) (\(folder)), Go 1.\(target.goRelease), HOME=\(target.home)\n\n"
  }

  /// The command on a line of its own, then what it will see, a row each.
  private func block(_ command: GoCommand) -> Block {
    let words = command.arguments.map { Self.quoted(display($0.value)) }
    let note = command.kind == .indirect ? " (may run go)" : ""
    let rows = rows(command)
    return Block(
      place: spec.place(command.source), command: "%\(command.section): \(Self.folded(words))\(note)",
      rows: rows.map { "  \($0.name)\(String(repeating: " ", count: 14 - $0.name.count))\($0.value)\n" }.joined(),
      hasUnknownParts: words.contains { $0.contains("*") } || rows.contains { $0.value.contains("*") })
  }

  /// As a shell takes it for one word; the `*` of what is not known stays bare.
  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy { !" \t'\"$`\\;&|<>()#".unicodeScalars.contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// Columns of a line of words.
  private static let width = 100

  /// Words on as many lines as it takes, as a shell reads them.
  private static func folded(_ words: [String]) -> String {
    var text = ""
    var column = 0
    for word in words {
      if column > 0, column + word.count >= width {
        text += " \\\n    "
        column = 4
      } else if !text.isEmpty {
        text += " "
      }
      text += word
      column += word.count + 1
    }
    return text
  }

  private func rows(_ command: GoCommand) -> [(name: String, value: String)] {
    var rows = [("folder", display(command.directory)), ("mode", command.moduleMode.rawValue)]
    if let module = command.module { rows.append(("module", describe(module))) }
    if let condition = command.condition { rows.append(("runs", "when \(TerminalText.display(condition))")) }
    rows.append(("module cache", describe(command.moduleCache)))
    rows.append(("build cache", describe(command.buildCache)))
    for name in ["GOFLAGS", "GOPROXY", "GOTOOLCHAIN"] {
      if let setting = command.settings[name] { rows.append((name, display(setting.value) + origin(of: setting, name, command))) }
    }
    let parallelism = [
      command.parallelism.p.map { "-p \($0)" }, command.parallelism.gomaxprocs.map { "GOMAXPROCS=\($0)" },
    ].compactMap(\.self)
    if !parallelism.isEmpty { rows.append(("parallelism", parallelism.joined(separator: ", "))) }
    return rows
  }

  private func describe(_ module: SourceModule) -> String {
    let facts = [
      module.goVersion.map { "go \($0)" }, module.toolchain.map { "toolchain \($0)" }, module.moduleCount.map { "\($0) in go.sum" },
    ].compactMap(\.self)
    let text = ([module.path ?? module.folder] + facts).joined(separator: ", ")
    return TerminalText.display("\(text), from '\(module.archive)'")
  }

  private func describe(_ cache: CachePath) -> String {
    guard cache.isUsed != false else { return "not used (\(TerminalText.display(cache.reason)))" }
    var text = display(cache.path)
    if !cache.keyedBy.isEmpty {
      text += ", \(describe(context.caches.sharing(of: cache))): changes with \(cache.keyedBy.map(\.rawValue).joined(separator: ", "))"
    }
    if let name = cache.decidedBy { text += ", from \(name)" }
    return text + setAt(cache.setAt)
  }

  private func describe(_ sharing: CacheSharing) -> String {
    switch sharing {
    case .process: "one for each process"
    case .build: "one for each build"
    case .version: "one for each version"
    case .package: "one for each package"
    case .all: "one for all packages"
    }
  }

  private func origin(of setting: GoSetting, _ name: String, _ command: GoCommand) -> String {
    switch setting.origin {
    case .environment: setAt(command.environment[name]?.source)
    case .user: ", from 'go env -w'"
    case .target: ", from the go.env of \(spec.target)"
    case .goDefault: ", go's default"
    }
  }

  private func setAt(_ reference: SourceReference?) -> String {
    guard let reference else { return "" }
    let place = spec.place(reference)
    let file = reference.file > 0 ? " of \(TerminalText.display(place.file))" : ""
    return ", set at \(place.start.line):\(place.start.column)\(file)"
  }

  private func display(_ value: Value) -> String { TerminalText.display(value.displayBytes) }
}
