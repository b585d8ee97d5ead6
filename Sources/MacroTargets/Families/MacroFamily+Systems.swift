// What the system's own parts name: services, security, boot, folders.

extension MacroFamily {
  static let systems: [MacroFamily] = [
    .systemd, .systemdOfSUSE, .redhat, .efi, .kernelModules, .selinux, .appArmor, .apache, .apacheOfSUSE, .printing,
  ]

  /// systemd's paths and scriptlets (systemd's own macros.systemd.in).
  static let systemd = MacroFamily(
    package: nil, on: [.fedora, .enterprise, .openmandriva, .mageia, .azurelinux, .photon, .openeuler, .openruyi],
    names: """
      _systemd_{system_env_generator_dir,user_env_generator_dir} _systemdusergeneratordir _user_tmpfilesdir
      systemd_user_daemon_reexec sysusers_create_inline _binfmtdir _environmentdir _journalcatalogdir _modprobedir _modulesloaddir
      _presetdir _sysctldir _systemd_util_dir _systemdgeneratordir _sysusersdir _tmpfilesdir _udevhwdbdir _udevrulesdir _unitdir
      _userpresetdir _userunitdir binfmt_apply journal_catalog_update sysctl_apply
      systemd_{ordering,post,postun,postun_with_reload,postun_with_restart,preun,requires,user_post,user_postun}
      systemd_{user_postun_with_reload,user_postun_with_restart,user_preun} sysusers_{create,create_package}
      tmpfiles_{create,create_package} udev_{hwdb_update,rules_update} sysusers_requires_compat sysusers_create_compat
      sysusers_generate_pre
      """)

  /// The same as openSUSE's package has it, with its service scriptlets; very many packages require it.
  static let systemdOfSUSE = MacroFamily(
    package: nil, on: [.opensuse],
    names: """
      _ntpunitsdir _systemdusergeneratordir _user_tmpfilesdir systemd_pre _modprobedir
      service_{add_post,add_pre,del_postun,del_postun_with_restart,del_postun_without_restart,del_preun} systemd_user_pre
      """)

  /// redhat-rpm-config, which every build of Fedora's and Enterprise Linux has.
  static let redhat = MacroFamily(
    package: nil, on: [.fedora, .enterprise],
    names: """
      _annobin_{clang_plugin,gcc_plugin} _annotation_{cflags,ldflags,plugin} _auto_set_build_flags _build_id_flags
      _clang_{extra_ldflags,lto_cflags} _configure_{gnuconfig_hack,libtool_hardening_hack} _debuginfo_subpackages
      _debugsource_packages _docdir_fmt
      _dwz_{limit,low_mem_die_limit,low_mem_die_limit_armv5tel,low_mem_die_limit_armv7hl,max_die_limit,max_die_limit_armv5tel}
      _dwz_{max_die_limit_armv7hl,max_die_limit_x86_64} _find_{debuginfo_dwz_opts,debuginfo_extra_opts}
      _fix_broken_configure_for_lto _gcc_lto_cflags _general_options _hardened_{cflags,ldflags}
      _hardening_{cflags,clang_cflags,gcc_cflags,ldflags} _include_{gdb_index,minidebuginfo}
      _ld_{as_needed,as_needed_flags,symbols_flags} _legacy_options _missing_build_ids_terminate_build _preprocessor_defines
      _runstatedir _swidtagdir _warning_options build_{cpp,cxx} constrain_build extension_{cflags,cxxflags,fflags,ldflags}
      limit_build listfiles new_package rpmmacrodir toolchain wordwrap writevars _annotated_build
      _binary_{filedigest_algorithm,payload} _changelog_trimage _enable_debug_packages _fmoddir _hardened_build _localstatedir
      _lto_cflags _metainfodir _monodir _monogacdir _os _pkgdocdir _source_filedigest_algorithm _target_platform _vendor
      _vpath_{builddir,srcdir} bash_completions_dir build_{cc,cflags,cxxflags,fflags,ldflags,valaflags} configure
      filter_{from_provides,from_requires,provides_in,requires_in,setup} fish_completions_dir forgeautosetup forgemeta forgesetup
      gpgverify java_arches ldc_arches ldconfig_{post,postun,scriptlets} mono_arches nodejs_arches set_build_flags
      source_date_epoch_from_changelog valgrind_arches zsh_completions_dir _fortify_level bash_completion_dir
      """)

  /// Boot loaders' folders (efi-srpm-macros).
  static let efi = MacroFamily(
    package: nil, on: [.fedora, .enterprise],
    names: """
      _efi_srpm_macros_setup
      efi_{alt_arch,alt_arch_upper,arch,arch_upper,build_requires,esp_boot,esp_dir,esp_efi,esp_root,has_alt_arch,has_arch}
      efi_{srpm_macros_version,vendor} efi
      """)

  /// Kernel modules outside of the kernel's tree.
  static let kernelModules = MacroFamily(
    package: "kernel-rpm-macros", on: [.fedora, .enterprise, .opensuse, .openeuler], comesWith: ["kernel", "kmod"],
    names: """
      kernel_{module_package,module_package_buildreqs} kernel_arches kernel_module_package_*
      """)

  /// Scriptlets that load SELinux policy.
  static let selinux = MacroFamily(
    package: "selinux-policy-devel", on: [.fedora, .enterprise, .opensuse, .openmandriva], comesWith: ["selinux"],
    names: """
      _file_{context_file,context_file_pre,custom_defined_booleans,custom_defined_booleans_tmp} _selinux_store_policy_path
      selinux_{set_booleans,unset_booleans} _selinux_{policy_version,store_path}
      selinux_{modules_install,modules_uninstall,relabel_post,relabel_pre,requires}
      """)

  /// AppArmor's profiles.
  static let appArmor = MacroFamily(
    package: "apparmor-rpm-macros", on: [.opensuse], comesWith: ["apparmor"],
    names: """
      apparmor_reload
      """)

  /// Apache's folders; openSUSE calls them apache_.
  static let apache = MacroFamily(
    package: "httpd-devel", on: [.fedora, .enterprise], comesWith: ["httpd", "mod_"],
    names: """
      _httpd_{apxs,confdir,contentdir,mmn,modconfdir,moddir}
      """)

  /// Apache's folders and tests.
  static let apacheOfSUSE = MacroFamily(
    package: "apache-rpm-macros", on: [.opensuse], comesWith: ["apache"],
    names: """
      apache_* apache2_{apxs,conf_post,conf_preun,confdir,contentdir,mmn,modconfdir,moddir,module_post,module_preun}
      """)

  /// CUPS, PAM, Emacs, GAP, nginx: folders that their packages name.
  static let printing = MacroFamily(
    package: nil, on: [.fedora, .enterprise],
    names: """
      _cups_serverbin _pam_{libdir,moduledir,secconfdir,confdir,vendordir} _emacs_{sitelispdir,sitestartdir,version,ev,bytecompile}
      _xemacs_{sitelispdir,sitestartdir,version,ev,bytecompile} gap_{arch,archdir,dir,libdir} nginx_*
      """)
}
