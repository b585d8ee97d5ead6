import Testing

@testable import SpecLint

/// Reports are handed out in the order of the command line, whatever order they come in.
@Suite("Reports in order")
struct OrderedReportsTests {
  /// What comes, a letter a report, and what has been handed out after each.
  static let orders: [(comes: String, given: [String])] = [
    ("abcd", ["a", "ab", "abc", "abcd"]),
    ("dcba", ["", "", "", "abcd"]),
    ("badc", ["", "ab", "ab", "abcd"]),
  ]

  private static func report(_ letter: Character) -> FileReport { FileReport(path: String(letter), outcome: .judged) }

  @Test(arguments: orders)
  func comeInOrder(_ order: (comes: String, given: [String])) throws {
    var reports = OrderedReports([nil, nil, nil, nil])
    var given = ""
    for (letter, expected) in zip(order.comes, order.given) {
      reports.insert(Self.report(letter), at: try #require("abcd".firstIndex(of: letter)).utf16Offset(in: "abcd"))
      reports.handOut { given += $0.path }
      #expect(given == expected)
    }
  }

  @Test func onesThatNeverComeHoldUpOthersUntilTheEnd() {
    var reports = OrderedReports([Self.report("a"), nil, Self.report("c")])
    var given = ""
    reports.handOut { given += $0.path }
    #expect(given == "a")
    reports.handOut({ given += $0.path }, passingGaps: true)
    #expect(given == "ac")
    #expect(reports.known.map(\.path) == ["a", "c"])
  }

  @Test func aFailureIsTheLast() {
    var reports = OrderedReports([Self.report("a"), Self.report("b")])
    var given = ""
    func receive(_ report: inout FileReport) throws(LintFailure) {
      given += report.path
      throw LintFailure("full")
    }
    reports.handOut(receive)
    reports.handOut(receive)
    #expect(given == "a")
    #expect(reports.failure?.description == "full")
  }
}
