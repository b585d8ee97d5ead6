extension MacroTarget {
  /// Mageia 10: `%mkrel`, `%makeinstall_std`, Fedora's Go macros.
  package static let mageia = MacroTarget(
    name: "mageia", summary: "Mageia 10", rpm: RPMDialect(version: "4.20"), goRelease: 24,
    macros: SharedMacros.all + [
      SharedMacros.buildSystems, FedoraGo.macros,
      #"""
      %mageia 10
      %mgaversion 10
      %mga10 1
      %distsuffix .mga
      %dist .mga10
      %_vendor mageia
      %mkrel(c:) %{?-c:0.%{-c*}.}%{1}%{?subrel:.%subrel}%{?distsuffix}%{?mageia}
      %makeinstall_std make DESTDIR=%{?buildroot:%{buildroot}} install
      %make_build %{__make} %{?_smp_mflags}
      %make make %{?_smp_mflags}
      %configure2_5x %configure
      %apply_patches %autopatch -p1
      %mklibname(ds) %{_lib}%{1}%{?2}%{?3}
      %update_menus %{nil}
      %clean_menus %{nil}
      %serverbuild %{nil}
      %serverbuild_hardened %{nil}
      %_post_service() %{nil}
      %_preun_service() %{nil}
      %_tmpfilescreate() %{nil}
      %_pre_useradd() %{nil}
      %_pre_groupadd() %{nil}
      %perl_convert_version() %{1}
      %build_sysconfdir %{buildroot}%{_sysconfdir}
      %ldflags %{build_ldflags}
      %setup_compile_flags %set_build_flags
      """#,
    ], lua: FedoraForge.lua, undefined: ["fedora", "rhel", "suse_version", "is_opensuse"],
    identity: "mgaversion",
    words: ["%mkrel", "%configure2_5x", "@mageia.org", "%mklibname"])
}
