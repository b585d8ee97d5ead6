package import Diagnostics
package import GoBuild
import MacroExpansion

/// Rewrites of files with go's settings.
extension Rewrites {
  /// Takes out of a file's lines what only a shell would understand.
  package func asGoReads(_ lines: [SettingsLine], of file: WrittenFile) -> [TextEdit]? {
    guard let text = context.script.text(of: file.section) else { return nil }
    let next = model.writtenFiles.filter { $0.section == file.section }.map(\.range.lowerBound).filter { $0 >= file.range.upperBound }.min()
    let range = file.range.lowerBound..<(next ?? text.bytes.count)
    var edits: [TextEdit] = []
    for line in lines where line.fault != nil {
      guard let place = StandaloneWords.only(Array(line.text.utf8), in: text.bytes, within: range), let superfluous = line.superfluous
      else {
        return nil
      }
      for part in superfluous {
        guard let words = verbatim(place.lowerBound + part.lowerBound..<place.lowerBound + part.upperBound, in: file.section) else {
          return nil
        }
        edits.append(TextEdit(range: words, newText: []))
      }
    }
    return edits
  }

  /// Names a file to go, on a line before the command that writes it.
  package func namingSettingsFile(_ file: WrittenFile) -> [TextEdit]? {
    guard let path = file.path.exact.map({ String(decoding: $0, as: UTF8.self) }), !path.contains(where: { " \t'\"$%".contains($0) }) else {
      return nil
    }
    return lineInserted("export GOENV=\(path)", before: file.range, in: file.section).map { [$0] }
  }
}
