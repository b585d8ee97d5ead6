// Variables, and what is never known of them.
extension ShellSession {
  /// Variables with a life of their own in bash.
  private static let dynamic: Set<String> = [
    "RANDOM", "SRANDOM", "SECONDS", "EPOCHSECONDS", "EPOCHREALTIME", "LINENO", "BASHPID", "PPID", "UID", "EUID", "GROUPS", "HOSTNAME",
    "HOSTTYPE", "MACHTYPE", "OSTYPE", "BASH", "BASHOPTS", "SHELLOPTS", "BASH_VERSION", "BASH_VERSINFO", "BASH_SOURCE", "BASH_LINENO",
    "BASH_COMMAND", "BASH_SUBSHELL", "BASH_ARGC", "BASH_ARGV", "BASH_ARGV0", "BASH_ALIASES", "BASH_CMDS", "BASH_ENV", "BASH_MONOSECONDS",
    "BASH_EXECUTION_STRING", "SHLVL", "PIPESTATUS", "FUNCNAME", "DIRSTACK", "COLUMNS", "LINES", "HISTCMD", "OPTIND", "OPTARG", "OPTERR",
    "OLDPWD", "PWD", "PATH", "TERM", "SHELL", "COMP_WORDBREAKS", "PS4", "_", "POSIXLY_CORRECT", "GLOBIGNORE", "EXECIGNORE", "BASH_COMPAT",
    "BASH_XTRACEFD", "MAPFILE",
  ]

  /// Set by the C library or the shell in what commands print.
  private static let locale: Set<String> = ["LANG", "LANGUAGE", "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME"]

  private func isSurelyUnset(_ name: String) -> Bool {
    shell.variables[name] == nil && !Self.dynamic.contains(name) && !environment.unknownVariables.contains(name)
      && environment.otherVariables == .unset
  }

  /// nil where the variable is surely unset.
  func variable(_ name: String) throws(Doubt) -> ShellVariable? {
    if let variable = shell.variables[name] {
      if case .none = variable.value { return nil }
      return variable
    }
    if name == "PWD", let directory = environment.workingDirectory { return ShellVariable(.text(directory)) }
    if name == "IFS" { return ShellVariable(.text(try separators())) }
    guard isSurelyUnset(name) else { throw Doubt("uses $\(name)") }
    return nil
  }

  mutating func assign(_ name: String, _ value: ShellVariable.Value, append: Bool = false, export: Bool = false) throws(Doubt) {
    // `read a _` throws the rest away; nobody may ask for it.
    if name == "_" { return }
    guard !Self.dynamic.contains(name) else { throw Doubt("sets $\(name)") }
    if Self.locale.contains(name) {
      guard case .text(let text) = value, !append, ["C", "POSIX", "C.UTF-8", "C.utf8", "en_US.UTF-8"].contains(text.text) else {
        throw .locale
      }
    }
    let old = append ? try variable(name) : shell.variables[name]
    guard old?.isReadOnly != true else { throw Doubt("sets the read-only variable '\(name)'") }
    var new = ShellVariable(value, isExported: export || old?.isExported ?? false)
    switch (value, old?.value) {
    case (.text(let text), .elements(var elements)?):
      elements[0] = append ? (elements[0] ?? []) + text : text
      new.value = .elements(elements)
    case (.text(let text), .text(let earlier)?): new.value = .text(append ? earlier + text : text)
    case (.elements(let more), .some(let earlier)) where append && earlier != .none:
      var elements = old?.elements ?? [:]
      let next = (elements.keys.max() ?? -1) + 1
      for (index, element) in more { elements[next + index] = element }
      new.value = .elements(elements)
    default: break
    }
    if case .text(let text) = new.value, text.count > Self.maximumOutput { throw .size }
    shell.variables[name] = new
    try budget.spend()
  }

  mutating func assign(_ name: String, at index: Int, _ value: [UInt8], append: Bool) throws(Doubt) {
    guard !Self.dynamic.contains(name), !Self.locale.contains(name) else { throw Doubt("sets $\(name)") }
    let old = try variable(name)
    var elements = old?.elements ?? [:]
    let place = index < 0 ? (elements.keys.max() ?? -1) + 1 + index : index
    guard place >= 0, place < 1 << 30, old?.isReadOnly != true else { throw Doubt("sets an element of '\(name)'") }
    elements[place] = append ? (elements[place] ?? []) + value : value
    var new = old ?? ShellVariable(.none)
    new.value = .elements(elements)
    shell.variables[name] = new
  }

  mutating func unset(_ name: String) throws(Doubt) {
    guard !Self.dynamic.contains(name), !Self.locale.contains(name), name != "IFS" else { throw Doubt("unsets $\(name)") }
    guard shell.variables[name]?.isReadOnly != true else { throw Doubt("unsets the read-only variable '\(name)'") }
    // What `local` hid shows through in some versions.
    guard shell.hidden.last?[name] == nil else { throw Doubt("unsets a local variable") }
    shell.variables[name] = ShellVariable(.none)
  }

  func positionalParameters() throws(Doubt) -> [[UInt8]] {
    guard let positional = shell.positional else { throw Doubt("uses its arguments") }
    return positional
  }

  /// Whether `LC_ALL` and its kin ask for the order of bytes.
  var collatesBytes: Bool {
    for name in ["LC_ALL", "LC_COLLATE", "LANG"] {
      guard let variable = shell.variables[name], let value = variable.text, !value.isEmpty else { continue }
      return variable.isExported && ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(value.text)
    }
    return false
  }
}
