package import Diagnostics
package import MacroExpansion
import SpecSyntax

/// Rewrites of macro calls and definitions.
extension Rewrites {
  /// A call becomes text: `%%name`.
  package func escaping(_ call: SourceReference) -> [TextEdit]? {
    guard call.file == 0, specWords(call.range).hasPrefix("%") else { return nil }
    return [insertion("%", at: call.range.lowerBound)]
  }

  /// Takes out a definition with its lines.
  package func removing(_ definition: MacroDefinition) -> [TextEdit]? {
    let shape = LineShape(specBytes)
    guard definition.file == 0, shape.lineStart(definition.range.lowerBound) == definition.range.lowerBound,
      specBytes[definition.range].last == 0x0A
    else { return nil }
    return [TextEdit(range: definition.range, newText: [])]
  }

  /// A build id that comes out of the package's name and version, for the one by chance of older releases of Fedora's `%gobuild`:
  /// `0x$(head -c20 /dev/urandom|od -An -tx1|tr -d ' \n')`.
  package func reproducibleBuildID(in stretch: ByteRange?) -> [TextEdit]? {
    guard let stretch, stretch.upperBound <= specBytes.count else { return nil }
    let stable = "echo %{name}-%{version}-%{release}-${SOURCE_DATE_EPOCH:-} | sha1sum | cut -d ' ' -f 1"
    var edits: [TextEdit] = []
    var rest = specBytes[stretch]
    while let prefix = rest.firstRange(of: "0x".utf8) {
      rest = rest[prefix.upperBound...]
      guard rest.starts(with: "$(".utf8) || rest.starts(with: "%(".utf8), let close = rest.firstIndex(of: UInt8(ascii: ")")) else {
        continue
      }
      let command = prefix.upperBound + 2..<close
      guard specWords(command).filter({ !" \t\\'\"".contains($0) }) == "head-c20/dev/urandom|od-An-tx1|tr-dn" else { continue }
      edits.append(replacement(of: command, with: stable))
    }
    return edits
  }
}

extension ExpandedSpec {
  /// Another name wherever a macro is called, or asked for.
  package func renaming(_ name: String, to other: String) -> [TextEdit]? {
    guard files.count == 1, let file = files.first else { return nil }
    return Spec(file.bytes).calls(of: name).map { TextEdit(range: $0.reference.name, newText: Array(other.utf8)) }
  }

  /// What can be done about a problem of reading: a macro is called by the name that was meant.
  package func rewrites(of problem: Problem) -> [FixIt] {
    guard case .misspelling(let written, let meant) = problem.cause else { return [] }
    return FixIt.unsafe(
      "call '\(meant)' instead of '\(written)'", renaming(written, to: meant), because: "a different name may be intended",
      changing: FixPromise(macros: [written]))
  }
}
