/// `awk` (XCU) on one text, as all of its implementations agree.
struct AwkProgram: FilterProgram {
  let files: [[UInt8]]
  let mayStopEarly: Bool
  let readsInput: Bool
  private let rules: [AwkSyntax.Rule]
  private let variables: [String: AwkValue]

  init(_ arguments: [[UInt8]]) throws(Doubt) {
    let parsed = try ProgramArguments(arguments).parsed(
      flags: "", valued: "Fv", long: ["field-separator": "F", "assign": "v"], stopsAtOperand: true, program: "awk")
    guard let text = parsed.operands.first else { throw Doubt("misuses 'awk'") }
    files = Array(parsed.operands.dropFirst())
    guard !files.contains(where: { $0.contains(UInt8(ascii: "=")) }) else { throw AwkLexer.odd }
    rules = try AwkParser.rules(of: text)
    var variables: [String: AwkValue] = ["FS": .string([0x20]), "OFS": .string([0x20]), "ORS": .string([0x0A])]
    for (name, value) in parsed.options {
      if name == "F" {
        guard !value.equals("t") else { throw AwkLexer.odd }
        variables["FS"] = .string(try Self.separator(value))
      } else {
        guard let equals = value.firstIndex(of: UInt8(ascii: "=")), value[..<equals].isName else { throw AwkLexer.odd }
        let variable = value[..<equals].text
        guard !Self.special.contains(variable) else { throw AwkLexer.odd }
        variables[variable] = try AwkValue(input: try AwkLexer.unescaped(value[(equals + 1)...]))
      }
    }
    self.variables = variables
    readsInput = rules.contains { rule in
      if case .begin = rule.pattern { false } else { true }
    }
    mayStopEarly = text.text.contains("exit")
  }

  private static let special: Set<String> = [
    "NR", "NF", "FNR", "RS", "SUBSEP", "CONVFMT", "OFMT", "RSTART", "RLENGTH", "FILENAME", "IGNORECASE", "FPAT", "FIELDWIDTHS", "ENVIRON",
  ]

  /// An expression keeps the backslashes that its own escapes need.
  private static func separator(_ value: [UInt8]) throws(Doubt) -> [UInt8] {
    guard value.contains(UInt8(ascii: "\\")) else { return value }
    var output: [UInt8] = []
    var rest = value[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        continue
      }
      guard let letter = rest.popFirst() else { throw AwkLexer.odd }
      if letter == UInt8(ascii: "\\") {
        output.append(letter)
      } else if letter == UInt8(ascii: "t") {
        output.append(0x09)
      } else {
        throw AwkLexer.odd
      }
    }
    return output
  }

  func run(on text: [UInt8], _ budget: StepBudget) throws(Doubt) -> ProgramResult {
    var run = AwkRun(rules: rules, variables: variables, budget: budget)
    return try run.run(on: text)
  }
}
