import Glibc
import GoCaches
import SpecLint

/// A machine's defaults and their origins.
struct EnvironmentReport {
  struct Macro {
    let name: String
    /// nil for one that is not defined.
    let value: String?
    let place: MacroOrigins.Place?
  }

  private let machine: MachineSettings
  let macros: [Macro]
  let mock: MockSettings

  init(_ machine: MachineSettings) throws {
    self.machine = machine
    let base: (String) -> String? = { name in machine.base(name).flatMap { $0.isEmpty ? nil : $0 } }
    let origins = MacroOrigins(environment: base, machine: Self.architecture)
    let values = try Self.values(of: Self.macroNames)
    macros = Self.macroNames.map { name in Macro(name: name, value: values[name], place: origins[name]) }
    mock = MockSettings(environment: base)
  }

  var problems: [SettingsProblem] { machine.problems }

  /// What decides where a build works, how parallel it is, and what Go's macros add.
  private static let macroNames = [
    "_topdir", "_builddir", "_tmppath", "_smp_mflags", "_smp_build_ncpus", "gopath", "gomodulesmode", "gobuild", "gotest",
    "gocheck", "goprep", "gometa", "gobuilddir",
  ]

  /// Read in the worker as a spec's text would be. A macro with a body of several lines is told by its first.
  private static func values(of names: [String]) throws -> [String: String] {
    let lines = names.map { "%{?\($0):<\($0)>%{lua:print((macros.\($0) or ''):match('^[^\\n]*'))}}\n" }
    let preamble = "Name: defaults\nVersion: 1\nRelease: 1\nSummary: Defaults\nLicense: None\n\n%description\n"
    var options = LintOptions()
    options.evaluation.targets = [.host]
    // No spec is read, only what the machine's administrator and this user have set up, which every rpm runs.
    options.evaluation.allowsShell = true
    let spec = SpecInput(path: "defaults.spec", bytes: Array((preamble + lines.joined()).utf8))
    let text = try Linter(options).expand(spec).first?.text(ofSection: "description") ?? []
    var values: [String: String] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      guard line.hasPrefix("<"), let close = line.firstIndex(of: ">") else { continue }
      values[String(line.dropFirst()[..<close])] = String(line[line.index(after: close)...])
    }
    return values
  }

  private static var architecture: String {
    var name = utsname()
    guard uname(&name) == 0 else { return "" }
    return withUnsafeBytes(of: &name.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  // MARK: Text

  var text: String {
    var text = "go\n"
    if let installation = machine.settings.installation {
      text += "  \(installation.command)\(installation.command == installation.executable ? "" : " -> \(installation.executable)")\n"
    }
    text += rows(machine.variables.map { ($0.name, $0.value, Self.text(of: $0.origin)) })
    text += rows(MachineSettings.bases.map { ($0, machine.base($0) ?? "", machine.base($0) == nil ? "not set" : "environment") })
    text += "\nrpm\n"
    text += rows(macros.map { ($0.name, $0.value ?? "", Self.text(of: $0)) })
    if !mock.lines.isEmpty {
      text += "\nmock\n" + mock.lines.map { "  \(TerminalText.display($0.text))  (\($0.file):\($0.line))\n" }.joined()
    }
    guard !problems.isEmpty else { return text }
    return text + "\nproblems\n"
      + problems.map { problem in
        let place = problem.file.map { "\($0)\(problem.line.map { ":\($0)" } ?? ""): " } ?? ""
        return "  \(TerminalText.display(place + problem.message))\n"
      }.joined()
  }

  private func rows(_ rows: [(name: String, value: String, origin: String)]) -> String {
    rows.map { row in
      let name = row.name + String(repeating: " ", count: max(0, 16 - row.name.count))
      let value = row.value.isEmpty ? "" : "  \(TerminalText.display(row.value))"
      return "  \(name)\(value)  (\(row.origin))\n"
    }.joined()
  }

  private static func text(of origin: GoSettings.Origin) -> String {
    switch origin {
    case .environment: "environment"
    case .file(let path, let line): "\(path):\(line)"
    case .derived(let name): "from \(name)"
    case .builtIn: "built in"
    }
  }

  private static func text(of macro: Macro) -> String {
    guard macro.value != nil else { return "not defined" }
    return macro.place.map { "\($0.file):\($0.line)" } ?? "rpm itself"
  }

  // MARK: JSON

  var json: [UInt8] {
    var json = JSONWriter(invalidBytes: .replaced)
    json.object { json in
      json.formatVersion()
      json.member("go") { json in
        if let installation = machine.settings.installation {
          json.member("command", installation.command)
          json.member("executable", installation.executable)
        }
        json.member("variables", array: machine.variables) { json, setting in
          json.object { json in
            json.member("name", setting.name)
            json.member("value", setting.value)
            Self.write(&json, setting.origin)
          }
        }
      }
      json.member("environment", array: MachineSettings.bases) { json, name in
        json.object { json in
          json.member("name", name)
          json.key("value")
          if let value = machine.base(name) { json.string(value) } else { json.null() }
        }
      }
      json.member("rpm", array: macros) { Self.write(&$0, $1) }
      json.member("mock", array: mock.lines) { json, line in
        json.object { json in
          json.member("file", line.file)
          json.member("line", line.line)
          json.member("text", line.text)
        }
      }
      json.member("problems", array: problems) { json, problem in
        json.object { json in
          if let file = problem.file { json.member("file", file) }
          if let line = problem.line { json.member("line", line) }
          json.member("message", problem.message)
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ json: inout JSONWriter, _ macro: Macro) {
    json.object { json in
      json.member("name", macro.name)
      json.key("value")
      if let value = macro.value { json.string(value) } else { json.null() }
      guard macro.value != nil, let place = macro.place else { return }
      json.member("file", place.file)
      json.member("line", place.line)
    }
  }

  private static func write(_ json: inout JSONWriter, _ origin: GoSettings.Origin) {
    switch origin {
    case .environment: json.member("origin", "environment")
    case .file(let path, let line):
      json.member("origin", "file")
      json.member("file", path)
      json.member("line", line)
    case .derived(let name):
      json.member("origin", "derived")
      json.member("from", name)
    case .builtIn: json.member("origin", "built-in")
    }
  }
}
