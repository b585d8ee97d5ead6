/// Built-in macros of newer releases (rpmio/macro.c), for a library that does not have them.
package enum BuiltInMacros {
  /// By name; those that the release has.
  package static func definitions(for dialect: RPMDialect) -> [(name: String, text: String)] {
    let missing = Set(dialect.missingBuiltins)
    return all.filter { !missing.contains($0.name) }.map { ($0.name, "%\($0.name)\($0.definition)") }
  }

  /// A body that is Lua gets the words of the call, or after a colon all of it as one.
  private static let all: [(name: String, definition: String)] = [
    ("exists", #"() %{lua: print(posix.access(rpm.expand("%{?1}"), "f") and "1" or "0")}"#),
    ("shescape", #"() %{lua: print("'" .. string.gsub(rpm.expand("%{?1}"), "'", "'\\''") .. "'")}"#),
    ("gsub", #"(-) %{lua: print((string.gsub(arg[1] or "", arg[2] or "", arg[3] or "", tonumber(arg[4]))))}"#),
    ("len", #"(-) %{lua: print(#(arg[1] or ""))}"#),
    ("lower", #"(-) %{lua: print(string.lower(arg[1] or ""))}"#),
    ("rep", #"(-) %{lua: print(string.rep(arg[1] or "", tonumber(arg[2])))}"#),
    ("reverse", #"(-) %{lua: print(string.reverse(arg[1] or ""))}"#),
    ("sub", #"(-) %{lua: print(string.sub(arg[1] or "", tonumber(arg[2]) or 1, tonumber(arg[3]) or -1))}"#),
    ("upper", #"(-) %{lua: print(string.upper(arg[1] or ""))}"#),
    ("span", "(-) %{?1}"),
    (
      "xdg",
      #"""
      (-) %{lua:
      local names = {cache = {"XDG_CACHE_HOME", "/.cache"}, config = {"XDG_CONFIG_HOME", "/.config"},
        data = {"XDG_DATA_HOME", "/.local/share"}, state = {"XDG_STATE_HOME", "/.local/state"}}
      local name = names[arg[1] or ""]
      if name then print(posix.getenv(name[1]) or ((posix.getenv("HOME") or "") .. name[2])) end}
      """#
    ),
  ]
}
