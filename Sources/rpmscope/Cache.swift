import ArgumentParser
import Glibc
import GoCaches
import SpecLint

/// `rpmscope cache`: what Go's caches on this machine hold, what is held twice, what is broken, and what to remove.
struct Cache: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Measure Go's module and build caches: what is held twice, broken, or too much.",
    discussion: """
      The caches are looked for in the folders and below them: GOMODCACHEs, GOPATHs, GOCACHEs, rpmbuild's BUILD, mock's build roots. \
      Without a folder, this user's own two are measured. Nothing is changed without --apply.

      Exit status: 0; 1 when the caches take more than a quota allows (with --apply: still do); 2 when a folder cannot be read or a \
      removal failed.
      """)

  @Argument(help: "Caches, and folders with caches.", completion: .directory)
  var folders: [String] = []

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: ArgumentHelp("Lines of each table; 10 by default, 0 for all of them.", valueName: "N"))
  var top = 10

  @Flag(help: "Read and hash trees and outputs too, to find changes that keep a file's length.")
  var verify = false

  @Option(help: ArgumentHelp("How much all the caches may take on disk: 100M, 2G.", valueName: "SIZE"))
  var maxSize: ByteCount?

  @Option(help: ArgumentHelp("Which share of their file system the caches may take.", valueName: "PERCENT"))
  var maxPercent: Double?

  @Option(help: ArgumentHelp("How much must be free on their file systems.", valueName: "SIZE"))
  var minFree: ByteCount?

  @Option(help: ArgumentHelp("A go.sum whose modules stay, whatever happens.", valueName: "GO.SUM"))
  var keep: [String] = []

  @Flag(help: "Remove what the quota asks for, with go's locks held; nothing of a cache that a process uses.")
  var apply = false

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top must be 0 or more") }
    if let maxPercent, !(0...100).contains(maxPercent) { throw ValidationError("--max-percent must be between 0 and 100") }
    let hasQuota = maxSize != nil || maxPercent != nil || minFree != nil
    if apply, !hasQuota { throw ValidationError("--apply needs --max-size, --max-percent or --min-free") }
    if !keep.isEmpty, !hasQuota { throw ValidationError("--keep needs --max-size, --max-percent or --min-free") }
  }

  mutating func run() throws {
    let quota = try self.quota
    let now = Int(time(nil))
    var options = CacheFinder.Options(now: now)
    options.verifiesContent = verify
    let progress = CountedProgress(noun: "files")
    var finder = CacheFinder(options) { progress.show($0) }
    let inventory = finder.inventory(of: try places)
    progress.end()
    var report = CacheReport(inventory: inventory, now: now)
    report.addQuotaGroups()
    if quota.isSet { report.plan = quota.plan(for: inventory.caches, now: now) }
    if apply { report.applyPlan() }
    Console.write(json ? report.json : Array(report.text(top: top == 0 ? Int.max : top, width: Self.barWidth).utf8))
    for path in inventory.unreadable { Console.complain("cannot read '\(path)'") }
    for failure in report.failures { Console.complain(failure) }
    if !Set(folders).isDisjoint(with: inventory.unreadable) || !report.failures.isEmpty { throw ExitCode(2) }
    if report.isOver { throw ExitCode(1) }
  }

  private var places: [String] {
    get throws {
      if !folders.isEmpty { return folders }
      let settings = MachineSettings.current().settings
      let own = ["GOMODCACHE", "GOCACHE"].compactMap { settings.value(of: $0) }.filter { access($0, F_OK) == 0 }
      guard !own.isEmpty else { throw LintFailure("this user has no Go caches yet; name a folder") }
      return own
    }
  }

  private var quota: CacheQuota {
    get throws {
      var quota = CacheQuota()
      quota.maximumSize = maxSize?.bytes
      quota.maximumPercent = maxPercent
      quota.minimumFree = minFree?.bytes
      for path in keep { quota.kept.add(try SpecInput(contentsOf: path).bytes) }
      return quota
    }
  }

  /// Cells of a bar; none where nobody looks.
  private static var barWidth: Int {
    guard Console.isTerminal(STDOUT_FILENO) else { return 0 }
    return (TerminalEnvironment().width ?? 80) >= 80 ? 20 : 10
  }
}
