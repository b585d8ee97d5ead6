import Glibc
import SpecLint

/// What the environment says of the terminal.
struct TerminalEnvironment {
  /// NO_COLOR and CLICOLOR_FORCE as no-color.org and bixense.com/clicolors say; nil where neither speaks.
  var wantsColors: Bool? {
    if Self.value("NO_COLOR") != nil { return false }
    if let force = Self.value("CLICOLOR_FORCE"), force != "0" { return true }
    return Self.value("TERM") == "dumb" ? false : nil
  }

  /// Cells of a line: COLUMNS, else what the terminal says.
  var width: Int? {
    if let columns = Self.value("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Links to the rules' pages, where there are pages and the terminal is known to have links.
  ///
  /// RPMSCOPE_RULE_URL says where a rule's page is, with `{rule}` for its id.
  func hyperlinks(isTerminal: Bool) -> Hyperlinks? {
    guard let address = Self.value("RPMSCOPE_RULE_URL") else { return nil }
    if let force = Self.value("FORCE_HYPERLINK") { return force == "0" ? nil : Hyperlinks(ruleAddress: address) }
    return isTerminal && Self.terminalHasHyperlinks ? Hyperlinks(ruleAddress: address) : nil
  }

  /// No terminal can be asked; those that have OSC 8 are known by the variables they set.
  private static var terminalHasHyperlinks: Bool {
    if value("DOMTERM") != nil || value("WT_SESSION") != nil || value("KONSOLE_VERSION") != nil { return true }
    if let version = value("VTE_VERSION").flatMap({ Int($0) }) { return version >= 5000 }
    if let program = value("TERM_PROGRAM") { return ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].contains(program) }
    return ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "contour"].contains(value("TERM") ?? "")
  }

  private static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
