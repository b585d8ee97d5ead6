/// What an evaluation may rely on: the shell's variables and, where somebody knows them, files and the time.
package struct ShellEnvironment: Sendable {
  /// What is said of a variable that is named neither in `variables` nor in `unknownVariables`.
  package enum OtherVariables: Sendable { case unset, unknown }

  /// Variables whose value is known; all of them are exported.
  package var variables: [String: [UInt8]]
  /// Variables that may be set to anything: using one leaves the result unknown.
  package var unknownVariables: Set<String>
  package var otherVariables: OtherVariables
  /// `$1` …; nil where nobody knows them.
  package var positional: [[UInt8]]?
  /// `pwd`; nil where nobody knows it.
  package var workingDirectory: [UInt8]?
  /// The time as `date` sees it, in seconds since 1970; nil where it is not fixed. `SOURCE_DATE_EPOCH` does not fix it:
  /// `date` ignores that variable unless a script hands it over with `-d`.
  package var time: Int?
  /// Whether a file test such as `-f` holds for a path; nil as the answer where nobody knows.
  package var fileTest: (@Sendable (_ op: String, _ path: [UInt8]) -> Bool?)?
  /// The contents of a file; nil as the answer where nobody knows.
  package var readFile: (@Sendable (_ path: [UInt8]) -> [UInt8]?)?

  package init(
    variables: [String: [UInt8]] = [:], unknownVariables: Set<String> = [], otherVariables: OtherVariables = .unset,
    positional: [[UInt8]]? = [], workingDirectory: [UInt8]? = nil, time: Int? = nil,
    fileTest: (@Sendable (_ op: String, _ path: [UInt8]) -> Bool?)? = nil,
    readFile: (@Sendable (_ path: [UInt8]) -> [UInt8]?)? = nil
  ) {
    self.variables = variables
    self.unknownVariables = unknownVariables
    self.otherVariables = otherVariables
    self.positional = positional
    self.workingDirectory = workingDirectory
    self.time = time
    self.fileTest = fileTest
    self.readFile = readFile
  }
}
