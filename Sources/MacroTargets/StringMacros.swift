/// rpm's own string functions (rpm ≥ 4.19, "String operations" in its macros manual), for targets that are modelled on an older rpm.
enum StringMacros {
  static let macros = #"""
    %gsub(-) %{lua: print((string.gsub(arg[1] or "", arg[2] or "", arg[3] or "", tonumber(arg[4]))))}
    %len(-) %{lua: print(#(arg[1] or ""))}
    %lower(-) %{lua: print(string.lower(arg[1] or ""))}
    %rep(-) %{lua: print(string.rep(arg[1] or "", tonumber(arg[2]) or 0))}
    %reverse(-) %{lua: print(string.reverse(arg[1] or ""))}
    %sub(-) %{lua: print(string.sub(arg[1] or "", tonumber(arg[2]) or 1, tonumber(arg[3]) or -1))}
    %upper(-) %{lua: print(string.upper(arg[1] or ""))}
    """#
}
