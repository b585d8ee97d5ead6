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
    return heading + model.commands.map(describe).joined(separator: "\n")
  }

  /// What the target's build is taken for; of the host no more is known than its macros.
  private var heading: String? {
    guard let target = MacroTarget.named(spec.target) else { return nil }
    let folder = target.dialect.usesBuildFolder ? "a build folder for each build" : "one build folder for all packages"
    let rpm = "rpm \(target.dialect.version)"
    return "for \(target.name): \(rpm) (\(folder)), Go 1.\(target.goRelease), HOME=\(target.home)\n\n"
  }

  /// The command on a line of its own, then what it will see, a row each.
  private func describe(_ command: GoCommand) -> String {
    let place = spec.place(command.source)
    let words = command.arguments.map { display($0.value) }.joined(separator: " ")
    var text = "\(TerminalText.display(place.file)):\(place.start.line):\(place.start.column): %\(command.section): \(words)\n"
    for (name, value) in rows(command) {
      text += "  \(name)\(String(repeating: " ", count: 14 - name.count))\(value)\n"
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
