package import Diagnostics
package import GoBuild
package import MacroExpansion
package import SpecSyntax

/// Fedora's Go packaging guideline, as rules hold it against a spec.
///
/// https://docs.fedoraproject.org/en-US/packaging-guidelines/Golang/, as last reviewed by its authors on 2025-10-15; rules name its
/// headings. The guideline for packages from before Fedora 43, whose modules are packages too, is not held against specs.
package enum FedoraGuideline {
  package static let address = "https://docs.fedoraproject.org/en-US/packaging-guidelines/Golang/"

  /// Macros that only Fedora's go-rpm-macros and go-vendor-tools have; `%gobuild`, `%gotest` and `%goprep` are openSUSE's as well.
  static let ownMacros: Set<String> = [
    "gometa", "gocheck", "gocheck2", "goinstall", "gopkg", "gopkginstall", "gopkgfiles", "godevelpkg", "godevelinstall", "godevelfiles",
    "go_generate_buildrequires", "go_vendor_license_buildrequires", "go_vendor_license_install", "go_vendor_license_check",
    "go_vendor_license_filelist", "gobuildflags", "gobuild_baseflags", "gobuild_ldflags", "gobuildflags_shescaped",
    "gobuild_baseflags_shescaped", "gobuild_ldflags_shescaped",
  ]
  /// Those of go-rpm-macros that a build calls.
  static let buildMacros: Set<String> = [
    "gobuild", "gotest", "gocheck", "goprep", "goenv", "gomkdir", "goinstall", "gopkginstall", "gopkgfiles", "godevelinstall",
    "go_generate_buildrequires", "gobuildflags", "gobuild_baseflags", "gobuild_ldflags", "gobuildflags_shescaped",
    "gobuild_baseflags_shescaped", "gobuild_ldflags_shescaped",
  ]
  /// Those that bring Fedora's compiler flags.
  static let flagMacros: Set<String> = [
    "gobuild", "goinstall", "gobuildflags", "gobuild_baseflags", "gobuild_ldflags", "gobuildflags_shescaped",
    "gobuild_baseflags_shescaped", "gobuild_ldflags_shescaped",
  ]
  /// Those of go-vendor-tools.
  static let vendorMacros: Set<String> = [
    "gocheck2", "go_vendor_license_buildrequires", "go_vendor_license_install", "go_vendor_license_check", "go_vendor_license_filelist",
  ]
}

// MARK: - Whether it applies

extension FedoraFacts {
  /// Whether the spec is to be held against the guideline: it was read for Fedora or EPEL, in the branches that these take, and either
  /// the user has said so or the spec shows that it is one of theirs.
  ///
  /// `--target auto` takes Fedora's macros for many specs of other origin, where the guideline has nothing to say, and the host's for
  /// Fedora's specs that call none of them.
  package var followsFedora: Bool { context.known.once(\.followsFedora) { isOneOfTheirs } }

  private var isOneOfTheirs: Bool {
    let isFedora = spec.target == "fedora" || spec.target.hasPrefix("epel")
    guard isTakenByTarget, isFedora || spec.target == "host" else { return false }
    if isFedora, settings.namesTarget { return true }
    // Fedora's builders have no network: what downloads is built elsewhere.
    guard spec.isTargetSure, !downloadsModules, namesItsRelease else { return false }
    if buildRequirements.contains(where: { ["golang-packaging", "rpm-build-golang", "rpm-macros-golang"].contains($0) }) { return false }
    // Mageia and OpenMandriva have taken over some of Fedora's macros, and have others beside them.
    if spec.undefinedMacros.contains(where: { $0.name.hasPrefix("go") }) { return false }
    return !calledMacros.subtracting(definedMacros).isDisjoint(with: FedoraGuideline.ownMacros)
      || buildRequirements.contains { ["go-rpm-macros", "go-vendor-tools", "go-srpm-macros"].contains($0) }
  }

  /// Whether `Release` has Fedora's `%{?dist}` or `%autorelease`.
  private var namesItsRelease: Bool {
    guard let tag = tags(named: "Release").last else { return true }
    return ReleaseWithoutDist.hasDist(tag, context)
  }

  private var downloadsModules: Bool {
    model.commands.contains { ["mod download", "mod tidy", "mod vendor", "get"].contains($0.invocation?.subcommand) }
  }

  /// Macros that the spec itself defines, as a fallback for older distributions or otherwise.
  var definedMacros: Set<String> { Set(spec.definitions.map(\.name)) }
}

// MARK: - What the spec says

extension FedoraFacts {
  /// The names in all `BuildRequires`, without versions: "golang", "golang(github.com/x/y)".
  package var buildRequirements: [String] {
    tags(named: "BuildRequires").flatMap { tag in
      // Words that follow a comparison are versions; taken for names they do no harm.
      String(decoding: tag.value.bytes, as: UTF8.self).split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    }
  }

  package func tags(named name: String) -> [Tag] { spec.tags.filter { $0.name.lowercased() == name.lowercased() } }

  /// Where the spec first calls a macro.
  package func firstCall(of name: String) -> SourceReference? { calls(of: name).first }

  /// Where the spec calls a macro.
  package func calls(of name: String) -> [SourceReference] {
    var calls: [SourceReference] = []
    for run in spec.text.runs {
      guard case .macro(let file, let call, name) = run.origin else { continue }
      let reference = SourceReference(file: file, range: call)
      if calls.last != reference { calls.append(reference) }
    }
    return calls
  }

  /// The package's own name.
  package var packageName: Tag? { tags(named: "Name").last { $0.package == nil } }

  package func place(of tag: Tag) -> FileRange { spec.place(tag.source) }

  /// Commands by which the scriptlets themselves compile what is shipped.
  package var programBuilds: [GoCommand] {
    model.commands.filter { command in
      guard command.kind == .direct, let invocation = command.invocation, command.section == .build || command.section == .install else {
        return false
      }
      guard let subcommand = invocation.subcommand, ["build", "install"].contains(subcommand) else { return false }
      return !invocation.operands.contains { $0.exactText?.contains("@") == true }
    }
  }
}

extension FedoraFacts {
  /// Whether a scriptlet calls a macro that brings Fedora's compiler flags.
  package func takesFedoraFlags(in section: SectionKeyword) -> Bool {
    context.script.text(of: section)?.runs.contains { run in
      guard case .macro(_, _, let name) = run.origin else { return false }
      return FedoraGuideline.flagMacros.contains(name)
    } ?? false
  }
}

// MARK: - Vendoring

extension FedoraFacts {
  /// What shows that the package is built from vendored modules; nil where nothing does.
  package var vendoringEvidence: String? {
    if let name = calledMacros.sorted().first(where: { $0.hasPrefix("go_vendor_license") }) { return "%\(name)" }
    if buildRequirements.contains("go-vendor-tools") { return "'go-vendor-tools'" }
    if let source = vendorArchive { return "'\(source)'" }
    if let command = model.commands.first(where: { $0.kind == .direct && $0.moduleMode == .vendor }) {
      return "the vendored '\(command.title)'"
    }
    return keepingPrep == nil ? nil : "'%goprep -k'"
  }

  /// A `%goprep` that keeps the vendor folder.
  package var keepingPrep: SourceReference? {
    guard let call = firstCall(of: "goprep") else { return nil }
    let words = context.source.text(of: call.range, file: call.file).split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "}") }
    return words.contains { $0.elementsEqual("-k".utf8) } ? call : nil
  }

  /// A source that by its name is an archive of vendored modules.
  package var vendorArchive: String? {
    for source in spec.sources {
      let name = String(decoding: LocalSource.fileName(of: source), as: UTF8.self)
      guard name.lowercased().contains("vendor"), [".tar", ".tgz", ".txz", ".zip"].contains(where: name.contains) else { continue }
      return name
    }
    return nil
  }
}
