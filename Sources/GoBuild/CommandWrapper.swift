/// A program whose arguments end in a command that it runs: `nice -n 5 go build`.
package struct CommandWrapper: Sendable {
  /// Options that take the next word.
  var optionsWithArgument: Set<String> = []
  /// Words between the options and the command.
  var operands = 0
  /// `NAME=value` words before the command set its environment.
  var takesAssignments = false
  /// `command` and `builtin` pass functions over.
  var skipsFunctions = false

  static let known: [String: CommandWrapper] = [
    "nice": CommandWrapper(optionsWithArgument: ["-n", "--adjustment"]),
    "ionice": CommandWrapper(optionsWithArgument: ["-c", "-n", "--class", "--classdata"]),
    "time": CommandWrapper(optionsWithArgument: ["-f", "-o"]),
    "timeout": CommandWrapper(optionsWithArgument: ["-k", "-s", "--kill-after", "--signal"], operands: 1),
    "taskset": CommandWrapper(optionsWithArgument: ["-c", "--cpu-list"], operands: 1),
    "nohup": CommandWrapper(),
    "chrt": CommandWrapper(optionsWithArgument: ["-T", "-P", "-D"], operands: 1),
    "setsid": CommandWrapper(),
    "stdbuf": CommandWrapper(optionsWithArgument: ["-i", "-o", "-e"]),
    "sudo": CommandWrapper(optionsWithArgument: ["-u", "-g", "-C", "-h", "-p", "-U", "-r", "-t"], takesAssignments: true),
    "fakeroot": CommandWrapper(optionsWithArgument: ["-l", "-s", "-i", "-b"]),
    "xvfb-run": CommandWrapper(optionsWithArgument: ["-n", "-s", "-e", "-f", "-p", "-w"]),
    "dbus-run-session": CommandWrapper(optionsWithArgument: ["--config-file", "--dbus-daemon"]),
    "dbus-launch": CommandWrapper(),
    "setarch": CommandWrapper(operands: 1),
    "linux32": CommandWrapper(), "linux64": CommandWrapper(), "i386": CommandWrapper(),
    "unshare": CommandWrapper(optionsWithArgument: ["-S", "-G", "-R", "-w"]),
    "command": CommandWrapper(skipsFunctions: true),
    "builtin": CommandWrapper(skipsFunctions: true),
    "exec": CommandWrapper(optionsWithArgument: ["-a"], skipsFunctions: true),
    "catchsegv": CommandWrapper(),
    "strace": CommandWrapper(optionsWithArgument: ["-o", "-e", "-s", "-p", "-u"]),
    "chronic": CommandWrapper(),
    "scl_source": CommandWrapper(operands: 2),
  ]

  /// Programs that run the command in their arguments, `env` and `xargs` too.
  package static let names: Set<String> = Set(known.keys).union(["env", "xargs", "parallel"])

  static let xargs = CommandWrapper(optionsWithArgument: ["-n", "-P", "-L", "-d", "-I", "-s", "-a", "-E", "--max-args", "--max-procs"])
  static let parallel = CommandWrapper(optionsWithArgument: ["-j", "-n", "-N", "-P", "--jobs", "-a", "--max-args", "--delay"])

  /// Where the command starts in the words; nil where an option is not known exactly.
  func commandStart(in words: [Argument]) -> Int? {
    var index = 1
    if words.first?.exactText == "taskset", words.dropFirst().contains(where: { $0.exactText == "-c" || $0.exactText == "--cpu-list" }) {
      // `taskset -c LIST command`: the list is the option's argument, not an operand.
      return optionsEnd(in: words, from: 1)
    }
    guard let end = optionsEnd(in: words, from: index) else { return nil }
    index = end + operands
    return index <= words.count ? index : nil
  }

  private func optionsEnd(in words: [Argument], from start: Int) -> Int? {
    var index = start
    while index < words.count {
      guard case .known? = words[index].value.parts.first else { return nil }
      guard let text = words[index].exactText else { return index }
      if text == "--" { return index + 1 }
      if takesAssignments, text.contains("="), !text.hasPrefix("-") {
        index += 1
        continue
      }
      guard text.hasPrefix("-"), text.count > 1 else { return index }
      // `command -v go` runs nothing.
      if skipsFunctions, text == "-v" || text == "-V" { return nil }
      index += optionsWithArgument.contains(text) ? 2 : 1
    }
    return index
  }
}
