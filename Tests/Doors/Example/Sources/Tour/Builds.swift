import SpecLint

/// What a spec is to rpm, and what the go commands of its build see.
enum Builds {
  static func show(_ input: SpecInput) throws(LintFailure) {
    var options = LintOptions()
    options.evaluation = try Tour.evaluation()
    let linter = try Linter(options)
    let expansions = try linter.expand(input)
    for expansion in expansions { show(expansion) }
    print("\(Expansion.json(of: expansions).count > 2)")
    let resolutions = try linter.resolve(SpecInput(path: "hello.spec", bytes: input.bytes))
    for resolution in resolutions {
      print("\(resolution.target): \(resolution.commands.count) commands")
      for command in resolution.commands { show(command) }
    }
    print("\(Resolution.json(of: resolutions).count > 2)")
  }

  private static func show(_ expansion: Expansion) {
    print("\(expansion.target): \(expansion.text.count) bytes, \(expansion.problems.count) problems")
    let sections: [Expansion.Section] = expansion.sections
    for section in sections where !section.text.isEmpty {
      let origin = section.origin(of: 0).map(Findings.place) ?? "nowhere"
      print("  \(section.name), line \(section.line), begins at \(origin)")
    }
  }

  private static func show(_ command: ResolvedCommand) {
    print("%\(command.section) \(Findings.place(command.place)): \(command.arguments.map(\.text).joined(separator: " "))")
    print("  in \(command.directory.text), when \(command.condition ?? "ever"), \(command.moduleMode)")
    print("  -p \(command.processes ?? 0), GOMAXPROCS \(command.gomaxprocs ?? 0)")
    let values: [String: ResolvedValue] = command.environment.merging(command.settings) { first, _ in first }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      print("  \(name)=\(value.text), exact: \(value.isExact), set at \(value.setAt.map(Findings.place) ?? "no place of the spec")")
    }
    let caches: [ResolvedCache] = [command.moduleCache, command.buildCache]
    for cache in caches {
      print("  \(cache.path.text): \(cache.isUsed.map { "\($0)" } ?? "unknown") (\(cache.reason)), keyed by \(cache.keyedBy)")
    }
  }
}
