import FoundationEssentials
import Glibc

/// Reads `Sources/SpecRules/Rules/CHAPTER/*.swift` of the package in the current folder, or the one named, and writes the
/// registry, the pages and the README's table. With `--check` nothing is written: stale files are named, exit 1.
@main
struct GenerateRules {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let root = arguments.first { !$0.hasPrefix("-") } ?? "."
    do throws(Failure) {
      let stale = try run(root: root, isCheck: arguments.contains("--check"))
      for path in stale { print(path) }
      exit(stale.isEmpty ? 0 : 1)
    } catch {
      let message = Array("generate-rules: \(error.message)\n".utf8)
      _ = message.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
      exit(2)
    }
  }

  /// The files that are not up to date; empty after writing them.
  private static func run(root: String, isCheck: Bool) throws(Failure) -> [String] {
    let generated = GeneratedFiles(rules: try rules(in: "\(root)/Sources/SpecRules/Rules"))
    guard let readme = generated.readme(from: try read("\(root)/README.md")) else { throw Failure("README.md has no rule table") }
    let files = [
      ("Sources/SpecRules/Generated/RuleRegistry+Generated.swift", generated.registry),
      ("Sources/SpecRules/Generated/RulePages+Generated.swift", generated.pages), ("README.md", readme),
      ("Sources/SpecRules/Generated/RuleIDs+Generated.swift", generated.ids),
    ]
    var stale: [String] = []
    for (path, text) in files where (try? read("\(root)/\(path)")) != text {
      if isCheck { stale.append(path) } else { try write(text, to: "\(root)/\(path)") }
    }
    return stale
  }

  private static func rules(in folder: String) throws(Failure) -> [RuleSource] {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { throw Failure("cannot read '\(folder)'") }
    var rules: [RuleSource] = []
    for path in paths where path.hasSuffix(".swift") {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard path.split(separator: "/").count == 2 else { throw Failure("'\(path)' must lie in the folder of its chapter") }
      let chapter = String(path.prefix { $0 != "/" })
      guard let rule = RuleSource(source: try read("\(folder)/\(path)"), chapter: chapter), "\(rule.typeName).swift" == name else {
        throw Failure(
          "'\(path)' must declare a documented 'package struct \(name.dropLast(6)): Rule' with a 'package static let severity: Severity'")
      }
      rules.append(rule)
    }
    return rules.sorted { $0.typeName < $1.typeName }
  }

  private static func read(_ path: String) throws(Failure) -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw Failure("cannot read '\(path)'") }
    return text
  }

  private static func write(_ text: String, to path: String) throws(Failure) {
    do { try text.write(toFile: path, atomically: true, encoding: .utf8) } catch { throw Failure("cannot write '\(path)'") }
  }

  private struct Failure: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }
}
