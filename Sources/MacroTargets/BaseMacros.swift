/// The macros that rpm itself brings (macros.in and platform.in of its sources), modelled for each release.
///
/// With them a target reads the same on every machine: of the macro files of the machine none is read for it. The values of folders and tools
/// are those of the RPM distributions, which build rpm for `/usr`.
package enum BaseMacros {
  /// Texts in the syntax of rpm's macro files, in the order in which they are loaded.
  package static func texts(for dialect: RPMDialect) -> [String] {
    var texts = [
      tools, folders, architectures, conditions, scriptlets(dialect), packages, sourceControl(dialect), patches(dialect),
      strictness(dialect),
    ]
    texts.append("%__rpmuncompress \(dialect.unpackingProgram)")
    texts.append(dialect.usesBuildFolder ? buildFolders : sharedFolders)
    if dialect.setupMakesSpecParts { texts.append("%specpartsdir %{_builddir}/%{buildsubdir}-SPECPARTS") }
    if dialect.hasBuildSystems { texts.append("%buildsystem_default_prep() %autosetup -C -p1 %*") }
    return texts
  }

  private static let tools: String = {
    let names = [
      "awk", "bzip2", "cat", "chmod", "chown", "cp", "file", "grep", "gzip", "id", "install", "ln", "lrzip", "lzip", "xz", "make", "mkdir",
      "mv", "patch", "rm", "sed", "tar", "unzip", "zstd", "gem", "git", "hg", "bzr", "quilt", "ar", "as", "ld", "objdump", "strip", "curl",
    ]
    return names.map { "%__\($0) /usr/bin/\($0)" }.joined(separator: "\n") + """

      %__7zip /usr/bin/7za
      %__cc gcc
      %__cxx g++
      %__cpp gcc -E
      %__ln_s %{__ln} -s
      %__mkdir_p %{__mkdir} -p
      %__id_u %{__id} -u
      %__find_debuginfo /usr/bin/find-debuginfo
      %__urlhelpercmd %{__curl}
      """
  }()

  private static let folders = """
    %nil %{!?nil}
    %_usr /usr
    %_usrsrc %{_usr}/src
    %_var /var
    %_prefix /usr
    %_exec_prefix %{_prefix}
    %_bindir %{_exec_prefix}/bin
    %_sbindir %{_exec_prefix}/sbin
    %_libexecdir %{_exec_prefix}/libexec
    %_datarootdir %{_prefix}/share
    %_datadir %{_datarootdir}
    %_includedir %{_prefix}/include
    %_oldincludedir /usr/include
    %_infodir %{_datadir}/info
    %_mandir %{_datadir}/man
    %_iconsdir %{_datadir}/icons
    %_defaultdocdir %{_datadir}/doc
    %_docdir %{_defaultdocdir}
    %_defaultlicensedir %{_datadir}/licenses
    %_rpmconfigdir /usr/lib/rpm
    %_rpmmacrodir %{_rpmconfigdir}/macros.d
    %_rpmluadir %{_rpmconfigdir}/lua
    %_fileattrsdir %{_rpmconfigdir}/fileattrs
    %_dbpath %{_var}/lib/rpm
    %_tmppath %{_var}/tmp
    %_topdir %{getenv:HOME}/rpmbuild
    %_builddir %{_topdir}/BUILD
    %_rpmdir %{_topdir}/RPMS
    %_sourcedir %{_topdir}/SOURCES
    %_specdir %{_topdir}/SPECS
    %_srcrpmdir %{_topdir}/SRPMS
    %_build_name_fmt %%{ARCH}/%%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm
    %_rpmfilename %{_build_name_fmt}
    %_default_patch_fuzz 0
    %_default_patch_flags --no-backup-if-mismatch -f
    """

  /// Up to rpm 4.19.
  private static let sharedFolders = """
    %_buildrootdir %{_topdir}/BUILDROOT
    %buildroot %{_buildrootdir}/%{NAME}-%{VERSION}-%{RELEASE}.%{_arch}
    """

  /// rpm ≥ 4.20 makes them when the preamble has been read.
  private static let buildFolders = "%_sharedstatedir %{_var}/lib"

  private static let architectures = """
    %_target_platform %{_target_cpu}-%{_vendor}-%{_target_os}
    %_vendor redhat
    %_os linux
    %_gnu -gnu
    %_host %{_host_cpu}-%{_vendor}-linux-gnu
    %_host_alias %{_host}
    %_host_vendor %{_vendor}
    %_host_os linux
    %_build %{_host}
    %_build_alias %{_host_alias}
    %_build_cpu %{_host_cpu}
    %_build_vendor %{_host_vendor}
    %_build_os %{_host_os}
    %_target_alias %{_host_alias}
    %_target_vendor %{_host_vendor}
    %__isa %{__isa_name}-%{__isa_bits}
    %_isa %{?__isa:(%{__isa})}%{!?__isa:%{nil}}
    %ix86 i386 i486 i586 i686 pentium3 pentium4 athlon geode
    %x86_64 x86_64 x86_64_v2 x86_64_v3 x86_64_v4 amd64 em64t
    %arm32 armv3l armv4b armv4l armv4tl armv5tl armv5tel armv5tejl armv6l armv6hl armv7l armv7hl armv7hnl armv8l armv8hl
    %arm %{arm32}
    %arm64 aarch64
    %mips32 mips mipsel mipsr6 mipsr6el
    %mips64 mips64 mips64el mips64r6 mips64r6el
    %mipseb mips mipsr6 mips64 mips64r6
    %mipsel mipsel mipsr6el mips64el mips64r6el
    %mips %{mips32} %{mips64}
    %sparc sparc sparcv8 sparcv9 sparcv9v sparc64 sparc64v
    %alpha alpha alphaev56 alphaev6 alphaev67
    %power64 ppc64 ppc64p7 ppc64le
    %riscv32 riscv32
    %riscv64 riscv64
    %riscv128 riscv128
    %riscv %{riscv32} %{riscv64} %{riscv128}
    %loongarch64 loongarch64
    """

  private static let conditions = """
    %defined() %{expand:%%{?%{1}:1}%%{!?%{1}:0}}
    %undefined() %{expand:%%{?%{1}:0}%%{!?%{1}:1}}
    %with() %{expand:%%{?with_%{1}:1}%%{!?with_%{1}:0}}
    %without() %{expand:%%{?with_%{1}:0}%%{!?with_%{1}:1}}
    %bcond_with() %{expand:%%{?_with_%{1}:%%global with_%{1} 1}}
    %bcond_without() %{expand:%%{!?_without_%{1}:%%global with_%{1} 1}}
    %bcond() %{expand:%[%{2} ? "%%bcond_without %{1}" : "%%bcond_with %{1}"]}
    """

  /// What rpm refuses rather than warns of.
  private static func strictness(_ dialect: RPMDialect) -> String {
    """
    %_invalid_encoding_terminates_build \(dialect.release >= .v415 ? 1 : 0)
    %_wrong_version_format_terminate_build 1
    """
  }

  /// `%___build_pre` and the other text that rpm puts around a scriptlet.
  private static func scriptlets(_ dialect: RPMDialect) -> String {
    let sections = ["prep", "buildrequires", "conf", "build", "check", "clean"]
    let folder = dialect.usesBuildFolder ? "builddir" : "_builddir"
    let more = dialect.exportsLinkerFlags
    let environment = #"""
        RPM_SOURCE_DIR="%{_sourcedir}"\
        RPM_BUILD_DIR="%{\#(folder)}"\
        RPM_OPT_FLAGS="%{optflags}"\
        \#(more ? #"RPM_LD_FLAGS="%{?build_ldflags}""# : "")\
        RPM_ARCH="%{_arch}"\
        RPM_OS="%{_os}"\
        RPM_BUILD_NCPUS="%{_smp_build_ncpus}"\
        \#(more ? #"RPM_SPECPARTS_DIR="%{specpartsdir}""# : "")\
        export RPM_SOURCE_DIR RPM_BUILD_DIR RPM_OPT_FLAGS RPM_ARCH RPM_OS RPM_BUILD_NCPUS \#(more ? "RPM_SPECPARTS_DIR RPM_LD_FLAGS" : "")\
        RPM_DOC_DIR="%{_docdir}"\
        export RPM_DOC_DIR\
        RPM_PACKAGE_NAME="%{NAME}"\
        RPM_PACKAGE_VERSION="%{VERSION}"\
        RPM_PACKAGE_RELEASE="%{RELEASE}"\
        export RPM_PACKAGE_NAME RPM_PACKAGE_VERSION RPM_PACKAGE_RELEASE\
        LANG=\#(more ? "C.UTF-8" : "C")\
        export LANG\
        unset CDPATH DISPLAY ||:\
        \#(more ? #"unset DEBUGINFOD_URLS ||:\\#n  unset RPM_CONFIG_DIR ||:"# : "")\
        %{?buildroot:RPM_BUILD_ROOT="%{buildroot}"\
        export RPM_BUILD_ROOT}\
        %{?_javaclasspath:CLASSPATH="%{_javaclasspath}"\
        export CLASSPATH}\
        PKG_CONFIG_PATH="${PKG_CONFIG_PATH}:%{_libdir}/pkgconfig:%{_datadir}/pkgconfig"\
        export PKG_CONFIG_PATH
      """#
    return "%___build_pre_env \\\n\(environment)\n" + """
      %___build_pre \\
        \(dialect.sourcesEnvironmentFile ? ". %{builddir}/rpmbuild.env" : "%{___build_pre_env}")\\
        %[%{verbose}?"set -x":""]\\
        umask 022\\
        cd "%{\(folder)}"
      %___build_shell %{?_buildshell}%{!?_buildshell:/bin/sh}
      %___build_args -e
      %___build_cmd %{___build_shell} %{___build_args}
      %___build_post %{nil}
      %_buildshell /bin/sh
      %_fixperms %{__chmod} -Rf a+rX,u+w,g-w,o-w
      %__spec_install_pre %{___build_pre}\\
          %{__rm} -rf "%{buildroot}"\\
          %{__mkdir_p} "%{dirname:%{buildroot}}"\\
          %{__mkdir} "%{buildroot}"

      """ + sections.map { "%__spec_\($0)_pre %{___build_pre}" }.joined(separator: "\n") + "\n" + jobs(dialect)
  }

  private static func jobs(_ dialect: RPMDialect) -> String {
    """
    %_smp_build_ncpus %([ -z "$RPM_BUILD_NCPUS" ] && RPM_BUILD_NCPUS="%{getncpus}"; echo "$RPM_BUILD_NCPUS")
    %_smp_mflags \(dialect.exportsLinkerFlags ? "-j${RPM_BUILD_NCPUS}" : "-j%{_smp_build_ncpus}")
    %_smp_build_nthreads %{_smp_build_ncpus}
    """
  }

  private static let packages = #"""
    %build_cflags %{optflags}
    %build_cxxflags %{optflags}
    %build_fflags %{optflags}
    %_configure ./configure
    %configure %{set_build_flags}; %{_configure} --host=%{_host} --build=%{_build} --program-prefix=%{?_program_prefix} --disable-dependency-tracking --prefix=%{_prefix} --exec-prefix=%{_exec_prefix} --bindir=%{_bindir} --sbindir=%{_sbindir} --sysconfdir=%{_sysconfdir} --datadir=%{_datadir} --includedir=%{_includedir} --libdir=%{_libdir} --libexecdir=%{_libexecdir} --localstatedir=%{_localstatedir} --sharedstatedir=%{_sharedstatedir} --mandir=%{_mandir} --infodir=%{_infodir}
    %patches %{lua: for i, p in ipairs(patches) do print(p .. " ") end}
    %sources %{lua: for i, s in ipairs(sources) do print(s .. " ") end}
    %find_lang %{_rpmconfigdir}/find-lang.sh %{buildroot}
    %debug_package \
    %ifnarch noarch\
    %global __debug_package 1\
    %package debuginfo\
    Summary: Debug information for package %{name}\
    AutoReq: 0\
    AutoProv: 1\
    %description debuginfo\
    Debug information for %{name}.\
    %files debuginfo -f debugfiles.list\
    %endif\
    %{nil}
    %__arch_install_post %{nil}
    %__os_install_post %{_rpmconfigdir}/brp-compress %{?_prefix}\
        %{_rpmconfigdir}/brp-strip %{__strip}
    %__debug_install_post %{__find_debuginfo} "%{_builddir}/%{?buildsubdir}"
    %__spec_install_post \
    %{?__debug_package:%{__debug_install_post}}\
    %{__arch_install_post}\
    %{__os_install_post}
    %_unpackaged_files_terminate_build 1
    %_build_id_links compat
    """#

  /// `%autosetup -S`; 4.20 gives commits the time of the sources, 6.1 takes no signing key for them.
  private static func sourceControl(_ dialect: RPMDialect) -> String {
    // A backslash at the end of a line of the command itself.
    let goesOn = #"\\\"# + "\n\t"
    let committer = dialect.datesCommits ? "GIT_COMMITTER_DATE=%{__scm_source_timestamp}" : ""
    let both = dialect.datesCommits ? committer + " GIT_AUTHOR_DATE=%{__scm_source_timestamp}" + goesOn : ""
    let commit = "\(both)%{__git} commit %{-q} \(dialect.signsNoCommits ? "--no-gpg-sign " : "")"
    return """
      %__scm patch
      %__scm_username rpm-build
      %__scm_usermail <rpm-build>
      %__scm_author %{__scm_username} %{__scm_usermail}
      %__scm_source_timestamp @${SOURCE_DATE_EPOCH:-${RPM_BUILD_TIME:?}}
      %__scm_setup_patch(q) %{nil}
      %__scm_apply_patch(qp:m:)\\
      %{__patch} %{-p:-p%{-p*}} %{-q:-s} --fuzz=%{_default_patch_fuzz} %{_default_patch_flags}
      %__scm_setup_gendiff(q) %{nil}
      %__scm_apply_gendiff(qp:m:)\\
      %{__patch} %{-p:-p%{-p*}} %{-q:-s} --fuzz=%{_default_patch_fuzz} %{_default_patch_flags} -b --suffix ".%{2}"
      %__scm_setup_quilt(q) %{nil}
      %__scm_apply_quilt(qp:m:)\\
      %{__quilt} import %{-p:-p%{-p*}} %{1} && %{__quilt} push %{-q}
      %__scm_setup_git(q)\\
      %{__git} init %{-q}\\
      %{__git} config user.name "%{__scm_username}"\\
      %{__git} config user.email "%{__scm_usermail}"\\
      %{__git} config gc.auto 0\\
      %{__git} add --force .\\
      \(commit)--allow-empty -a\(goesOn)--author "%{__scm_author}" -m "%{NAME}-%{VERSION} base"\\
      %{__git} checkout --track -b rpm-build
      %__scm_apply_git(qp:m:)\\
      %{__git} apply --index --reject %{-p:-p%{-p*}} -\\
      \(commit)-m %{-m*} --author "%{__scm_author}"
      %__scm_setup_git_am(q) %{expand:%__scm_setup_git %{-q}}
      %__scm_apply_git_am(qp:m:)\\
      \(committer)\(dialect.datesCommits ? goesOn : "")%{__git} am --reject %{-q} %{-p:-p%{-p*}}
      """
  }

  /// `%autosetup` and `%autopatch`; the lists of patches are librpm's own Lua tables, which its reading of the preamble fills.
  private static func patches(_ dialect: RPMDialect) -> String {
    let setup = dialect.setupOptions.contains("C") ? "a:b:cCDn:TvNS:p:" : "a:b:cDn:TvNS:p:"
    let quiet = dialect.autopatchOptions.contains("q")
    let uncompress = dialect.unpacking == .tar ? "%{uncompress:" : "%{__rpmuncompress} "
    let end = dialect.unpacking == .tar ? "}" : ""
    return #"""
      %__apply_patch(qp:m:)\
      %{lua:
      local file, number = rpm.expand("%{1}"), rpm.expand("%{2}")
      if posix.access(file, "r") then
        local words = rpm.expand("%{-q} %{-p:-p%{-p*}} %{-m:-m%{-m*}}")
        local apply = rpm.expand("%__scm_apply_%{__scm}")
        print(rpm.expand("\#(uncompress)" .. file .. "\#(end) | " .. apply .. " " .. words .. "  " .. file .. " " .. number .. "\\n"))
      else
        print("echo 'Cannot read " .. file .. "'; exit 1;\\n")
      end}
      %autopatch(\#(dialect.autopatchOptions)p:m:M:) %{lua:
      local lowest, highest = tonumber(rpm.expand("%{-m:%{-m*}}")), tonumber(rpm.expand("%{-M:%{-M*}}"))
      local wanted = {}
      for _, number in ipairs(arg) do table.insert(wanted, tonumber(number)) end
      if #arg == 0 then
        for _, number in ipairs(patch_nums) do
          if (not lowest or number >= lowest) and (not highest or number <= highest) then table.insert(wanted, number) end
        end
      end
      local options = rpm.expand("%{!-v:-q} %{-p:-p%{-p*}} ")
      local paths = {}
      for place, path in ipairs(patches) do paths[patch_nums[place]] = path end
      for place, number in ipairs(wanted) do
        local path = paths[number]
        if path then
          print(rpm.expand("%__apply_patch -m %{basename:" .. path .. "}  " .. options .. path .. " " .. place .. "\\n"))
        else
          rpm.expand("%{error:no such patch " .. number .. "}")
        end
      end}
      %autosetup(\#(setup)) %setup %{-a} %{-b} %{-c} \#(dialect.setupOptions.contains("C") ? "%{-C} " : "")%{-D} %{-n} %{-T} %{!-v:-q}\
      %{-S:%global __scm %{-S*}}\
      %{expand:%__scm_setup_%{__scm} %{!-v:-q}}\
      %{!-N:%autopatch \#(quiet ? "-q " : "")%{-v} %{-p:-p%{-p*}}}
      """#
  }
}
