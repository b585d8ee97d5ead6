import ArgumentParser
import MacroTargets

/// `rpmscope targets`: the distributions whose macros are bundled.
struct Targets: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the distributions whose macros are bundled.")

  mutating func run() {
    let rows =
      [
        ("auto", "the host's macros where they define what a spec uses, else the set whose words it speaks"),
        ("host", "the macros of this machine's rpm"),
      ]
      + MacroTarget.all.map { target in
        (target.name, "\(target.summary); rpm \(target.rpmVersion.major).\(target.rpmVersion.minor), Go 1.\(target.goRelease)")
      }
    let width = rows.map(\.0.count).max() ?? 0
    for (name, text) in rows { Console.write(Array("\(name)\(String(repeating: " ", count: width - name.count))  \(text)\n".utf8)) }
  }
}
