import Diagnostics
import Glibc
import MacroExpansion
import SpecSyntax
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct WorkerPoolTests {
  private static func request(_ text: String, timeLimit: Double = 10) -> EvaluationRequest {
    EvaluationRequest(path: "x.spec", bytes: Array(text.utf8), sourceDirectory: "/nonexistent", timeLimit: timeLimit)
  }

  private static func text(of section: SectionKeyword, in reply: WorkerReply) throws -> String {
    switch reply {
    case .spec(let spec): return String(decoding: spec.sections.first { $0.keyword == section }?.text.bytes ?? [], as: UTF8.self)
    case .failed(let failure): throw failure
    case .package: throw EvaluationFailure.malformed
    }
  }

  @Test func aSpecComesBackExpanded() throws {
    let pool = try WorkerPool()
    #expect(pool.information.rpmVersion.contains("."))
    #expect(pool.information.problems == [])
    let reply = pool.evaluate(Self.request("Name: x\nVersion: 1\n%description\nit is %{name}-%{version}\n"))
    #expect(try Self.text(of: .description, in: reply) == "it is x-1\n")
  }

  @Test func everySpecGetsItsOwnAnswerAndNoOthersMacros() throws {
    let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 4))
    let requests = (0..<200).map { index in
      Self.request(
        (index.isMultiple(of: 2) ? "%global only\(index) 1\n" : "") + "%description\n\(index)%{?only\(index - 1)}%{?flag}%{?name}|\n")
    }
    var answers: [Int: String] = [:]
    pool.evaluate(requests) { index, reply in
      #expect(answers[index] == nil)
      answers[index] = try? Self.text(of: .description, in: reply)
    }
    for index in 0..<200 { #expect(answers[index] == "\(index)|\n") }
    #expect(pool.outstanding == 0)
    #expect(pool.receive() == nil)
  }

  @Test func largeSpecsPassBothWaysAtOnce() throws {
    let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 2))
    let line = String(repeating: "0123456789abcdef", count: 64) + "\n"
    let body = String(repeating: line, count: 3_000)
    var answers = 0
    pool.evaluate(Array(repeating: Self.request("%description\n" + body, timeLimit: 60), count: 6)) { _, reply in
      #expect((try? Self.text(of: .description, in: reply)) == body)
      answers += 1
    }
    #expect(answers == 6)
  }

  @Test func aSlowSpecHoldsUpNobody() throws {
    let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 2))
    let start = TestWorker.now
    var order: [Int] = []
    let slow = Self.request("%{lua: while true do end}\n", timeLimit: 2)
    pool.evaluate([slow] + Array(repeating: Self.request("Name: x\n"), count: 20)) { index, reply in
      order.append(index)
      guard index == 0 else { return }
      guard case .failed(.timedOut) = reply else {
        Issue.record("\(reply)")
        return
      }
    }
    #expect(order.count == 21)
    #expect(order.last == 0)
    #expect(TestWorker.now - start < 6)
  }

  @Test func aSpecThatCrashesItsReaderCostsNoOther() throws {
    let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 1))
    let crash = Self.request("%if " + String(repeating: "(", count: 400_000) + "1\n%endif\n")
    var failures = 0
    pool.evaluate([Self.request("Name: a\n"), crash, Self.request("Name: b\n")]) { index, reply in
      if case .failed(let failure) = reply {
        #expect(index == 1)
        guard case .crashed = failure else {
          Issue.record("\(failure)")
          return
        }
        failures += 1
      }
    }
    #expect(failures == 1)
  }

  @Test func aWorkerThatDiesIsStartedAgain() throws {
    let worker = try TestWorker()
    let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 1), workerPath: worker.path)
    let first = try #require(worker.processes.first)
    kill(first, SIGKILL)
    let reply = pool.evaluate(Self.request("%description\nstill here\n"))
    #expect(try Self.text(of: .description, in: reply) == "still here\n")
    #expect(worker.processes != [first])
  }

  /// Each target's macros are loaded in a process of their own, of which the readers are forks.
  @Test func everyCopyIsReadWithTheMacrosOfItsOriginal() throws {
    let pool = try WorkerPool(configuration: WorkerConfiguration(ignoresUserMacros: true, jobs: 2))
    let originals = ["fedora": "%pyproject_wheel\n", "opensuse": "# spec file for package x\n", "photon": "Vendor: VMware, Inc.\n"]
    let targets = ["fedora", "opensuse", "photon", "opensuse", "fedora", "photon", "fedora", "fedora", "opensuse", "photon"]
    var request = Self.request("%description\n%{?fedora:fedora}%{?suse_version:opensuse}%{?photon_release_version:photon}\n")
    let numbers = targets.map { target in
      request.original = originals[target].map { Array($0.utf8) }
      return pool.submit(request)
    }
    while let (number, reply) = pool.receive() {
      let target = targets[number - numbers[0]]
      #expect(try Self.text(of: .description, in: reply) == target + "\n", "\(target)")
    }
  }

  @Test func whatForksReadersIsStartedAgain() throws {
    let worker = try TestWorker()
    let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 1), workerPath: worker.path)
    let first = try #require(worker.processes.first)
    for _ in 0..<3 {
      let reply = pool.evaluate(Self.request("%description\nstill here\n"))
      #expect(try Self.text(of: .description, in: reply) == "still here\n")
      let servers = worker.processes.filter { $0 != first }
      #expect(servers.count == 1)
      for server in servers { kill(server, SIGKILL) }
    }
    #expect(worker.processes.contains(first))
  }

  /// A worker that is no worker, or one of another make.
  @Test(arguments: ["exit 0\n", "exec cat\n", "echo hello there\n", "exec 0<&- 1<&-; exec sleep 60\n"])
  func whatIsNoWorkerIsRefused(_ script: String) throws {
    let worker = try TestWorker(script: script)
    #expect(throws: WorkerError.noHandshake(path: worker.path)) { try WorkerPool(workerPath: worker.path) }
  }

  @Test func aMissingWorkerIsNamed() {
    #expect(throws: WorkerError.notFound(path: "/nonexistent/worker")) { try WorkerPool(workerPath: "/nonexistent/worker") }
  }

  @Test func aWorkerOfAnotherReleaseIsNamed() throws {
    var writer = WireWriter()
    writer.write("0.0.9")
    var bytes: [UInt8] = []
    Frame(kind: .information, payload: writer.bytes).append(to: &bytes)
    let octal = bytes.map { byte in "\\0" + String(byte, radix: 8) }.joined()
    let worker = try TestWorker(script: "printf '%b' '\(octal)'; cat >/dev/null\n")
    #expect(throws: WorkerError.otherRelease(path: worker.path)) { try WorkerPool(workerPath: worker.path) }
  }

  /// Says what a worker says at first, and then only nonsense: the specs fail, the command does not.
  @Test func aWorkerThatTalksNonsenseLosesItsSpecs() throws {
    let hello = Frame(
      kind: .information, payload: WorkerInformation(rpmVersion: "4", landlockABI: 0, hasSeccomp: false, target: "host").wireBytes)
    var bytes: [UInt8] = []
    hello.append(to: &bytes)
    let octal = bytes.map { byte in "\\0" + String(byte, radix: 8) }.joined()
    let worker = try TestWorker(script: "printf '%b' '\(octal)'; sleep 0.1; echo nonsense; cat >/dev/null\n")
    let pool = try WorkerPool(workerPath: worker.path)
    guard case .failed(.workerLost) = pool.evaluate(Self.request("Name: x\n")) else {
      Issue.record("an answer from nowhere")
      return
    }
  }

  @Test func nothingIsLeftWhenThePoolGoes() throws {
    let worker = try TestWorker()
    do {
      let pool = try WorkerPool(configuration: WorkerConfiguration(jobs: 2), workerPath: worker.path)
      for _ in 0..<4 { _ = pool.submit(Self.request("%{lua: while true do end}\n", timeLimit: 30)) }
      _ = pool.submit(Self.request("Name: x\n"))
      let start = TestWorker.now
      // The worker, what it has the readers forked by, and two of these.
      while worker.processes.count < 4, TestWorker.now - start < 5 { pool.work(forAtMost: 0.05) }
      #expect(worker.processes.count == 4)
    }
    // The kernel ends the readers when their parent is gone; that takes a moment.
    let start = TestWorker.now
    while !worker.processes.isEmpty, TestWorker.now - start < 5 { usleep(10_000) }
    #expect(worker.processes == [])
  }

  @Test func configurationReachesEverySpec() throws {
    let folder = try HostileFolder()
    let pool = try WorkerPool(
      configuration: WorkerConfiguration(
        defines: [.init(name: "vendored", body: Array("yes".utf8)), .init(name: "twice", options: "", body: Array("%1%1".utf8))],
        undefines: ["gone"], loadFiles: [folder.outside + "/macros"], ignoresUserMacros: true))
    #expect(pool.information.problems == [])
    let reply = pool.evaluate(Self.request("%description\n%{vendored} %{twice a} %{gone} %{loaded}\n"))
    #expect(try Self.text(of: .description, in: reply) == "yes aa %{gone} from a file\n")
  }

  @Test func aMacroFileThatCannotBeReadIsReported() throws {
    let pool = try WorkerPool(configuration: WorkerConfiguration(loadFiles: ["/nonexistent/macros"]))
    #expect(pool.information.problems.contains { $0.contains("/nonexistent/macros") })
  }

  @Test(arguments: [false, true]) func userMacrosCanBeLeftOut(_ areIgnored: Bool) throws {
    let folder = try HostileFolder()
    let worker = try TestWorker(script: "HOME='\(folder.outside)' exec '\(TestWorker.buildFolder)/rpmscope-worker'\n")
    let pool = try WorkerPool(configuration: WorkerConfiguration(ignoresUserMacros: areIgnored), workerPath: worker.path)
    let reply = pool.evaluate(Self.request("%description\n%{?mine} %{getenv:HOME}\n"))
    #expect(try Self.text(of: .description, in: reply) == (areIgnored ? "" : "of the user") + " \(folder.outside)\n")
  }
}
