import Diagnostics
import MacroExpansion
import Testing

@Suite(.timeLimit(.minutes(2))) struct WorkerPoolTests {
  @Test func aSpecComesBackExpanded() throws {
    let pool = try WorkerPool()
    #expect(pool.information.rpmVersion.hasPrefix("4.") || pool.information.rpmVersion.hasPrefix("6."))
    let spec = try evaluate("Name: x\nVersion: 1\n%build\necho %{name}-%{version} %(echo hi)\n", with: pool)
    let build = spec.sections.first { $0.name == "build" }
    #expect(build.map { String(decoding: $0.text.bytes, as: UTF8.self) } == "echo x-1 __opaque_0__\n")
  }

  func evaluate(_ text: String, with pool: WorkerPool) throws -> ExpandedSpec {
    switch pool.evaluate(EvaluationRequest(path: "x.spec", bytes: Array(text.utf8), sourceDirectory: "/nonexistent")) {
    case .spec(let spec): return spec
    case .failed(let failure): throw failure
    }
  }
}
