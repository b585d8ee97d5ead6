import Diagnostics
import GoBuild
import MacroExpansion
import SpecRules
import SpecSyntax

extension Resolution {
  /// What `resolve --json` prints: an object, or for several targets one that holds an object of each.
  public static func json(of resolutions: [Resolution]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.formatVersion()
      if resolutions.count == 1 {
        resolutions[0].write(&json)
      } else {
        json.member("targets", array: resolutions) { json, resolution in json.object { resolution.write(&$0) } }
      }
    }
    return json.bytes + [0x0A]
  }

  private func write(_ json: inout JSONWriter) {
    json.member("file", file)
    json.member("target", spec.target)
    json.member("commands", array: model.commands, write)
  }

  private func write(_ json: inout JSONWriter, _ command: GoCommand) {
    json.object { json in
      json.member("section", command.section.rawValue)
      let place = spec.place(command.source)
      json.member("line", place.start.line)
      json.member("column", place.start.column)
      json.member("argv", array: command.arguments) { $0.string(bytes: $1.value.displayBytes) }
      json.member("cwd", bytes: command.directory.displayBytes)
      if let condition = command.condition { json.member("condition", condition) }
      json.member("moduleMode", command.moduleMode.rawValue)
      if let module = command.module { json.member("module") { write(&$0, module) } }
      json.member("env") { json in
        for (name, binding) in command.environment.sorted(by: { $0.key < $1.key }) {
          json.member(name) { json in
            write(&json, binding.value, named: "value")
            write(&json, setAt: binding.source)
          }
        }
      }
      json.member("settings") { json in
        for (name, setting) in command.settings.sorted(by: { $0.key < $1.key }) {
          json.member(name) { json in
            write(&json, setting.value, named: "value")
            json.member("from", setting.origin.rawValue)
          }
        }
      }
      json.member("moduleCache") { write(&$0, command.moduleCache) }
      json.member("buildCache") { write(&$0, command.buildCache) }
      json.member("parallelism") { json in
        json.key("p")
        json.number(command.parallelism.p)
        json.key("gomaxprocs")
        json.number(command.parallelism.gomaxprocs)
      }
    }
  }

  /// A value with `*` for what is not known; where it is one of several, each of them with its condition.
  private func write(_ json: inout JSONWriter, _ value: Value, named name: String) {
    json.member(name, bytes: value.displayBytes)
    json.member("exact", value.exact != nil)
    guard value.alternatives.count > 1 else { return }
    json.member("alternatives", array: value.alternatives) { json, alternative in
      json.object { json in
        json.member("value", bytes: alternative.value.displayBytes)
        json.member("exact", alternative.value.exact != nil)
        if let condition = alternative.condition { json.member("condition", condition) }
      }
    }
  }

  private func write(_ json: inout JSONWriter, _ module: SourceModule) {
    json.member("archive", module.archive)
    json.member("folder", module.folder)
    if let path = module.path { json.member("path", path) }
    if let version = module.goVersion { json.member("go", version) }
    if let toolchain = module.toolchain { json.member("toolchain", toolchain) }
    if let count = module.moduleCount { json.member("moduleCount", count) }
    json.member("hasVendor", module.hasVendor)
  }

  private func write(_ json: inout JSONWriter, _ cache: CachePath) {
    write(&json, cache.path, named: "path")
    json.key("used")
    if let isUsed = cache.isUsed { json.bool(isUsed) } else { json.null() }
    json.member("reason", cache.reason)
    json.member("keyedBy", array: cache.keyedBy) { $0.string($1.rawValue) }
    json.member("sharedBy", context.caches.sharing(of: cache).rawValue)
    write(&json, setAt: cache.setAt)
  }

  private func write(_ json: inout JSONWriter, setAt reference: SourceReference?) {
    guard let reference else { return }
    let place = spec.place(reference)
    json.member("setAt") { json in
      json.member("line", place.start.line)
      json.member("column", place.start.column)
      if reference.file > 0 { json.member("file", place.file) }
    }
  }
}
