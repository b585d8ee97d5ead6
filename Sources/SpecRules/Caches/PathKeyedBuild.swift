import Diagnostics
package import GoBuild
package import MacroExpansion
import MacroTargets
import SpecSyntax

extension CacheFacts {
  /// The commands that compile vendored packages into a shared build cache, in a folder that changes with the version, without
  /// `-trimpath`: the cache's keys hold the packages' paths, so that the next version finds nothing in it.
  package var commandsKeyedByPath: [GoCommand] {
    guard [.local, .any].contains(settings.builder) else { return [] }
    return model.commands.filter { command in
      command.moduleMode == .vendor && command.compilesPackages && isShared(command.buildCache) && changesWithVersion(command.directory)
        && !command.mayHaveFlag("trimpath")
    }
  }

  /// Whether a build cache is there for the next build.
  private func isShared(_ cache: CachePath) -> Bool {
    cache.decidedBy != nil && !isOwnedByBuild(cache) && !cache.isOwnedByProcess && !cache.isInBuildRoot && cache.path.display.hasPrefix("/")
  }

  private func changesWithVersion(_ folder: Value) -> Bool {
    guard let path = folder.exact, let version = spec.macros["version"], !version.isEmpty else { return false }
    return path.firstRange(of: version) != nil
  }
}

extension GoCommand {
  package var compilesPackages: Bool { invocation?.subcommand.map { ["build", "install", "test"].contains($0) } ?? false }

  /// Whether a flag stands on the command's line or in GOFLAGS, or may do so where not all words are known.
  package func mayHaveFlag(_ name: String) -> Bool {
    if invocation?.flag(name) != nil || invocation?.isExact == false { return true }
    guard let flags = goFlags else { return false }
    return flags.exact == nil || GoFlagsWord.words(of: flags).contains { $0.name == name }
  }
}

extension ExpandedSpec {
  /// Whether debuginfo packages are made. With `-trimpath` their making fails: find-debuginfo stops at an empty list of sources.
  package var buildsDebuginfo: Bool {
    if let definition = definitions.last(where: { $0.name == "debug_package" }) {
      return !definition.body.elementsEqual("%{nil}".utf8) && !definition.body.isEmpty
    }
    return MacroTarget.named(target)?.buildsDebuginfo ?? true
  }
}

// MARK: - What debuginfo asks of a build

extension RuleContext {
  /// Whether rpm stops where a program has no build ID (`%_missing_build_ids_terminate_build`; build/files.c, find-debuginfo).
  package var requiresBuildIDs: Bool { makesDebugPackages && isOn("_missing_build_ids_terminate_build") }

  /// Whether rpm builds a debugsource package and fails if debuginfo refers to no sources (`%_debugsource_packages`).
  package var requiresDebugSources: Bool {
    makesDebugPackages && isOn("_debugsource_packages") && spec.macros["_empty_manifest_terminate_build"]?.elementsEqual("0".utf8) != true
  }

  /// Whether programs of this spec are taken apart for debuginfo by a target that is known.
  private var makesDebugPackages: Bool {
    guard isTakenByTarget, spec.target == "host" || settings.namesTarget || spec.isTargetSure, spec.buildsDebuginfo else { return false }
    let isNoarch = fedora.tags(named: "BuildArch").contains { $0.value.bytes.elementsEqual("noarch".utf8) }
    let ownWays = ["_enable_debug_package", "__debug_install_post", "__find_debuginfo", "__os_install_post", "__spec_install_post"]
    return !isNoarch && !ownWays.contains { name in spec.files.contains { $0.bytes.firstRange(of: name.utf8) != nil } }
  }

  private func isOn(_ macro: String) -> Bool { spec.macros[macro].map { !$0.isEmpty && !$0.elementsEqual("0".utf8) } ?? false }
}
