import Diagnostics

/// The JSON schema (draft 2020-12) of `.rpmscope.yml`, for editors.
package enum ConfigurationSchema {
  package static var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", Configuration.fileName)
      json.member("description", "Configuration of rpmscope")
      writeObject(&json, keys: ConfigurationKey.allCases)
      json.member("$defs") { json in
        json.member("rule") { $0.member("enum", array: DescribedRule.all) { $0.string($1.id) } }
        json.member("rules") { json in
          json.key("anyOf")
          json.array { json in
            json.object { $0.member("enum", array: RulePattern.words) { $0.string($1) } }
            // Editors offer the words; whether a pattern selects something is told when it is used.
            json.object { json in
              json.member("type", "string")
              json.member("pattern", "[*?]")
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func writeObject(_ json: inout JSONWriter, keys: [ConfigurationKey], also extra: (inout JSONWriter) -> Void = { _ in }) {
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.member("properties") { json in
      extra(&json)
      for key in keys {
        json.member(key.rawValue) { json in
          json.member("description", key.summary)
          write(&json, key.shape)
        }
      }
    }
  }

  private static func write(_ json: inout JSONWriter, _ shape: ConfigurationKey.Shape) {
    switch shape {
    case .word(let words): json.member("enum", array: words) { $0.string($1) }
    case .targets:
      let name = "(\((Target.all.map(\.name) + [Target.spellings]).joined(separator: "|")))"
      writeListOrOne(&json) { json in
        json.member("type", "string")
        json.member("pattern", "^(all|\(name)(,\(name))*)$")
        json.member("examples", array: Target.all) { $0.string($1.name) }
      }
    case .text: json.member("type", "string")
    case .seconds:
      json.member("type", "number")
      json.member("exclusiveMinimum", 0)
      json.member("maximum", 86_400)
    case .definitions, .names, .globs:
      writeListOrOne(&json) { $0.member("type", "string") }
    case .rules: writeListOrOne(&json) { $0.member("$ref", "#/$defs/rules") }
    case .severities:
      json.member("type", "object")
      json.member("propertyNames") { $0.member("$ref", "#/$defs/rule") }
      json.member("additionalProperties") { json in
        json.member("enum", array: Severity.allCases.reversed()) { $0.string($1.rawValue) }
      }
    case .overrides:
      json.member("type", "array")
      json.member("items") { json in
        writeObject(&json, keys: ConfigurationKey.allCases.filter(\.isForSomeFiles)) { json in
          json.member("paths") { json in
            json.member("description", "Patterns as in .gitignore, from this file's folder.")
            write(&json, .globs)
          }
        }
        json.member("required", array: ["paths"]) { $0.string($1) }
      }
    }
  }

  private static func writeListOrOne(_ json: inout JSONWriter, _ item: (inout JSONWriter) -> Void) {
    json.key("anyOf")
    json.array { json in
      json.object(item)
      json.object { json in
        json.member("type", "array")
        json.key("items")
        json.object(item)
      }
    }
  }
}
