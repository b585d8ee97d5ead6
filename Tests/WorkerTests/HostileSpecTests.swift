import Diagnostics
import Glibc
import MacroExpansion
import Testing

/// Specs that try to run, write, read, hang or flood while they are read: nothing comes of it, and each gets its answer in time.
@Suite(.serialized, .timeLimit(.minutes(10))) struct HostileSpecTests {
  private static let timeLimit = 2.0

  @Test(arguments: HostileSpec.all) func nothingComesOfIt(_ hostile: HostileSpec) throws {
    try check(hostile, as: .current)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"), arguments: HostileSpec.all)
  func nothingComesOfItAsNobody(_ hostile: HostileSpec) throws {
    try check(hostile, as: .nobody)
  }

  private func check(_ hostile: HostileSpec, as user: TestWorker.User) throws {
    setenv("RPMSCOPE_TEST_TOKEN", "s3cr3t", 1)
    let folder = try HostileFolder()
    let worker = try TestWorker(user: user)
    let before = folder.state()
    let start = TestWorker.now
    let reply: WorkerReply
    do {
      let pool = try WorkerPool(configuration: WorkerConfiguration(ignoresUserMacros: true, jobs: 1), workerPath: worker.path)
      reply = pool.evaluate(
        EvaluationRequest(
          path: folder.folder + "/x.spec", bytes: Array(folder.fill(hostile.text).utf8), sourceDirectory: folder.folder,
          timeLimit: Self.timeLimit))
    }
    #expect(TestWorker.now - start < Self.timeLimit + 5)
    #expect(folder.state() == before)
    #expect(worker.remainingProcesses == [])
    #expect(TestWorker.remainingProcesses(with: "98765") == [])
    try checkEnding(reply, hostile.ending)
  }

  private func checkEnding(_ reply: WorkerReply, _ ending: HostileSpec.Ending) throws {
    switch (reply, ending) {
    case (.failed(.workerLost), _), (.failed(.malformed), _), (.failed(.refused), _), (.package, _): Issue.record("\(reply)")
    case (.failed, .any): break
    case (.failed(let failure), _): Issue.record("\(failure)")
    case (.spec(let spec), .problem(let text)):
      #expect(spec.problems.contains { $0.message.contains(text) }, "\(spec.problems)")
      checkNothingLeaked(spec)
    case (.spec(let spec), .notRun(let text)):
      #expect(spec.commands.contains { String(decoding: $0.command, as: UTF8.self).contains(text) && $0.outcome == .opaque })
      checkNothingLeaked(spec)
    case (.spec(let spec), .read), (.spec(let spec), .any): checkNothingLeaked(spec)
    }
  }

  private func checkNothingLeaked(_ spec: ExpandedSpec) {
    let texts = [spec.text.bytes] + spec.files.map(\.bytes) + spec.macros.values + spec.problems.map { Array($0.message.utf8) }
    for text in texts where text.count < 1 << 20 { #expect(!String(decoding: text, as: UTF8.self).contains("s3cr3t")) }
  }

  /// The table above can fail: with a shell the same specs do what they say.
  @Test func aTrustedSpecRunsItsCommands() throws {
    let folder = try HostileFolder()
    let worker = try TestWorker()
    let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 1), workerPath: worker.path)
    let text = folder.fill(
      "Name: x\n%description\n%(touch @M@; sleep 98764 >/dev/null & echo done)\n%{lua: os.execute('touch @D@/second')}\n")
    let reply = pool.evaluate(
      EvaluationRequest(path: "x.spec", bytes: Array(text.utf8), sourceDirectory: folder.folder, allowShell: true, timeLimit: 5))
    guard case .spec(let spec) = reply else {
      Issue.record("\(reply)")
      return
    }
    #expect(spec.commands.map(\.outcome) == [.executed, .executed])
    #expect(String(decoding: spec.text.bytes, as: UTF8.self).contains("done"))
    #expect(access(folder.marker, F_OK) == 0)
    #expect(access(folder.folder + "/second", F_OK) == 0)
    #expect(TestWorker.remainingProcesses(with: "98764") == [])
  }
}
