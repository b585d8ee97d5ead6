package import Diagnostics
package import GoBuild
import MacroExpansion

/// How something that makes one build differ from another got into a path: from where a variable is set, through the macros and
/// shell variables in its text, to the name, the version or the folder itself.
///
/// The way is looked for in the texts alone, and the shortest is shown; where a macro's name is computed none is found.
struct PathOrigin {
  private struct Step {
    let file: Int
    let range: ByteRange
    /// What is said of the place; nil for the start.
    let message: String?
  }

  private let context: RuleContext
  private let sources: Set<String>
  private static let depthLimit = 16

  init(_ context: RuleContext) {
    self.context = context
    sources = Set(BuildIdentity.sourceNames(of: context.spec))
  }

  /// The steps after a setting, the last with what it takes from there; none where the setting itself has it, or no way is found.
  ///
  /// What changes most often is looked for first: a folder of each version is more than one of each package.
  func notes(from setting: SourceReference, to keys: [Key]) -> [Note] {
    for goal in [Self.perBuild(keys, sources), Self.others] {
      if let notes = notes(from: setting, to: goal) { return notes }
    }
    return []
  }

  private func notes(from setting: SourceReference, to goal: Goal) -> [Note]? {
    var visited: Set<SourceReference> = [setting]
    var ways: [[Step]] = [[Step(file: setting.file, range: setting.range, message: nil)]]
    while !ways.isEmpty, ways[0].count <= Self.depthLimit {
      var longer: [[Step]] = []
      for way in ways {
        guard let last = way.last else { continue }
        if let found = goal.found(in: text(last)) { return notes(of: way, endingWith: found) }
        for step in steps(after: last) where visited.insert(SourceReference(file: step.file, range: step.range)).inserted {
          longer.append(way + [step])
        }
      }
      ways = longer
    }
    return nil
  }

  private func notes(of way: [Step], endingWith found: String) -> [Note] {
    way.enumerated().compactMap { index, step in
      step.message.map { message in
        Note(
          index == way.count - 1 ? "\(message), from '\(found)'" : message,
          at: context.spec.place(SourceReference(file: step.file, range: step.range)))
      }
    }
  }

  private func text(_ step: Step) -> ArraySlice<UInt8> {
    guard context.spec.files.indices.contains(step.file) else { return [] }
    let bytes = context.spec.files[step.file].bytes
    return bytes[step.range.clamped(to: 0..<bytes.count)]
  }

  // MARK: Steps

  private func steps(after step: Step) -> [Step] {
    let text = text(step)
    let macros = MacroReferences.names(in: text).compactMap { name in
      context.spec.definitions.last { $0.name == name }.map { Step(file: $0.file, range: $0.range, message: "%\(name) is defined here") }
    }
    let variables = Self.variables(in: text).compactMap { name -> Step? in
      let before = context.model.assignments.last {
        $0.name == name && $0.value != nil && $0.source.file == step.file && $0.source.range.lowerBound < step.range.lowerBound
      }
      return before.map { Step(file: $0.source.file, range: $0.source.range, message: "'\(name)' is set here") }
    }
    return macros + variables
  }

  /// `$NAME` and `${NAME`.
  fileprivate static func variables(in text: ArraySlice<UInt8>) -> [String] {
    text.indices.filter { text[$0] == UInt8(ascii: "$") }.compactMap { dollar in
      let rest = text[(dollar + 1)...]
      let body = rest.first == UInt8(ascii: "{") ? rest.dropFirst() : rest
      let name = body.prefix { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      }
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }

  // MARK: The end of the way

  /// What in a text changes from build to build by itself.
  private struct Goal {
    let macros: Set<String>
    let variables: Set<String>
    var words: [String] = []

    /// As it is written there.
    func found(in text: ArraySlice<UInt8>) -> String? {
      if let name = MacroReferences.names(in: text).first(where: macros.contains) { return "%{\(name)}" }
      if let name = PathOrigin.variables(in: text).first(where: variables.contains) { return "$\(name)" }
      return words.first { text.firstRange(of: $0.utf8) != nil }
    }
  }

  private static func perBuild(_ keys: [Key], _ sources: Set<String>) -> Goal {
    let version: Set<String> = keys.contains(.version) ? ["version", "VERSION", "epoch", "buildsubdir"] : []
    let release: Set<String> = keys.contains(.release) ? ["release", "RELEASE"] : []
    return Goal(
      macros: version.union(release).union(keys.contains(.version) || keys.contains(.release) ? sources : []),
      variables: keys.contains(.version) || keys.contains(.release) ? ["RPM_PACKAGE_VERSION", "RPM_PACKAGE_RELEASE"] : [])
  }

  private static let others = Goal(
    macros: ["name", "NAME", "_builddir", "builddir", "buildroot", "buildsubdir", "_arch", "_target_cpu"],
    variables: ["PWD", "RPM_BUILD_DIR", "RPM_BUILD_ROOT", "RPM_PACKAGE_NAME", "RPM_ARCH", "RANDOM", "BASHPID"],
    words: ["$(pwd)", "`pwd`", "$$", "mktemp", "uname -m"])
}

extension CacheFacts {
  /// Where a cache's variable is set, by which macro, and how what changes from build to build got there.
  package func originNotes(of cache: CachePath) -> [Note] {
    let setting = settingNotes(cache.decidedBy, at: cache.setAt)
    guard let reference = cache.setAt, !cache.keyedBy.isEmpty else { return setting }
    let way = PathOrigin(context).notes(from: reference, to: cache.keyedBy)
    // The last step says more than a note on the same place.
    return setting.filter { note in note.place == nil || !way.contains { $0.place == note.place } } + way
  }
}
