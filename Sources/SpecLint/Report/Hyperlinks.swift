/// Links that a terminal opens when their text is clicked (OSC 8).
package struct Hyperlinks: Sendable {
  /// Where a rule's page is, with `{rule}` for its id.
  package let ruleAddress: String

  /// - Parameter ruleAddress: nil when it could break out of the escape sequence.
  package init?(ruleAddress: String) {
    guard ruleAddress.unicodeScalars.allSatisfy({ (0x21..<0x7F).contains($0.value) }), ruleAddress.contains("{rule}") else { return nil }
    self.ruleAddress = ruleAddress
  }

  package func address(of rule: String) -> String { ruleAddress.replacing("{rule}", with: rule) }

  /// A rule's id as a link to its page.
  package func linked(_ text: String, to rule: String) -> String {
    "\u{1B}]8;;\(address(of: rule))\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }
}
