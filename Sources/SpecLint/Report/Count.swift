/// A number with its noun: "1 finding", "3 findings".
package enum Count {
  package static func of(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
