// What a distribution's or a builder's own configuration of rpm brings.

extension MacroFamily {
  static let distributionsOwn: [MacroFamily] = [
    .suse, .openmandriva, .mandriva, .openeuler, .clear, .openruyi, .sailfish, .terra, .pgdg, .azure, .photon, .pld, .alt,
    .altKits, .builders,
  ]

  /// rpm-config-SUSE, which every build of openSUSE's has.
  static let suse = MacroFamily(
    package: nil, on: [.opensuse],
    names: """
      _buildhost _buildtime _firmwaredir _jvmjardir _minimize_writes add_start_if_needed build_mtime_policy
      cflags_{profile_feedback,profile_generate} configure_kernel_source do_{profiling,real_fillup} fillup_prereq
      insserv_{force_if_yast,prereq} install_info_prereq is_plus leap_version pkg_{vcmp,version,version_cmp}
      py_{incdir,libdir,prefix,sitedir,ver} regenerate_{initrd_post,initrd_posttrans,initrd_requires} remove_and_set
      rename_sysconfig_variable rpm_vercmp run_ldconfig
      sbat_{distro,distro_opensuse,distro_sle,distro_summary,distro_summary_opensuse,distro_summary_sle,distro_url} sles_version
      supplements_kernel_module suse_{check,install_update_message,install_update_script,update_libdir} suseconfig_fonts_prereq
      sysc_fillup ul_version user_group_add _buildshell _defaultdocdir _distconfdir _fillupdir _infodir _localstatedir _lto_cflags
      _mandir _sysconfdir _vpath_{builddir,srcdir} ext_{info,man} fillup_{and_insserv,only} insserv_cleanup
      install_{info,info_delete} is_opensuse lang_package ldconfig ldconfig_{post,postun,scriptlets} make_install makeinstall
      requires_{eq,ge} restart_on_update set_build_flags sle_version stop_on_removal suse_version usrmerged distribution_version
      run_permissions set_permissions verify_permissions
      """)

  /// rpm-openmandriva-setup.
  static let openmandriva = MacroFamily(
    package: nil, on: [.openmandriva],
    names: """
      _after_setup _arch_tag_suffix _base_arch _build_{file_context_path,pkgcheck_set,pkgcheck_srpm}
      _check_{dirname_deps,symlink_deps} _compress _debuginfo_subpackages _debugsource_packages _docdir_fmt
      _dwz_{limit,low_mem_die_limit,low_mem_die_limit_armv5tel,low_mem_die_limit_armv7hl,max_die_limit,max_die_limit_armv5tel}
      _dwz_{max_die_limit_armv7hl,max_die_limit_x86_64} _etcrpm _extension _files_listed_twice_terminate_build _filetriggers_dir
      _find_debuginfo_dwz_opts _fndsession_bin _fortify_cflags _gamesdir _gconftool_bin _include_{gdb_index,minidebuginfo}
      _install_file_context_path _localedir _loop_detection_loglevel _nonzero_exit_pkgcheck_terminate_build _openall_before_chroot
      _package_i18n _patch _python_bytecompile_build _repackage_all_erasures _rpmgio _scrollkeeper_bin _srcdefattr _ssp_cflags
      _sys_macros_dir _unpackaged_subdirs_terminate_build _update_{desktop_database_bin,icon_cache_bin,mime_database_bin} _usrlibrpm
      _verify_file_context_path _webappconfdir _webconfdir _with _without _xfontdir _xz_threads arch_tagged armx before_configure
      bugurl build_sysmacrospath clean_icon_cache config_update configure32 cross_compiling debugcflags dependinglib32package
      dependinglibpackage disttag disturl dlopen_req EVRD git_repository_cache lib32package lib_soname libpackage
      make_{dm_session,session} mdkversion mklib32name old_makeinstall post_install_gconf_schemas preun_uninstall_gconf_schemas
      py_{build,comp,compile,dyndir,incdir,install,libdir,ocomp,platlibdir,platsitedir,prefix,purelibdir,puresitedir,requires}
      py_{setup,shbang_opts,sitedir,ver} rename update_icon_cache Werror_cflags _binary_{filedigest_algorithm,payload}
      _build_{id_links,name_fmt} _changelog_trimtime _default_{patch_flags,patch_fuzz} _duplicate_files_terminate_build
      _enable_debug_packages _fmoddir _gamesbindir _gamesdatadir _iconsdir _liconsdir _logdir _metainfodir _miconsdir
      _python_bytecompile_errors_terminate_build _source_filedigest_algorithm _use_internal_dependency_generator _vsflags_query
      build_{cflags,cxxflags,fflags,ldflags} configure configure2_5x distribution efi
      filter_{from_provides,from_requires,provides_in,requires_in,setup} ldflags make makeinstall_std mklibname mkrel
      perl_{convert_version,vendorarch,vendorlib,version} py2_{build,install} py3_{build,install} python_{sitearch,sitelib,version}
      serverbuild serverbuild_hardened set_build_flags setup_compile_flags source_date_epoch_from_changelog vendor
      """)

  /// What Mageia and OpenMandriva have from Mandriva.
  static let mandriva = MacroFamily(
    package: nil, on: [.mageia, .openmandriva],
    names: """
      mkrel mklibname serverbuild* configure2_5x makeinstall_std make disttag distsuffix update_menus clean_menus update_icon_cache
      clean_icon_cache {post_install,preun_uninstall}_gconf_schemas py_platsitedir py_puresitedir _gamesbindir _gamesdatadir
      _iconsdir _miconsdir _liconsdir _webappconfdir _localedir _sys_macros_dir _filetriggers_dir manbo_mkrel subrel
      """)

  /// openEuler-rpm-config.
  static let openeuler = MacroFamily(
    package: nil, on: [.openeuler],
    names: """
      _auto_{set_build_cc,set_build_flags} _configure_{gnuconfig_hack,libtool_hardening_hack} _debugsource_packages _docdir_fmt
      _fs_{build,cflags,pre_cflags} _general_options _hardened_{cflags,ldflags} _hardening_{cflags,clang_cflags,gcc_cflags,ldflags}
      _include_gdb_index _ld_{as_needed,as_needed_flags,symbols_flags} _missing_build_ids_terminate_build
      _pie_{build,cflags,ldflags,pre_cflags,pre_ldflags} _preprocessor_defines _sec_opt_build _warning_options cpan_dist_name
      fix_shbang_line fpc_arches generic_arches ghc_arches_with_ghci GNAT_arches GPRbuild_arches
      kernel_{module_package,module_package_buildreqs} nim_arches ocaml_{natdynlink,native_profiling} openblas_arches
      perl_{default_filter_revision,default_subpackage_tests,ext_env_unset,sitearch,subpackage_tests,testdir}
      pkg_{vcmp,version,version_cmp} py2_{build_egg,build_wheel,install_egg,install_wheel,shbang_opts} py3_{build_egg,install_egg}
      py_{auto_byte_compile,build,build_egg,build_wheel,install,install_egg,install_wheel,setup,shbang_opts} python2_version_nodots
      python3_platform rpm_vercmp rpmmacrodir set_build_cc tests_{req,subpackage_provides,subpackage_requires} toolchain
      package_help delete_la delete_la_and_a disable_rpath install_info_rm
      """)

  /// clr-rpm-config.
  static let clear = MacroFamily(
    package: nil, on: [.clear],
    names: """
      _docdir_fmt _hkp_keyserver _icons16dir _icons192dir _icons22dir _icons48dir _icons64dir _icons96dir _iconsbasedir
      _iconsscaldir _iconstheme _jvmcommondatadir _jvmcommonlibdir _jvmcommonsysconfdir _jvmdatadir _jvmjardir _jvmlibdir
      _jvmprivdir _jvmsysconfdir _mavendepmapdir _mavendepmapfragdir _missing_build_ids_terminate_build _source_payload autogen
      clr_icons jar java javac javadoc
      make_{install32,install_avx2,install_avx512,install_command,install_command_v3,install_command_v4,install_common}
      make_{install_openmpi,install_v3,install_v4} ninja_{install32,install_command} qmake reconfigure _binary_payload
      _build_id_links _debuginfo_template _debugsource_template _default_{patch_flags,patch_fuzz} _defaultdocdir _desktopdir
      _empty_manifest_terminate_build _enable_debug_packages _fixperms _fmoddir _infodir _initrddir _jnidir _jvmdir _lib _libdir
      _localstatedir _mandir _missing_doc_files_terminate_build _os _prefix _sysconfdir _target_platform
      _unpackaged_files_terminate_build _use_internal_dependency_generator _vendor ant cmake configure debug_package find_lang
      install_{info,info_delete} java_home make_install makeinstall ninja_install waf
      """)

  /// rpm-config-openruyi and the language packages' own.
  static let openruyi = MacroFamily(
    package: nil, on: [.openruyi],
    names: """
      _cmake_{lib_suffix64,shared_libs,skip_rpath,version} _cups_serverbin _docdir_fmt _firmwaredir _jvmjardir
      _kf6_{applicationsdir,appsdir,appstreamdir,cmakedir,configdir,configkcfgdir,dbusinterfacesdir,dbuspolicydir,debugdir}
      _kf6_{htmldir,iconsdir,importdir,knsrcfilesdir,kxmlguidir,libexecdir,localedir,mandir,mkspecsdir,notificationsdir}
      _kf6_{pkgconfigdir,plasmadir,pluginsdir,prefix,qchdir,sbindir,sharedir,sysconfdir,wallpapersdir} _minimize_writes
      _pam_{libdir,secconfdir} _py3_{shebang_P,shebang_s} _py_{shebang_P,shebang_s}
      _pyproject_{build_flags,builddir,buildrequires,check_import_allow_no_modules,files_pkgversion,files_prefix}
      _pyproject_{ghost_distinfo,modules,record,tomlidep,wheeldir} _python_memoize _qt6
      _qt6_{cmakedir,descriptionsdir,epoch,evr,examplesdir,importsdir,metatypesdir,mkspecsdir,pkgconfigdir,pluginsdir}
      _qt6_{sharedir,sysconfdir,testsdir,translationsdir,version} _set_pytest_addopts _test_target
      _vendor_{bug_url,name,repo_url,url} build_{cpp,cxx}
      buildsystem_{autotools_build,autotools_check,autotools_conf,autotools_install,cmake_build,cmake_check,cmake_conf}
      buildsystem_{cmake_install,pyproject_build,pyproject_check,pyproject_conf,pyproject_generate_buildrequires}
      buildsystem_pyproject_install cflags_{profile_feedback,profile_generate}
      clang_{major_version,minor_version,patch_version,resource_dir,version} cpan_dist_name default_toxenv do_profiling
      fix_shbang_line kf6_{build,install} libperl_requires
      openruyi_{general_flags,optflags_noarch,optflags_riscv64,optflags_x86_64,riscv_arch,riscv_tune,security_cflags}
      openruyi_{security_cxxflags,security_ldflags}
      perl_{installarchlib,installman1dir,installman3dir,man1dir,man1ext,man3dir,man3ext,prefix,sitearch,testdir}
      pkg_{vcmp,version,version_cmp} py3_shbang_opts_nodash
      py_{auto_byte_compile,check_import,dist_name,install_wheel,setup,shbang_opts,shbang_opts_nodash,shebang_fix}
      py_{shebang_flags,test_envvars} pycached pyproject_build_lib pyqt6 pyqt6_{epoch,evr,requires,version} python python2
      python3_{cache_tag,platform,platform_triplet}
      python_{cache_tag,disable_dependency_generator,ext_suffix,platform,platform_triplet,rpm_in_distinfo,version_nodots}
      python_{wheel_dir,wheel_pkg_prefix} qmake6 qmake6_{build,install}
      qt6_{build_docs,doc_packages,examples_package,install_docs,link_executables} rpm_vercmp run_ldconfig
      sbat_{distro,distro_summary,distro_url} supplements_kernel_module tcl_{archdir,noarchdir,version} tclscriptdir toolchain
      go_sys_gopath go_common go_prep go_build go_test go_install _qt6_pluginsdir _qt6_examplesdir rocm_gpu_list_default
      _kf6_debugdir _vendor_{bug_url,url,name}
      """)

  /// meego-rpm-config.
  static let sailfish = MacroFamily(
    package: nil, on: [.sailfish],
    names: """
      _hkp_keyserver _icons16dir _icons192dir _icons22dir _icons48dir _icons64dir _icons96dir _iconsbasedir _iconsscaldir
      _iconstheme _jvmcommondatadir _jvmcommonlibdir _jvmcommonsysconfdir _jvmdatadir _jvmjardir _jvmlibdir _jvmprivdir
      _jvmsysconfdir _mavendepmapdir _mavendepmapfragdir _missing_build_ids_terminate_build _source_payload autogen docs_package
      find_docs jar java javac javadoc meego_icons reconfigure _binary_{filedigest_algorithm,payload} _default_patch_fuzz
      _desktopdir _enable_debug_packages _fmoddir _infodir _initrddir _jnidir _jvmdir _localstatedir _mandir
      _missing_doc_files_terminate_build _os _prefix _smp_mflags _source_filedigest_algorithm _sysconfdir _target_platform
      _unpackaged_files_terminate_build _use_internal_dependency_generator _vendor ant
      filter_{from_provides,from_requires,provides_in,requires_in,setup} find_lang install_{info,info_delete} java_home lang_package
      makeinstall
      """)

  /// Terra's, over Fedora's.
  static let terra = MacroFamily(
    package: "anda-srpm-macros", on: [.terra], comesWith: ["anda", "terra"],
    names: """
      _sccache cargo_{license_online,license_summary_online,prep_online_sccache,vendor_manifest_online} git_clone
      go_{build_online,prep_online} nim_{build,c} sccache_prep with_mold cargo_prep_online nim_{lflags,prep,tflags}
      """)

  /// PostgreSQL's own repositories, with the versions of what PostGIS is built from.
  static let pgdg = MacroFamily(
    package: nil, on: [.pgdg],
    names: """
      pgdg_build_timestamp pgbaseinstdir pgdg_set_gis_variables geos#{instdir,majorversion,fullversion}
      proj#{instdir,majorversion,fullversion} gdal#{instdir,majorversion,fullversion} libgeotiff#{instdir,majorversion,fullversion}
      libspatialite#{instdir,majorversion,fullversion} sfcgal#{instdir,majorversion,fullversion}
      {geos,proj,gdal,libgeotiff,libspatialite,sfcgal}{instdir,majorversion,fullversion} pgmajorversion pgpackageversion
      prevmajorversion pginstdir __ospython ospython*
      """)

  /// azurelinux-rpm-macros.
  static let azure = MacroFamily(
    package: nil, on: [.azurelinux],
    names: """
      _lib64 _lib64dir _fmoddir extension_{cflags,cxxflags,fflags,ldflags} _distro_sources_url _invalid_encoding_terminates_build
      _hardening_{cflags,ldflags} _hardened_{cflags,ldflags} _annobin_cflags _annotated_cflags _frame_pointers_cflags
      _legacy_common_support _ld_as_needed _ld_symbols_flags py_auto_byte_compile ccache_enabled distro_module_ldflags fillup_prereq
      fillup_only sysc_fillup _fillupdir
      """)

  /// Photon's rpm.
  static let photon = MacroFamily(
    package: nil, on: [.photon],
    names: """
      _lib64 _lib64dir _srvdir network_required sha512 with_check
      """)

  /// rpm-pld-macros.
  static let pld = MacroFamily(
    package: nil, on: [.pld],
    names: """
      _aclocaldir _alt_kernel _applnkdir _browserpluginsconfdir _browserpluginsdir _build_{file_context_path,kernels}
      _buildchangelogtruncate _check_symlink_deps _clean_env _dependency_whiteout _emacs_lispdir _examplesdir _fixgroup _fixowner
      _fortify_cflags _gidocdir _gtkdocdir _host_base_arch _install_file_context_path _javasrcdir _jvmcommondatadir _jvmcommonlibdir
      _jvmcommonsysconfdir _jvmdatadir _jvmjardir _jvmlibdir _jvmprivdir _jvmsysconfdir _kdedocdir
      _kernel_{arch,ver,ver_str,version_code,version_magic} _kernelsrcdir _lispdir _localedir _mavendepmapdir _mavendepmapfragdir
      _min_compress_bytes _npkgconfigdir _omf_dest_dir _pkgconfigdir _preserve_env_base _qt6_qmake _rpmfc_magic_path
      _soname_{prov,tag} _source_payload _srcdefattr _ssp_cflags _target_base_arch _tomcatcachedir _tomcatconfdir _upgrade_tag
      _ver_{ge,lt} _verify_file_context_path _xemacs_lispdir _zend_zts add_{etc_shells,jvm_extension,to_maven_depmap} addusertogroup
      apache_modules_api arch32 arch64 arch_{with_atomics128,with_atomics64} arm32_{with_hf,with_neon} arm64_{with_hf,with_neon}
      arm_{with_hf,with_neon} armv4 armv5 armv6 armv7 armv8 banner bootstrap_release browser_plugins_add_browser bugurl
      build_{kernel_modules,kernel_modules_compat,kernel_packages} buildrequires_{jdk,kernel} cacti_import_template
      cargo_{objdir,target,targetdir} cc_version cmake_on_off configure2_13 configure_cache_file configuredir configureshell
      create_kernel_packages cxx_version debugcflags debugcppflags debuginfocflags debuginforustflags debugldflags
      default_{jdk,jdk_provider,jdk_version} dependencytracking depmod disttag disturl docbook_sgmlcat_fix env_update epoch
      erlang_{otp,requires} filter_out gconf_{schema_install,schema_uninstall} ghcdir glib_compile_schemas go_cachedir grouptestrm
      install_{kernel_modules,kernel_modules_compat,kernel_packages} jar java javac javadoc kernel_{name,version} kmod_compress_cmd
      ld_rpmldflags lua_{add_etc_shells,remove_etc_shells} min_jdk_version nagios_nrpe noarchpackage nodejs_libdir
      openldap_{schema_register,schema_unregister} optcppflags optldflags patchset_{patch,source}
      pear_{install,package_install,package_print_optionalpackages,package_setup} perl_sitearch php4_webserver_restart
      php_{api_version,data_dir,debug,extensiondir,includedir,major_version,minor_version,name,pdo_api_version,pear_dir}
      php_{suffix,sysconfdir,versuffix,webserver_restart} pld_release ppc
      py3_{build_pyproject,comp,dyndir,incdir,install_opts,install_pyproject,install_pyproject_opts,libdir,ocomp,prefix}
      py3_{sitedir,sitescriptdir,ver}
      py_{build,comp,dyndir,incdir,install,install_opts,libdir,lint,ocomp,postclean,prefix,scriptdir,sitedir,sitescriptdir} py_ver
      pyrequires_eq releq_{kernel,kernel_smp,kernel_up} remove_etc_shells rename required_jdk
      requires_{eq_to,ge_to,php_extension,php_pdo_module,releq,releq_kernel,releq_kernel_smp,releq_kernel_up}
      requires_{xorg_xserver_extension,xorg_xserver_font,xorg_xserver_videodrv,xorg_xserver_xinput,zend_extension} rpm_build_macros
      rpmcflags rpmcppflags rpmcxxflags rpmfflags rpmldflags rpmrustflags
      ruby_{abi,arch,archdir,gemdir,mod_ver_requires_eq,rdocdir,rubyhdrdir,rubylibdir,sitearchdir,sitedir,sitelibdir,specdir}
      ruby_{vendordir,ver_requires_eq} rust_{req,target,version} scrollkeeper_{update_post,update_postun} service sgmlcat_{add,del}
      sourceurl tcl_{sitearch,sitelib,version} texhash tomcat_clear_cache undos
      update_{browser_plugins,cargo_checksum,desktop_database,desktop_database_post,desktop_database_postun,icon_cache}
      update_{maven_depmap,mime_database} upstart_{post,postun} use_default_jdk usertestrm vim_doc_helptags
      webapp_{register,unregister} Werror_{cflags,fflags} x8664 x86_{with_3dnow,with_mmx,with_sse,with_sse2}
      xmlcat_{add,add_rewrite,create,del}
      xmms_{datadir,effect_plugindir,exec_prefix,general_plugindir,input_plugindir,output_plugindir,plugindir,prefix,version}
      xmms_visualization_plugindir
      xorg_{xserver_ansic_abi,xserver_extension_abi,xserver_font_abi,xserver_videodrv_abi,xserver_xinput_abi}
      zend_{extension_api,module_api,zts} systemd_reload systemdunitdir systemdtmpfilesdir systemd_{post,preun,postun,trigger}
      {bash,zsh,fish}_compdir __go go_arches groupadd groupremove useradd userremove webapp_register webapp_unregister
      """)

  /// rpm-build of ALT, which every build there has.
  static let alt = MacroFamily(
    package: nil, on: [.alt],
    names: """
      _pkgconfigdir _docdir prefix perl_vendor_autolib optflags_shared _cmake__builddir __subst _fontstem dune_install dune_build
      dune_check _alterator_backend3dir _controldir add_findprov_lib_path python_sitelibdir perl_vendor_man3dir pre_control
      post_control _emacslispdir _alterator_datadir lua_modulesdir _aclocaldir gappkg_simple_install mediawiki_ext_install
      _alterator_libdir set_perl_req_method _x11bindir _x11appconfdir _pam_modules_dir _libsuff vim_plugin_dir _x11modulesdir
      _optlevel vim_doc_dir setup_python_module apache2_moduledir _x11sysconfdir apache2_mods_start optflags_notraceback installqt5
      _user_unitdir Kinstall vim_syntax_dir update_vimhelp set_python3_req_method optflags_default clean_vimhelp
      _target_libdir_noarch _ladspa_path _emacs_sitestart_dir get_xorg_abi_videodrv gconf2_uninstall gconf2_install _x11libdir
      _udevdir _python_version _cmake_skip_rpath __python_version serial lua_path_add_buildroot group current_lua_version autopatch1
      apache2_mods_enabled apache2_dname _x11mandir _systemd_dir __builddir Kbuild set_verify_info_method python_sitelibdir_noarch
      optflags_nocpp modulename get_xorg_abi_xinput apache2_sbindir _qt4dir _qt3dir _configure_platform set_debuginfo_skiplist
      progbits post_service_posttrans_restart packagename optflags_warnings optflags_fastmath includedir guile_extensiondir
      guile_ccachedir disttag cvsdate byte_compile_file bitmap_fonts_install _xorgsysconfigdir _x11x11dir _x11includedir _x11dir
      _python3_abiflags _make_bin _ladspa_datadir Kmake Kcmake
      """)

  /// ALT's packages of macros for languages and desktops, each named rpm-build- or rpm-macros- and what it is for.
  static let altKits = MacroFamily(
    package: nil, on: [.alt],
    names: """
      pear_dir unregister_pear_module register_pear_module pear_install_std pear_build pear_uninstall pear_prepare_module
      pear_install_module pear_install kernel_src setup_kernel_module kversion krelease kcode kbuildrelease kernel_srcdir kepoch
      base_arch __gcc_version_base requires_kimage _K5xdgapp _K5icon _K5archdata _K5cfg _K5notif _K5srv _K5xmlgui _K5dbus_iface
      _K5libexecdir _K5xdgmime _K5xdgconf _K5start _K5srvtyp _K5dbus_srv _K5exec _K5dbus_sys_srv _K5dbus _kf5_data _K5doc _K5conf_up
      K5cmake _K5if_ver_gteq _kf5_exec _K5conf_bin pyproject_deps_config_name pyproject_scm_init pep503_name
      add_pyproject_deps_check_filter add_pyproject_deps_runtime_filter set_pyproject_deps_check_filter
      add_pyproject_deps_build_filter pyproject_deps_resync_check_pdm __meson_test _vapidir subst_enable_meson_bool
      subst_enable_meson_feature _K6xdgapp _K6icon _K6notif _K6cfg _K6exec _K6dbus_srv _K6dbus_iface _K6dbus_sys_srv _K6dbus
      _K6start _K6libexecdir _K6xdgconf K6make _K6i18n _K6conf_up K6cmake _K6srv _typelibdir _girdir set_typelibdir set_girdir
      _dqt5_libdir _dqt5_bindir qmake_dqt5 _dqt5_version _dqt5_docdir _dqt5_archdatadir _dqt5_plugindir _dqt5_headerdir install_dqt5
      _dqt5_libdatadir _dqt5_examplesdir _dqt5_qmldir _dqt5_datadir ruby_gemextdir ruby_includedir gemname ruby_bindir_to
      ruby_on_build_rake_tasks python3_build_debug __python3_version python_version_nodots python3_build_install rust_build
      rust_test rust_install fedora_v2_cmake fedora_v2_cmake_build fedora_v2_cmake_install fedora_v2_ctest python3_fix_shebang
      fedora_cmake _erllibdir rebar_compile rebar_install rebar_eunit add_erlang_req_modules_skiplist Q6install_qt Q6build
      _qt6_version _qt6_libdatadir _qt6_examplesdir Q6make _dqt6_libdir _dqt6_bindir _dqt6_version _dqt6_docdir _dqt6_libdatadir
      _dqt6_headerdir _dqt6_archdatadir DQ6make DQ6install_qt DQ6build _dqt6_mkspecsdir _dqt6_examplesdir _xdgconfigdir _xdgmimedir
      _xdgmenusdir apache2_mods_available apache2_apxs apache2_version apache2_apr_buildreq apache2_release apache2_apr_config
      ocaml_find_files ocaml_native_arch _ocamldir xfce4reconf xfce4_drop_gitvtag xfce4_cleanup_version lua_modulesdir_noarch
      luarocks_dbdir luarocks_make luarocks_move_docs _qt5_version _qt5_libdatadir _qt5_libexecdir gnome_ftp linuxtext _tcllibdir
      _tcldatadir tea_patch ttf_fonts_install otf_fonts_install _dotnet_rid _dotnetdir _dotnet_hostfxr _dotnet_sdkmanifests
      _dotnet_sdk _dotnet_aspnetcoreappref _dotnet_aspnetcoreapp _dotnet_apphostdir firefox_noarch_extensionsdir firefox_name
      prepare_sphinx3 webserver_cgibindir php_sysconfdir php_sapi_preun php_servicedir php_sapi_prepare fdl pubdomain lgpl2only
      artistic_license_v2 _jabber_config not_qt6_qtwebengine_arches mageia_cmake_install mageia_cmake_build mageia_cmake
      vim_runtime_dir vim_ftdetect_dir vim_autoload_dir not_qt5_qtwebengine_arches branding_add_conflicts _priority_distbranch
      __ubt_branch_id branch_release qpl1 php_moddir gap_sitelib mkcmake_install mkcmake_configure mkcmake_build mkc_env wo_user
      wo_next_root wo_group wo_configdir jar javac javadoc _sysconfigdir python3_test mvn_compat_version javadoc_package
      mozilla_noarch_extdir mozilla_arch_extdir if_feature byte_recompile_lispdir set_pam_name pam_name apache2_sites_available
      apache2_extra_available make_build_ext _cmakedir _texmfmain browser_plugins_path _K5i18n go_hostarch vim_script_url
      webserver_group _llvm_version setup_mediawiki_ext _php_minor palemoon_noarch_extensionsdir _wlskindir _K5* _K6* K5* K6*
      _dqt5_* _dqt6_* DQ6* Q6* _dotnet* apache2_* pear_* ruby_gem* add_pyproject_deps_* pyproject_deps_* rebar_* vim_*
      lua_modulesdir* luarocks_* fedora_v2_* mageia_cmake* update_menus clean_menus update_desktopdb clean_desktopdb
      update_scrollkeeper clean_scrollkeeper pre_control post_control subst_enable_meson_* add_findreq_* add_findprov_*
      {gpl,lgpl,agpl}#* bsd asl asl20
      """)

  /// What a builder sets on rpm's command line, as COPR, koji, Azure's and Photon's tools do.
  static let builders = MacroFamily(
    package: nil, on: [],
    names: """
      copr_username copr_projectname with_check nocheck network_required sha512 _release _version rpmversion catalog_repo
      _git_commit vcs_ref
      """)
}
