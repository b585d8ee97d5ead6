import Diagnostics

/// The places of one spec and its includes, as SARIF writes them.
struct SARIFArtifact {
  private let sources: [SourceFile]
  private let path: String
  private let run: LintRun

  init(_ file: FileReport, run: LintRun) {
    sources = file.sources
    path = file.path
    self.run = run
  }

  /// The members of a `location`.
  func writeLocation(_ json: inout JSONWriter, _ place: FileRange, message: String? = nil) {
    json.member("physicalLocation") { json in
      json.member("artifactLocation") { writeArtifact(&$0, place.file) }
      let source = sources.first { $0.path == place.file }
      json.member("region") { json in
        writeRegion(&json, from: place.start, to: place.end, in: source)
        if let source { json.member("snippet") { $0.member("text", bytes: source.line(place.start.line)) } }
      }
    }
    if let message { json.member("message") { $0.member("text", message) } }
  }

  /// One `fix`.
  func writeFix(_ json: inout JSONWriter, _ fix: FixIt) {
    json.object { json in
      json.member("description") { $0.member("text", fix.title) }
      json.member("artifactChanges", array: [fix]) { json, fix in
        json.object { json in
          json.member("artifactLocation") { writeArtifact(&$0, path) }
          json.member("replacements", array: fix.edits, writeReplacement)
        }
      }
    }
  }

  private func writeReplacement(_ json: inout JSONWriter, _ edit: TextEdit) {
    json.object { json in
      if let source = sources.first {
        json.member("deletedRegion") {
          writeRegion(&$0, from: source.location(of: edit.range.lowerBound), to: source.location(of: edit.range.upperBound), in: source)
        }
      }
      json.member("insertedContent") { $0.member("text", bytes: edit.newText) }
    }
  }

  private func writeArtifact(_ json: inout JSONWriter, _ file: String) {
    let path = run.relativePath(file)
    if path.hasPrefix("/") {
      json.member("uri", "file://" + Self.percentEncoded(path))
    } else {
      json.member("uri", Self.percentEncoded(path))
      json.member("uriBaseId", "%SRCROOT%")
    }
  }

  private func writeRegion(_ json: inout JSONWriter, from start: SourceLocation, to end: SourceLocation, in source: SourceFile?) {
    json.member("startLine", start.line)
    json.member("startColumn", source?.utf16Column(of: start) ?? start.column)
    json.member("endLine", end.line)
    json.member("endColumn", source?.utf16Column(of: end) ?? end.column)
  }

  /// RFC 3986, section 2.3, and the slash.
  private static func percentEncoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/+".utf8)
    let encoded = FileName.bytes(of: path).flatMap {
      kept.contains($0) ? [$0] : [UInt8(ascii: "%"), digits[Int($0 >> 4)], digits[Int($0 & 15)]]
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
