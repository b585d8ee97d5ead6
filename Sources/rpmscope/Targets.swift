import ArgumentParser
import SpecLint

/// `rpmscope targets`: the distributions whose macros are bundled.
struct Targets: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "targets", abstract: "List the distributions whose macros are bundled.")

  mutating func run() {
    let rows = Target.all.map { ($0.name, $0.summary) }
    let width = rows.map(\.0.count).max() ?? 0
    for (name, text) in rows { Console.write(Array("\(name)\(String(repeating: " ", count: width - name.count))  \(text)\n".utf8)) }
  }
}
