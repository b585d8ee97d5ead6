extension MacroTarget {
  /// Fedora as it is now: rpm 6, Go from the distribution, network off in official builds.
  package static let fedora = MacroTarget(
    name: "fedora", summary: "Fedora Linux 44 and Rawhide", rpm: RPMDialect(version: "6.1"), goRelease: 26,
    goEnvironment: ["GOTOOLCHAIN": "local"],
    macros: SharedMacros.all + [
      SharedMacros.buildSystems, SharedMacros.mingw, FedoraIdentity.macros, FedoraGo.macros,
      #"""
      %fedora 44
      %dist .fc44
      %fc44 1
      %_vendor redhat
      %distribution Fedora Project
      %_host_vendor redhat
      """#,
    ], lua: FedoraForge.lua, undefined: ["rhel", "el8", "el9", "suse_version", "sle_version", "is_opensuse", "mageia", "mgaversion"],
    identity: "fedora",
    words: [
      "%gometa", "%autorelease", "%autochangelog", "%go_vendor_license", "%gopkg", "%forgemeta", "%{golang_arches_future}", "%cargo_prep",
      "%pyproject_wheel", "%fontpkg", "%if %{?fedora} ",
    ])
}

/// What Fedora and its EPEL share besides the Go macros.
enum FedoraIdentity {
  /// `%autorelease` counts commits; without a repository it starts at 1, which is what rpmautospec gives for one commit.
  static let macros = #"""
    %autorelease(e:s:pb:n) %{?-p:0.}%{?-b*}%{!?-b:1}%{?-e:.%{-e*}}%{?-s:.%{-s*}}%{!?-n:%{?dist}}
    %autochangelog * Mon Jan 01 2024 Fedora Packagers <packagers@example.org> - %{?epoch:%{epoch}:}%{version}-%{release}\
    - Packaged from version control
    %bcond() %{expand:%{lua: local name = rpm.expand("%1") local default = rpm.expand("%2") if rpm.expand("%{?_with_" .. name .. ":1}") == "1" or (default ~= "0" and default ~= "" and rpm.expand("%{?_without_" .. name .. ":1}") ~= "1") then rpm.define("with_" .. name .. " 1") end}}
    %_debugsource_packages 1
    %_missing_build_ids_terminate_build 1
    %_pkg_extra_cflags %{nil}
    %_pkg_extra_ldflags %{nil}
    %kernel_arches x86_64 s390x ppc64le aarch64 riscv64
    %qt5_qtwebengine_arches x86_64 aarch64
    %qt6_qtwebengine_arches x86_64 aarch64
    %efi x86_64 aarch64
    %power64 ppc64 ppc64p7 ppc64le
    %valgrind_arches x86_64 aarch64 ppc64le s390x
    %luajit_arches x86_64 aarch64 s390x
    %lua_version 5.4
    %lua_libdir %{_libdir}/lua/%{lua_version}
    %lua_pkgdir %{_datadir}/lua/%{lua_version}
    %apache_confdir %{_sysconfdir}/httpd
    %vendor Fedora Project
    """#
}
