import Diagnostics
import MacroExpansion
import SpecSyntax

extension Expansion {
  /// What `expand --json` prints, every section's text and where each byte of it came from: an object, or for several targets one
  /// that holds an object of each.
  public static func json(of expansions: [Expansion]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.formatVersion()
      if expansions.count == 1 {
        expansions[0].write(&json)
      } else {
        json.member("targets", array: expansions) { json, expansion in json.object { expansion.write(&$0) } }
      }
    }
    return json.bytes + [0x0A]
  }

  private func write(_ json: inout JSONWriter) {
    json.member("file", file)
    json.member("target", spec.target)
    json.member("sections", array: spec.sections) { json, section in
      json.object { json in
        json.member("name", section.keyword.rawValue)
        if !section.arguments.isEmpty { json.member("arguments", array: section.arguments) { $0.string(bytes: $1) } }
        json.member("line", section.line)
        json.member("text", bytes: section.text.bytes)
        json.member("runs", array: section.text.runs) { $0.write($1, files: spec.files) }
      }
    }
    json.member("diagnostics", array: spec.diagnosedProblems) { $0.write($1, sources: spec.files) }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ run: Run, files: [SourceFile]) {
    object { json in
      json.member("offset", run.offset)
      json.member("length", run.length)
      switch run.origin {
      case .verbatim(let file, let offset):
        json.member("origin", "verbatim")
        json.place(file: file, offset: offset, files: files)
      case .macro(let file, let call, let name):
        json.member("origin", "macro")
        json.place(file: file, offset: call.lowerBound, files: files)
        json.member("macro", name)
      }
    }
  }

  /// Line and column; the file's name too where it is an included one.
  private mutating func place(file: Int, offset: Int, files: [SourceFile]) {
    guard files.indices.contains(file) else { return }
    let location = files[file].location(of: offset)
    member("line", location.line)
    member("column", location.column)
    if file > 0 { member("file", files[file].path) }
  }
}
