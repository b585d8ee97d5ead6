extension MacroTarget {
  /// openEuler 24.03: Fedora-like names, Go macros of an older go-rpm-macros.
  package static let openeuler = MacroTarget(
    name: "openeuler", summary: "openEuler 24.03 LTS", rpm: RPMDialect(version: "4.18"), goRelease: 21, home: "/home/abuild",
    macros: SharedMacros.all + [
      FedoraGo.macros,
      #"""
      %openEuler 2
      %oe_version 2403
      %dist .oe2403
      %_vendor openEuler
      %vendor http://openeuler.org
      %_debugsource_packages 1
      %_missing_build_ids_terminate_build 1
      %install_info() %{nil}
      %install_info_rm() %{nil}
      %delete_la find %{buildroot} -type f -name "*.la" -delete
      %delete_la_and_a find %{buildroot} -type f -name "*.la" -delete -o -name "*.a" -delete
      %disable_rpath sed -i 's|^hardcode_libdir_flag_spec=.*||g' libtool
      %package_help %package help
      %chrpath_delete %{nil}
      %file_package_help %{nil}
      %go_prep_path %{nil}
      %cmake_conf %cmake
      """#,
    ], lua: FedoraForge.lua, undefined: ["fedora", "rhel", "suse_version", "is_opensuse"],
    identity: "openEuler",
    words: ["openEuler", "@huawei.com", "%package_help", "%delete_la", "%install_info_rm"])
}
