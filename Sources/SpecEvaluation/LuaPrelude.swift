/// Lua that takes from librpm's interpreter what writes, executes, loads native code or leaves the process.
///
/// Run once, before a spec is read, by `%{lua:…}`; it holds no `%`, no unbalanced brace and no backslash, as librpm looks for those first.
/// What is taken raises "'os.remove' is not run while a spec is read": the spec's author sees which call it was. What reads stays: real
/// macros use `rpm.expand`, `rpm.define`, `posix.getenv`, `posix.stat`, `io.open` and the string library. `io.popen` and `os.execute`
/// stay as well: they call popen and system, which the worker answers itself. `posix.access` takes a source that is not here for one that
/// is readable, as `%autosetup` and `%autopatch` end the build where a patch is not. This is the outermost of three walls, there for the
/// clear message; the worker's own functions and the kernel's filters stand behind it.
package enum LuaPrelude {
  private static let refusal = " is not run while a spec is read"

  /// The function that a message of Lua's says was not run: "os.remove"; nil for other messages.
  static func refusedCall(in message: String) -> String? {
    guard let end = message.firstRange(of: refusal) else { return nil }
    let words = message[..<end.lowerBound].split(separator: "'")
    // "'io.open' for writing".
    return message[..<end.lowerBound].hasSuffix("'") ? words.last.map(String.init) : words.dropLast().last.map(String.init)
  }

  package static let text = """
    do
      local raise, kind, find = error, type, string.find
      local function refuse(name)
        return function() raise("'" .. name .. "'\(refusal)", 2) end
      end
      local function reading(name, open)
        return function(path, mode, ...)
          if kind(mode) == "string" and (find(mode, "+", 1, true) or not find(mode, "^r")) then
            raise("'" .. name .. "' for writing\(refusal)", 2)
          end
          return open(path, mode, ...)
        end
      end
      local function remove(library, names)
        local functions = _G[library]
        if functions == nil then return end
        for _, name in ipairs(names) do
          if functions[name] ~= nil then functions[name] = refuse(library .. "." .. name) end
        end
      end

      remove("os", {"exit", "remove", "rename", "setlocale", "tmpname"})
      remove("io", {"tmpfile"})
      remove("package", {"loadlib"})
      remove("rpm", {"execute", "interactive", "redirect2null", "spawn"})
      remove("posix", {"chdir", "chmod", "chown", "exec", "fork", "kill", "link", "mkdir", "mkfifo", "mkstemp", "redirect2null",
        "rmdir", "setgid", "setuid", "symlink", "unlink", "utime", "wait"})
      remove("debug", {"debug", "getlocal", "getregistry", "getupvalue", "getuservalue", "setcstacklimit", "sethook", "setlocal",
        "setmetatable", "setupvalue", "setuservalue", "upvalueid", "upvaluejoin"})

      io.open = reading("io.open", io.open)
      if rpm.open then rpm.open = reading("rpm.open", rpm.open) end
      local output = io.output
      io.output = function(file)
        if kind(file) == "string" then raise("'io.output' for writing\(refusal)", 2) end
        return output(file)
      end
      if posix and posix.sleep then posix.sleep = function() return 0 end end
      -- rpm has every source when it builds, whatever lies beside the spec here.
      if posix and posix.access then
        local access, expand, sub = posix.access, rpm.expand, string.sub
        local sources = string.char(37) .. "{_sourcedir}"
        posix.access = function(path, mode)
          if mode == "r" and kind(path) == "string" and access(path, mode) == nil then
            local folder = expand(sources) .. "/"
            if sub(path, 1, #folder) == folder then return 0 end
          end
          return access(path, mode)
        end
      end

      package.cpath = ""
      local searchers = package.searchers
      if searchers then
        for index = #searchers, 3, -1 do searchers[index] = nil end
      end

      -- Compiled chunks are not checked by Lua: a forged one reads and writes memory.
      local load, loadfile = load, loadfile
      _G.load = function(chunk, name, mode, ...)
        if select("#", ...) > 0 then return load(chunk, name, "t", ...) end
        return load(chunk, name, "t")
      end
      _G.loadfile = function(name, mode, ...)
        if select("#", ...) > 0 then return loadfile(name, "t", ...) end
        return loadfile(name, "t")
      end
      _G.dofile = function(name)
        local chunk, message = loadfile(name, "t")
        if chunk == nil then raise(message, 0) end
        return chunk()
      end
    end
    """
}
