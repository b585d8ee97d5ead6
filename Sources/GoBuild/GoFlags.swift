/// A flag of a go subcommand.
package struct GoFlag: Sendable, Hashable {
  package let name: String
  /// `-p 4`, `-p=4`; a Boolean flag never takes the next word: `-race`, `-race=true`.
  package let takesValue: Bool
  /// First and last minor release of Go 1 that defines it; 0 and nil where no release known here lacks it.
  package let since: Int
  package let until: Int?

  package func isDefined(inGo minor: Int) -> Bool { minor >= since && minor <= until ?? minor }
}

/// Which flags each go subcommand defines.
///
/// Found by giving every flag name of `go help` and of cmd/go's sources to every subcommand of Go 1.19.8, 1.21.13, 1.22.10,
/// 1.23.9, 1.24.11, 1.25.5, 1.26.6 and 1.27.3 and reading "flag provided but not defined" and "flag needs an argument";
/// what is new in 1.21 but not in 1.19 and stands in Go 1.20's release notes is dated 1.20.
package enum GoFlags {
  /// The flags by subcommand (`build`, `mod download`); nil for those that hand unknown flags on to another program
  /// (test to the test binary, vet and fix to their tools, tool, doc) and for what is no subcommand of go.
  package static func flags(of subcommand: String) -> [String: GoFlag]? { table[subcommand] }

  /// Flags that some go command defines; GOFLAGS may hold these only (tried with the same releases).
  package static let known: Set<String> = Set(table.values.flatMap(\.keys)).union(flags(testOnly, "vettool: diff fixtool: c:").keys)
    .subtracting(["h", "help", "args"])

  /// Flags of `go test`, with the value they take; unknown ones go to the test binary.
  package static let test: [String: GoFlag] = flags(build, testOnly, "i<19")

  private static let table: [String: [String: GoFlag]] = [
    "build": flags(build, cover, "mod: o: i<19 json>24"),
    "install": flags(build, cover, "mod: i<19 json>24"),
    "run": flags(build, cover, "mod: exec: json>24"),
    "get": flags(build, "d f fix insecure m t u json>24 tool>24"),
    "list": flags(build, cover, "mod: compiled deps e export f: find json m retracted reuse: test u versions"),
    "generate": flags(build, "mod: run: skip:>20"),
    "clean": flags(build, "mod: cache fuzzcache i modcache r testcache"),
    "fmt": flags("mod: modcacherw modfile: n overlay: x", directory),
    "env": flags("json u w n>20 x>20 changed>23", directory),
    "version": flags("m v json>25", directory),
    "bug": flags("v", directory),
    "mod download": flags(module, "json x reuse:"),
    "mod edit": flags(
      module, "dropexclude: dropreplace: droprequire: dropretract: exclude: fmt go: json module: n print replace: require: retract: x",
      "toolchain:>20 dropgodebug:>23 godebug:>23 droptool:>24 tool:>24 dropignore:>25 ignore:>25"),
    "mod graph": flags(module, "go: x>20"),
    "mod init": flags(module),
    "mod tidy": flags(module, "compat: e go: v x>20 diff>23"),
    "mod vendor": flags(module, "e o: v"),
    "mod verify": flags(module),
    "mod why": flags(module, "m vendor"),
    "work edit": flags(directory, "dropreplace: dropuse: fmt go: json print replace: use: toolchain:>20 dropgodebug:>23 godebug:>23"),
    "work init": flags(module),
    "work sync": flags(module),
    "work use": flags(module, "r"),
    "work vendor": flags(module, "e o: v"),
  ]

  // MARK: Groups; "NAME" is Boolean, "NAME:" takes a value, ">N" since Go 1.N, "<N" up to Go 1.N

  private static let build =
    "a asan buildvcs linkshared modcacherw msan n race trimpath v work x "
    + "asmflags: buildmode: compiler: gccgoflags: gcflags: installsuffix: ldflags: modfile: overlay: p: pkgdir: tags: toolexec: "
    + "pgo:>20 debug-actiongraph: debug-trace: debug-runtime-trace:>20 " + directory
  private static let cover = " cover>20 covermode:>20 coverpkg:>20"
  private static let module = "modcacherw modfile: overlay: " + directory
  private static let directory = "C:>20"
  private static let testOnly =
    "mod: artifacts>26 bench: benchmem benchtime: blockprofile: blockprofilerate: c count: cover covermode: coverpkg: coverprofile: cpu: "
    + "cpuprofile: exec: failfast fullpath>21 fuzz: fuzzminimizetime: fuzztime: json list: memprofile: memprofilerate: mutexprofile: "
    + "mutexprofilefraction: o: outputdir: parallel: run: short shuffle: skip:>20 timeout: trace: vet: args"

  private static func flags(_ groups: String...) -> [String: GoFlag] {
    var flags: [String: GoFlag] = ["h": GoFlag(name: "h", takesValue: false, since: 0, until: nil)]
    flags["help"] = GoFlag(name: "help", takesValue: false, since: 0, until: nil)
    for group in groups {
      for entry in group.split(separator: " ") {
        let name = entry.prefix { $0 != ":" && $0 != ">" && $0 != "<" }
        let release = entry.firstIndex { $0 == ">" || $0 == "<" }.flatMap { Int(entry[entry.index(after: $0)...]) }
        flags[String(name)] = GoFlag(
          name: String(name), takesValue: entry.contains(":"), since: entry.contains(">") ? release ?? 0 : 0,
          until: entry.contains("<") ? release : nil)
      }
    }
    return flags
  }
}
