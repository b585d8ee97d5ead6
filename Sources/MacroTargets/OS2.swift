extension MacroLayer {
  /// RPM for OS/2 (bitwise works, netlabs): sources come from a repository at build time, the desktop has objects.
  static let os2 = MacroLayer(
    name: "os2", summary: "RPM for OS/2", base: "fedora", words: ["%scm_source", "%scm_setup", "%wps_object", "%os2_", "%{os2_"],
    macros: #"""
      %os2_version 45
      %os2_config_sys C:\CONFIG.SYS
      %os2_boot_drive C:
      %os2_bookdir %{_datadir}/os2/book
      %os2_helpdir %{_datadir}/os2/help
      %os2_langdir %{_datadir}/os2/lang
      %os2_dos_path() %{*}
      %os2_expand_unixroot() true
      %cube() cube
      %_rpmconfigdir_os2 %{_rpmconfigdir}
      %scm_source(a) %global scm_source_given 1
      %scm_setup %setup -n "%{name}-%{version}" -c -T
      %wps_object_create_begin(-) %{nil}
      %wps_object_create_end %{nil}
      %wps_object_create(-) %{nil}
      %wps_object_delete_all(-) %{nil}
      %bww_app(-) %{nil}
      %bww_folder(-) %{nil}
      %bww_app_shadow(-) %{nil}
      %bww_readme(-) %{nil}
      %bww_file(-) %{nil}
      %bww_license(-) %{nil}
      """#)
}
