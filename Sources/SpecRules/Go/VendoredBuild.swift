import GoBuild
import MacroExpansion
import SpecSyntax

extension GoFacts {
  /// Whether an archive among the sources has the word in its name: `hello-1.2-vendor.tar.xz`.
  ///
  /// Which files it was made from is not known; go.mod may have been edited in the same way before.
  var hasVendorArchive: Bool {
    spec.sources.contains { source in
      String(decoding: source.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self).lowercased().contains("vendor")
    }
  }
}

extension GoCommand {
  /// Subcommands that build from a vendor folder where there is one.
  private static let builders: Set<String> = ["build", "install", "test", "run", "vet", "list", "generate"]

  var isBuilder: Bool { invocation?.subcommand.map(Self.builders.contains) ?? false }

  /// A flag's value on the command line, else in GOFLAGS; nil where it is not given or not known.
  func flagValue(_ name: String) -> String? {
    if let flag = invocation?.flag(name) { return flag.value?.exact.map { String(decoding: $0, as: UTF8.self) } }
    return settings["GOFLAGS"].flatMap { GoFlagsWord.words(of: $0.value).last { $0.name == name && $0.isNameExact }?.value }
  }

  /// Whether a command comes after another stretch of the build.
  func follows(section other: SectionKeyword, _ range: Range<Int>) -> Bool {
    section == other ? self.range.lowerBound >= range.upperBound : other.runs(before: section)
  }
}
