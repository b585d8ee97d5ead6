import Diagnostics
import Foundation
import SpecLint
import Testing

/// Specs with one fault each, held against what the rpm of this machine says of them.
@Suite("What rpm refuses")
struct RefusalTests {
  /// The table is rpm 4.18's; on another release the verdict must be that of the rpm there.
  @Test("is found, with rpm's verdict and at rpm's line", arguments: RefusalCase.all)
  func verdict(_ refusal: RefusalCase) throws {
    let found = try Self.findings(refusal.spec)
    let said = try Self.rpm(refusal.spec)
    let verdict = Self.verdict(isRefused: said.contains { $0.hasPrefix("error:") }, isSilent: said.isEmpty)
    if try Self.isTableRelease() { #expect(verdict == refusal.verdict, "\(said)") }
    #expect(Self.verdict(isRefused: found.contains { $0.severity == .error }, isSilent: found.isEmpty) == verdict, "\(said)")
    guard verdict == refusal.verdict else { return }
    if !refusal.rule.isEmpty { #expect(found.contains { $0.rule == refusal.rule }) }
    guard refusal.line == .ofRPM, let line = said.lazy.compactMap(Self.line).first else { return }
    #expect(found.contains { $0.place.start.line == line }, "\(said)")
  }

  private static func verdict(isRefused: Bool, isSilent: Bool) -> RefusalCase.Verdict {
    isRefused ? .refused : isSilent ? .accepted : .warned
  }

  private static func findings(_ text: String) throws -> [Diagnostic] {
    var options = LintOptions()
    options.minimumConfidence = .low
    options.evaluation.jobs = 1
    options.evaluation.targets = [.host]
    options.evaluation.workerPath = BuiltCommand.path(of: "rpmscope-worker")
    return try Linter(options).lint(SpecInput(path: "hello.spec", bytes: Array(text.utf8))).diagnostics.filter {
      !["undefined-macro", "macro-in-comment"].contains($0.rule)
    }
  }

  /// The lines that rpmspec writes of a spec of ours, which runs nothing.
  private static func rpm(_ text: String) throws -> [String] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).spec").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let result = try BuiltCommand(atPath: "/usr/bin/rpmspec").run(["-P", path])
    return result.errors.split(separator: "\n").map(String.init)
  }

  private static func isTableRelease() throws -> Bool {
    try BuiltCommand(atPath: "/usr/bin/rpmspec").run(["--version"]).text.contains(" 4.18.")
  }

  /// "line 5:" and "in line 5:".
  private static func line(_ message: String) -> Int? {
    message.firstMatch(of: /line (\d+)/).flatMap { Int($0.1) }
  }
}
