import ArgumentParser
import SpecLint

/// `rpmscope rules`: the catalogue.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List all rules.")

  func run() {
    let rows = DescribedRule.all.map { ($0.id, $0.kind == .reading ? "reading" : $0.severity.rawValue, $0.summary) }
    let idWidth = rows.map(\.0.count).max() ?? 0
    let severityWidth = rows.map(\.1.count).max() ?? 0
    for (id, severity, summary) in rows {
      Console.write("\(padded(id, idWidth))  \(padded(severity, severityWidth))  \(summary)\n")
    }
  }

  private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
