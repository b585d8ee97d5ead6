internal import ShellSyntax

// Simple commands (XCU 2.9.1).
extension ShellSession {
  private static let declarations: Set<String> = ["declare", "typeset", "local", "export", "readonly"]

  /// Builtins before which an assignment lasts in POSIX mode and does not otherwise.
  private static let special: Set<String> = [
    ":", ".", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "source", "times", "trap",
    "unset",
  ]

  mutating func run(_ simple: SimpleCommand, redirections: [Redirection]) throws(Doubt) -> Flow {
    substitutionStatus = nil
    let savedDescriptors = descriptors
    defer { descriptors = savedDescriptors }
    if let name = simple.words.first.flatMap({ Self.literal($0) }), Self.declarations.contains(name), shell.functions[name] == nil {
      guard simple.assignments.isEmpty else { throw Doubt("assigns before '\(name)'") }
      try redirect(redirections)
      return try declare(name, simple.words.dropFirst())
    }
    let fields = try fields(of: simple.words)
    try redirect(redirections)
    guard let name = fields.first?.text else {
      for assignment in simple.assignments { try perform(assignment) }
      status = substitutionStatus ?? 0
      return .next
    }
    guard !simple.assignments.isEmpty else { return try call(name, Array(fields.dropFirst())) }
    guard !Self.special.contains(name), shell.functions[name] == nil else { throw Doubt("assigns before '\(name)'") }
    let outer = shell.variables
    for assignment in simple.assignments { try perform(assignment, export: true) }
    let flow = try call(name, Array(fields.dropFirst()))
    // Assignments before a command end with it; what the command itself assigned stays.
    for assignment in simple.assignments { shell.variables[assignment.name] = outer[assignment.name] }
    return flow
  }

  private mutating func call(_ name: String, _ arguments: [[UInt8]]) throws(Doubt) -> Flow {
    try budget.spend()
    if let function = shell.functions[name] { return try call(function, arguments) }
    if let flow = try runBuiltin(name, arguments) { return flow }
    try runProgram(name, arguments)
    return .next
  }

  // MARK: Assignments

  mutating func perform(_ assignment: Assignment, export: Bool = false) throws(Doubt) {
    switch assignment.value {
    case .scalar(let word):
      let value = try word.map { (word) throws(Doubt) in try text(of: word) } ?? []
      if let index = assignment.index {
        try assign(assignment.name, at: try arithmetic(try quotedText(of: index)), value, append: assignment.isAppend)
      } else {
        try assign(assignment.name, .text(value), append: assignment.isAppend, export: export)
      }
    case .array(let elements):
      guard !export, assignment.index == nil else { throw Doubt("assigns an array before a command") }
      try assign(assignment.name, .elements(try array(elements)), append: assignment.isAppend)
    }
  }

  mutating func array(_ elements: [ArrayElement]) throws(Doubt) -> [Int: [UInt8]] {
    var result: [Int: [UInt8]] = [:]
    var next = 0
    for element in elements {
      if let index = element.index {
        next = try arithmetic(try quotedText(of: index))
        guard next >= 0, next < 1 << 30 else { throw Doubt("uses an element before the first") }
        result[next] = try text(of: element.value)
        next += 1
        continue
      }
      for field in try fields(of: [element.value]) {
        result[next] = field
        next += 1
      }
    }
    return result
  }

  // MARK: Declarations

  private mutating func declare(_ command: String, _ words: ArraySlice<Word>) throws(Doubt) -> Flow {
    var isExport = command == "export"
    var isReadOnly = command == "readonly"
    let isLocal = command == "local" || (command == "declare" || command == "typeset") && !shell.hidden.isEmpty
    if command == "local", shell.hidden.isEmpty { throw Doubt("uses 'local' outside a function") }
    status = 0
    for word in words {
      if let option = Self.literal(word), option.hasPrefix("-") {
        for letter in option.dropFirst() {
          switch letter {
          case "x" where command != "export": isExport = true
          case "r" where command != "readonly": isReadOnly = true
          case "a": break
          default: throw Doubt("runs '\(command) \(option)'")
          }
        }
        continue
      }
      let (name, value, isAppend) = try operand(word)
      if isLocal { try hide(name) }
      if let value {
        try assign(name, value, append: isAppend, export: isExport)
      } else if isLocal {
        shell.variables[name] = ShellVariable(.none, isExported: isExport)
      } else if isExport || isReadOnly, try variable(name) == nil {
        shell.variables[name] = ShellVariable(.none)
      }
      if isExport { shell.variables[name]?.isExported = true }
      if isReadOnly { shell.variables[name]?.isReadOnly = true }
    }
    if words.isEmpty { throw Doubt("lists variables") }
    return .next
  }

  private mutating func hide(_ name: String) throws(Doubt) {
    guard let last = shell.hidden.indices.last else { return }
    if shell.hidden[last][name] == nil { shell.hidden[last].updateValue(shell.variables[name], forKey: name) }
    shell.variables[name]?.isReadOnly = false
  }

  /// `name`, `name=value`, `name=(…)`
  private mutating func operand(_ word: Word) throws(Doubt) -> (String, ShellVariable.Value?, isAppend: Bool) {
    let odd = Doubt("declares variables in an unusual way")
    guard case .literal(let first)? = word.parts.first?.kind else {
      let fields = try fields(of: [word])
      guard fields.count == 1, let name = fields.first, name.isName else { throw odd }
      return (name.text, nil, false)
    }
    guard let equals = first.firstIndex(of: UInt8(ascii: "=")) else {
      guard word.parts.count == 1, first.isName else { throw odd }
      return (first.text, nil, false)
    }
    let isAppend = equals > 0 && first[equals - 1] == UInt8(ascii: "+")
    let name = first[..<(isAppend ? equals - 1 : equals)]
    guard name.isName else { throw odd }
    if case .array(let elements)? = word.parts.last?.kind { return (name.text, .elements(try array(elements)), isAppend) }
    var value = word
    value.parts[0].kind = .literal(Array(first[(equals + 1)...]))
    if first.count == equals + 1 { value.parts.removeFirst() }
    return (name.text, .text(try text(of: value)), isAppend)
  }
}
