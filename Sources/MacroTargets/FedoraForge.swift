/// What Fedora's forge and Go macros compute, as Lua functions the macros call.
///
/// Modelled after the documented behaviour of forge-srpm-macros and go-rpm-macros 3.6 to 3.8: from a forge's URL and a
/// version, tag or commit follow the archive's name, its URL and the folder it unpacks to. Every name may carry a number
/// (`%{forgeurl1}`); number 0 and none are the same.
enum FedoraForge {
  static let lua = #"""
    rpmscope = {}

    -- librpm before 4.17 cannot be asked without an expansion, which takes ten times as long.
    local isdefined = rpm.isdefined

    function rpmscope.value(name)
      if isdefined and not isdefined(name) then return "" end
      return rpm.expand("%{?" .. name .. "}")
    end

    function rpmscope.isset(name)
      if isdefined then return (isdefined(name)) end
      return rpm.expand("%{?" .. name .. ":1}") == "1"
    end

    function rpmscope.set(name, text)
      if text == nil or text == "" then text = "%{nil}" end
      rpm.define(name .. " " .. text)
    end

    function rpmscope.default(name, text)
      if not rpmscope.isset(name) then rpmscope.set(name, text) end
    end

    -- Number 0 and no number name the same block.
    function rpmscope.mirror(names)
      for _, name in ipairs(names) do
        if rpmscope.value(name) ~= "" then rpmscope.default(name .. "0", "%{?" .. name .. "}") end
        if rpmscope.value(name .. "0") ~= "" then rpmscope.default(name, "%{?" .. name .. "0}") end
      end
    end

    -- The numbers for which a variable is set, "" for none.
    function rpmscope.blocks(name)
      local found = {}
      if rpmscope.value(name) ~= "" or rpmscope.value(name .. "0") ~= "" then found[1] = "" end
      for number = 1, 99 do
        if rpmscope.value(name .. number) ~= "" then found[#found + 1] = tostring(number) end
      end
      return found
    end

    function rpmscope.chosen(name, block, all)
      if all ~= "" and block == "" then return rpmscope.blocks(name) end
      return { block }
    end

    -- A forge by its host: how it names and serves archives. "@" stands for the block's number.
    local forges = {
      github = { ext = "tar.gz", name = "%{repo@}-%{fileref@}", url = "%{forgeurl@}/archive/%{ref@}/%{archivename@}.%{archiveext@}" },
      gitlab = { ext = "tar.bz2", name = "%{repo@}-%{ref@}", url = "%{forgeurl@}/-/archive/%{ref@}/%{archivename@}.%{archiveext@}" },
      pagure = { ext = "tar.gz", name = "%{repo@}-%{ref@}", url = "%{forgeurl@}/archive/%{ref@}/%{archivename@}.%{archiveext@}" },
      gitea = { ext = "tar.gz", name = "%{fileref@}", url = "%{forgeurl@}/archive/%{ref@}.%{archiveext@}", top = "%{repo@}" },
      sourcehut = { ext = "tar.gz", name = "%{repo@}-%{fileref@}", url = "%{forgeurl@}/archive/%{ref@}.%{archiveext@}", top = "%{repo@}-%{ref@}" },
      bitbucket = { ext = "tar.bz2", name = "%{owner@}-%{repo@}-%{shortcommit@}", url = "%{forgeurl@}/get/%{ref@}.%{archiveext@}" },
      googlesource = { ext = "tar.bz2", name = "%{repo@}-%{ref@}", url = "%{forgeurl@}/+archive/%{ref@}.%{archiveext@}", top = "" },
    }

    local function forgeof(url)
      local host = string.match(url, "^%a+://([^/]+)/") or ""
      if host == "github.com" or string.find(host, "^github[.-]") or string.find(host, "[.-]github[.]") then return "github" end
      if string.find(host, "^gitlab[.-]") or string.find(host, "[.-]gitlab[.]") then return "gitlab" end
      if host == "pagure.io" then return "pagure" end
      if host == "gitea.com" or host == "codeberg.org" then return "gitea" end
      if host == "git.sr.ht" then return "sourcehut" end
      if host == "bitbucket.org" then return "bitbucket" end
      if host == "code.googlesource.com" then return "googlesource" end
      return nil
    end

    -- What a reference is called in file names: GitHub and SourceHut drop the v of v1.2, and slashes become dashes.
    local function filereference(kind, ref, text)
      if kind == "commit" then return ref end
      local changed = string.gsub(text, "/", "-")
      if kind == "tag" then changed = string.gsub(changed, "^v(%d)", "%1") end
      return changed
    end

    function rpmscope.forgemeta(block)
      rpmscope.mirror({ "forgeurl", "forgesource", "forgesetupargs", "archivename", "archiveext", "archiveurl", "topdir", "extractdir",
        "repo", "owner", "scm", "tag", "commit", "branch", "version", "date", "distprefix" })
      local kind = "version"
      for _, name in ipairs({ "tag", "commit", "branch" }) do
        if kind == "version" and rpmscope.value(name .. block) ~= "" then kind = name end
      end
      local ref = "%{?" .. kind .. block .. "}"
      local text = rpm.expand(ref)
      if text == "" and block ~= "" then ref = "%{?version}" text = rpm.expand(ref) end
      local url = rpmscope.value("forgeurl" .. block)
      local name = forgeof(url)
      local function set(variable, value)
        rpmscope.default(variable .. block, (string.gsub(value, "@", block)))
      end
      if name ~= nil then
        local forge = forges[name]
        local parts = {}
        for part in string.gmatch(string.match(url, "^%a+://[^/]+/([^?#]*)") or "", "[^/]+") do parts[#parts + 1] = part end
        local keep = (name == "gitlab" or name == "googlesource" or name == "pagure") and #parts or math.min(2, #parts)
        local clean = string.match(url, "^%a+://[^/]+") or ""
        for index = 1, keep do clean = clean .. "/" .. parts[index] end
        rpmscope.set("forgeurl" .. block, clean)
        set("owner", parts[1] or "")
        set("repo", parts[keep] or "")
        set("scm", "git")
        if name == "bitbucket" then set("shortcommit", string.sub(rpmscope.value("commit" .. block), 1, 12))
        else set("shortcommit", string.sub(rpmscope.value("commit" .. block), 1, 7)) end
        set("fileref", filereference(kind, ref, text))
        if kind == "version" and (name == "github" or name == "googlesource") then ref = "v" .. ref end
        set("ref", ref)
        set("archiveext", forge.ext)
        set("archivename", forge.name)
        set("archiveurl", forge.url)
        set("topdir", forge.top or "%{archivename@}")
      end
      local source = "%{?archiveurl@}"
      local tail = string.match(rpmscope.value("archiveurl" .. block), "/([^/]+)$")
      if tail ~= rpmscope.value("archivename" .. block) .. "." .. rpmscope.value("archiveext" .. block) then
        source = "%{?archiveurl@}#/%{?archivename@}.%{?archiveext@}"
      end
      set("forgesource", source)
      local hastop = rpmscope.value("topdir" .. block) ~= ""
      set("extractdir", hastop and "%{topdir@}" or "%{?archivename@}")
      local arguments = "-n %{extractdir@}"
      if not hastop then arguments = "-c " .. arguments end
      if block ~= "" and block ~= "0" then
        arguments = (hastop and "-T -D -b " or "-T -D -a ") .. block .. " " .. arguments
      end
      set("forgesetupargs", arguments)
      if kind ~= "version" then
        local snapshot = kind == "commit" and string.sub(text, 1, 7) or string.gsub(string.lower(text), "[%p%s]+", ".")
        local version = string.gsub(rpmscope.value("version"), "[%p%s]+", ".")
        if kind == "tag" then
          for _, prefix in ipairs({ version, "v" .. version }) do
            if string.sub(snapshot, 1, #prefix) == prefix then snapshot = string.sub(snapshot, #prefix + 1) end
          end
          snapshot = string.gsub(snapshot, "^%.", "")
        end
        if snapshot ~= "" then
          local date = rpmscope.value("date" .. block)
          set("distprefix", "." .. date .. "git" .. snapshot)
          set("_forgeversionsuffix", "." .. date .. "git" .. snapshot)
        end
      end
      rpmscope.mirror({ "forgeurl", "forgesource", "forgesetupargs", "archivename", "archiveext", "archiveurl", "topdir", "extractdir",
        "repo", "owner", "scm", "shortcommit", "distprefix", "_forgeversionsuffix" })
    end

    -- The package name Fedora gives an import path: lower case, no top-level domain, words once only.
    function rpmscope.gorpmname(path, compat)
      local name = string.lower(rpm.expand(path)) .. "/"
      name = string.gsub(name, "^https?://", "")
      name = string.gsub(name, "%.git/+", "")
      name = string.gsub(name, "^git%.", "")
      name = string.gsub(name, "^([^/]+)%.([^%./]+)/", "%1/")
      name = "golang-" .. name
      if compat ~= nil and compat ~= "" then name = "compat-" .. name .. "-" .. string.lower(compat) end
      local count
      repeat name, count = string.gsub(name, "(%d)%.(%d)", "%1:%2") until count == 0
      name = string.gsub(name, "[%._/%-~]+", "-")
      name = string.gsub(name, "%-for%-go%-", "-")
      local seen = { go = true }
      local words = {}
      for word in string.gmatch(name, "[^%-]+") do
        if not seen[word] then
          seen[word] = true
          words[#words + 1] = word
        end
      end
      name = string.gsub(table.concat(words, "-"), ":", ".")
      return (string.gsub(name, "%-v([%.%d]+)$", "-%1"))
    end

    function rpmscope.gometa(block)
      if rpmscope.value("goipath" .. block) == "" and block == "" then rpmscope.mirror({ "goipath" }) end
      rpmscope.mirror({ "forgeurl", "goipath", "gocid", "goname", "gourl", "gosource" })
      rpmscope.default("forgeurl" .. block, "https://%{goipath" .. block .. "}")
      rpmscope.forgemeta(block)
      rpmscope.default("gourl" .. block, "%{forgeurl" .. block .. "}")
      if rpmscope.value("forgesource" .. block) ~= "" and rpmscope.value("archivename" .. block) ~= "" then
        rpmscope.default("gosource" .. block, "%{forgesource" .. block .. "}")
      else
        rpmscope.default("gosource" .. block, "%{gourl" .. block .. "}/%{?archivename" .. block .. "}.tar.gz")
      end
      rpmscope.default("goname" .. block, rpmscope.gorpmname("%{goipath" .. block .. "}", rpmscope.value("gocid" .. block)))
      rpmscope.mirror({ "forgeurl", "goname", "gourl", "gosource" })
    end

    -- The folders of a Go build, and the version flags its binaries get.
    function rpmscope.goenv(block, path)
      local name = path ~= "" and path or rpmscope.value("goipath" .. block)
      rpmscope.set("currentgoipath", name)
      -- The build's folder lies in the last block's sources.
      local blocks = rpmscope.blocks("goipath")
      rpmscope.default("goworkdir", "%{_builddir}/%{?extractdir" .. (blocks[#blocks] or "") .. "}")
      rpmscope.default("gobuilddir", "%{goworkdir}/_build")
      rpmscope.default("gosourcedir", "%{goworkdir}")
      rpmscope.set("currentgosourcedir", "%{_builddir}/%{?extractdir" .. block .. "}")
      rpmscope.default("gofilelist", "devel.file-list")
      rpmscope.set("thisgofilelist", "%{goname}-%{gofilelist}")
      local flags = ""
      for _, key in ipairs({ "version", "tag", "commit", "branch" }) do
        local value = rpmscope.value(key .. block)
        rpmscope.set("current" .. key, value)
        if value ~= "" then
          flags = flags .. " -X " .. name .. "/version" .. (key == "version" and "" or "." .. key) .. "=" .. value
        end
      end
      rpmscope.set("currentgoldflags", flags)
    end

    -- %package and %description of the -devel packages, and of those under other import paths.
    function rpmscope.gopkg(block)
      local paths = rpmscope.value("goipaths" .. block)
      if paths == "" then paths = rpmscope.value("goipath" .. block) end
      local first = string.match(paths, "[^%s,]+") or ""
      local name = rpmscope.value("godevelname" .. block)
      if name == "" then name = rpmscope.gorpmname(first, rpmscope.value("gocid" .. block)) .. "-devel" end
      rpmscope.set("currentgodevelname", name)
      local filelist = string.gsub(name, "%-devel$", "") .. "-%{gofilelist}"
      rpmscope.set("godevelfilelist" .. block, filelist)
      if block == "" then rpmscope.set("godevelfilelist0", filelist) end
      print(rpm.expand("%package     -n " .. name .. "\nSummary:        %{?godevelsummary" .. block .. "}%{!?godevelsummary" .. block
        .. ":%{summary}}\nBuildRequires:  go-rpm-macros\nBuildArch:      noarch\n%{?godevelheader" .. block .. "}\n%description -n " .. name
        .. "\n%{?godeveldescription" .. block .. "}%{!?godeveldescription" .. block .. ":%{?common_description}}\n\n"
        .. "This package contains the source code needed for building packages that reference the following Go import paths:\n"))
      for path in string.gmatch(paths, "[^%s,]+") do print(" - " .. path .. "\n") end
    end

    function rpmscope.gopkgfiles(block)
      local paths = rpmscope.value("goipaths" .. block)
      if paths == "" then paths = rpmscope.value("goipath" .. block) end
      local name = rpmscope.value("godevelname" .. block)
      local plain = rpmscope.gorpmname(string.match(paths, "[^%s,]+") or "", rpmscope.value("gocid" .. block))
      if name == "" then name = plain .. "-devel" end
      print(rpm.expand('%files -n ' .. name .. ' -f "%{goworkdir}/' .. plain .. '-%{gofilelist}"\n'))
    end
    """#
}
