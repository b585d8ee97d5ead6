extension MacroTarget {
  /// openRuyi: declarative builds, Go in GOPATH mode with dependencies from packages.
  ///
  /// Its Go macros are modelled on what its specs rely on: %prep copies the sources to `%{_builddir}/go/src/%{go_import_path}`, `golang` leaves
  /// a program named `%{_name}` in them, `golangmodules` installs sources, and both test with GO111MODULE=off.
  package static let openruyi = MacroTarget(
    name: "openruyi", summary: "openRuyi", rpm: RPMDialect(version: "6.0"), goRelease: 26, home: "/home/abuild",
    macros: SharedMacros.all + [
      SharedMacros.buildSystems, FedoraIdentity.macros, golang,
      #"""
      %openruyi_general_flags -O2 -g -pipe -Wall
      %_vendor openruyi
      %vendor openRuyi Project
      %distribution openRuyi
      %_host_vendor openruyi
      """#,
    ], undefined: ["fedora", "rhel", "suse_version", "is_opensuse", "mageia", "mgaversion"],
    identity: "openruyi_general_flags",
    words: ["#!RemoteAsset", "openRuyi", "openruyi", "%{go_sys_gopath}", "BuildSystem:    golang", "BuildSystem: golang", "golangmodules"])

  private static let golang = #"""
    %go_sys_gopath %{_datadir}/gocode/src
    %go_source_subdir .
    %go_common export GO111MODULE=off; export GOPATH=%{_builddir}/go:%{_datadir}/gocode
    %buildsystem_golang_prep() %autosetup -p1 %*\
    mkdir -p "%{_builddir}/go/src/$(dirname "%{go_import_path}")"\
    cp -a . "%{_builddir}/go/src/%{go_import_path}"
    %buildsystem_golang_build() %{go_common}\
    go build -buildmode=pie -o %{?_name}%{!?_name:%{name}} %* %{go_import_path}
    %buildsystem_golang_install() install -D -m 0755 %{?_name}%{!?_name:%{name}} %{buildroot}%{_bindir}/%{?_name}%{!?_name:%{name}}
    %buildsystem_golang_check() %{go_common}\
    go test %* %{go_import_path}/...
    %buildsystem_golangmodules_prep() %{buildsystem_golang_prep %*}
    %buildsystem_golangmodules_build() %{nil}
    %buildsystem_golangmodules_install() mkdir -p %{buildroot}%{go_sys_gopath}/%{go_import_path}\
    cp -a . %{buildroot}%{go_sys_gopath}/%{go_import_path}
    %buildsystem_golangmodules_check() %{buildsystem_golang_check %*}
    """#
}
