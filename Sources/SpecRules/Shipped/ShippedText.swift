import GoBuild
import MacroExpansion

/// A file with text of its own that a package brings: written in a scriptlet of the build, or a source beside the spec that is installed.
package struct ShippedText {
  /// Where it will lie, without the build root.
  package let path: String
  package let text: String
  package let place: ScriptPlace
}

extension ShippedFacts {
  package var shippedTexts: [ShippedText] {
    let written = model.writtenFiles.compactMap { file in
      installedPath(file.path.display).map { ShippedText(path: $0, text: file.text.display, place: ScriptPlace(file)) }
    }
    return written + model.shellCommands.compactMap(installedSource)
  }

  /// The path in the package of one in the build root.
  private func installedPath(_ path: String) -> String? {
    guard let root = spec.macros["buildroot"].map({ String(decoding: $0, as: UTF8.self) }), !root.isEmpty, path.hasPrefix(root + "/") else {
      return nil
    }
    return "/" + path.dropFirst(root.count).drop { $0 == "/" }
  }

  /// `install -m 644 %{SOURCE1} %{buildroot}/etc/profile.d/go.sh`, where the source lies beside the spec.
  private func installedSource(_ command: ShellCommand) -> ShippedText? {
    let words = command.words.map { $0.value.display }
    guard ["install", "cp"].contains(words.first?.split(separator: "/").last ?? ""), let last = words.last,
      let target = installedPath(last)
    else { return nil }
    for source in spec.localSources {
      guard case .text(let bytes) = source.content, words.dropFirst().dropLast().contains(where: { $0.hasSuffix("/\(source.name)") }) else {
        continue
      }
      // Into a folder, under its own name.
      let isFolder = last.hasSuffix("/") || target.hasSuffix(".d")
      let path = isFolder ? "\(target.hasSuffix("/") ? String(target.dropLast()) : target)/\(source.name)" : target
      return ShippedText(path: path, text: String(decoding: bytes, as: UTF8.self), place: ScriptPlace(command))
    }
    return nil
  }
}
