// Languages and their packages.

extension MacroFamily {
  static let languages: [MacroFamily] = [
    .perl, .perlOfSUSE, .python, .pyproject, .pythonOfSUSE, .ruby, .rubyOfSUSE, .haskell, .rocm, .php, .lua, .ocaml, .r,
    .octave, .nodejs, .rust, .rustOfSUSE, .java, .erlang, .go, .gometa, .goipath, .goprep, .goOfSUSE, .forge, .forgemeta,
    .tcl,
  ]

  /// Perl.
  static let perl = MacroFamily(
    package: "perl-macros", on: [.fedora, .enterprise], comesWith: ["perl"],
    names: """
      cpan_dist_name fix_shbang_line perl_{default_filter_revision,default_subpackage_tests,ext_env_unset,subpackage_tests,testdir}
      tests_{req,subpackage_provides,subpackage_requires} perl_{archlib,default_filter,privlib,vendorarch,vendorlib,version}
      """)

  /// Perl as openSUSE and openRuyi have it.
  static let perlOfSUSE = MacroFamily(
    package: nil, on: [.opensuse, .openruyi],
    names: """
      perl_{installarchlib,installman1dir,installman3dir,man1dir,man1ext,man3dir,man3ext,prefix,sitearch}
      perl_{archlib,gen_filelist,make_install,privlib,process_packlist,requires,sitelib,vendorarch,vendorlib,version}
      """)

  /// Python.
  static let python = MacroFamily(
    package: "python3-rpm-macros", on: [.fedora, .enterprise, .azurelinux, .mageia, .openeuler],
    comesWith: ["python", "pyproject", "rust2rpm", "meson"],
    names: """
      _py3_{shebang_P,shebang_s} _py_{shebang_P,shebang_s} _python_{deprecated,memoize} py2_dist py3_shbang_opts_nodash
      py_{auto_byte_compile,build,build_wheel,check_import,dist_name,install,install_wheel,setup,shbang_opts}
      py_{shbang_opts_nodash,shebang_fix,shebang_flags,test_envvars} pycached python python2
      python3_{cache_tag,platform,platform_triplet}
      python_{cache_tag,disable_dependency_generator,ext_suffix,platform,platform_triplet,rpm_in_distinfo,version_nodots}
      python_{wheel_dir,wheel_inject_sbom,wheel_pkg_prefix} _python_{bytecompile_errors_terminate_build,bytecompile_extra}
      py3_{build,build_wheel,check_import,dist,install,install_wheel,shbang_opts,shebang_fix,shebang_flags,test_envvars} py3dir
      py_{byte_compile,provides} pypi_source pytest python3 python3_{ext_suffix,pkgversion,sitearch,sitelib,version,version_nodots}
      python_{extras_subpkg,provide,sitearch,sitelib,version} python3_other_* python2_* py2_* __python3_other python36_* python3#_*
      """)

  /// Python packages that have a pyproject.toml.
  static let pyproject = MacroFamily(
    package: "pyproject-rpm-macros", on: [.fedora, .enterprise, .azurelinux, .openruyi],
    comesWith: ["python", "pyproject", "rust2rpm", "maturin"],
    names: """
      _pyproject_{build_flags,builddir,buildrequires,buildsubdir_compat,check_import_allow_no_modules,dep_overrides}
      _pyproject_{files_base,files_pkgversion,files_prefix,ghost_distinfo,ghost_distinfo_base,modules,modules_base,record}
      _pyproject_{tomlidep,wheeldir} _set_pytest_addopts
      buildsystem_{pyproject_build,pyproject_check,pyproject_conf,pyproject_generate_buildrequires,pyproject_install} default_toxenv
      pyproject_build_lib pyproject_{buildrequires,check_import,extras_subpkg,files,install,patch_dependency,save_files,wheel} tox
      toxenv pyproject_* _pyproject_*
      """)

  /// Python as openSUSE has it: one spec for several interpreters.
  static let pythonOfSUSE = MacroFamily(
    package: "python-rpm-macros", on: [.opensuse], comesWith: ["python"],
    names: """
      _pyproject_{anywheeldir,wheeldir} _pypy3_bin_suffix _python_{macro_init,stash_flavor,sysconfig_path,sysconfig_var,use_flavor}
      _rec_macro_helper alternative_for
      buildsystem_{pyproject_build,pyproject_check,pyproject_conf,pyproject_generate_buildrequires,pyproject_install}
      have_{python2,python3} if_{not_python_kind,python_kind} ifpycache install_alternative prepare_alternative
      py2_{dist,shbang_opts,ver} py3_ver py_{dist_name,setup,shbang_opts,ver} pycache_only pyproject_{install_args,wheel_args}
      pytest_arch python2_{dist,prefix,shbang_opts} python3_{dist,shbang_opts}
      python_{alternative_conf,bin_suffix,dist_name,find_lang,flavor,flavored_alternatives,for_executables}
      python_{group_libalternatives,libalternatives_reset_alternative,provides,sitearch_module,sitelib_module,sysconfig_path}
      python_{sysconfig_var,version_nodots} pyunittest_arch reset_alternative system_python uninstall_alternative
      py2_{build,install} py3_{build,dist,install,shbang_opts} pytest
      python_{alternative,enable_dependency_generator,install_alternative,prefix,sitearch,sitelib,uninstall_alternative}
      python_version pyunittest python_* python3#_* pypy3_* python2_* oldpython ifpython2 ifpython3 skip_python#
      """)

  /// Ruby and its gems.
  static let ruby = MacroFamily(
    package: "rubygems-devel", on: [.fedora, .enterprise, .azurelinux, .mageia, .openmandriva, .openeuler], comesWith: ["ruby", "gem"],
    names: """
      gem_archdir ruby_{default_filter,libarchdir,sitearchdir,sitedir,sitelibdir,vendordir}
      gem_{cache,dir,docdir,extdir_mri,install,instdir,libdir,plugin,spec} gemspec_{add_dep,add_file,remove_dep,remove_file}
      ruby_{libdir,vendorarchdir,vendorlibdir} ruby_{libdir,vendorlibdir,vendorarchdir} rb_ver gem_*
      """)

  /// Ruby as openSUSE has it.
  static let rubyOfSUSE = MacroFamily(
    package: "ruby-common", on: [.opensuse], comesWith: ["ruby"],
    names: """
      rails_{fix_ruby_suffix,regen_gemfile_lock,save_gemfile,write_appinfo}
      rb_{build_ruby_abis,build_versions,default_ruby,default_ruby_abi,default_ruby_suffix} ruby ruby_fix_shebang rubydevel
      rubydevelrubinius22 rubydevelruby21 rubydevelruby22 rubydevelSTOP rubydevelxrubinius22 rubydevelxruby21 rubydevelxruby22
      rubydevelxSTOP rubygem rubygemsrubinius22 rubygemsruby21 rubygemsruby22 rubygemsSTOP rubygemsxrubinius22 rubygemsxruby21
      rubygemsxruby22 rubygemsxSTOP rubygemsxxSTOP rubyrubinius22 rubyruby21 rubyruby22 rubySTOP rubyxrubinius22 rubyxruby21
      rubyxruby22 rubyxSTOP rb_* gem_packages gem_cleanup gem_install gem_build ruby_* rubygem*
      """)

  /// Haskell.
  static let haskell = MacroFamily(
    package: "ghc-rpm-macros", on: [.fedora, .enterprise, .opensuse], comesWith: ["ghc", "cabal"],
    names: """
      _ghcdocdir cabal_{configure,install,pkg_conf}
      ghc_{fix_doc_perms,html_dir,html_libraries_dir,html_pkg_dir,lib_build_without_haddock,libs_build,libs_install}
      ghc_{major_version,merge_filelist,pkgdocdir,prefix,quick_build,smp_mflags,without_dynamic} ghclibdocdir ghcpkgdocdir
      ghcplatform with_haddock _ghc_doc_dir _ghclicensedir cabal cabal_test
      ghc_{bin_build,bin_install,delete_rpaths,fix_rpath,gen_filelists,lib_build,lib_install,lib_subpackage,pkg_recache}
      ghc_{set_gcc_flags,version} ghcdocbasedir ghclibdir ghcliblib ghclibplatform ghc_*
      """)

  /// ROCm.
  static let rocm = MacroFamily(
    package: "rocm-rpm-macros", on: [.fedora, .enterprise, .opensuse, .openruyi], comesWith: ["rocm", "hip", "amd"],
    names: """
      _annobin_rocm_plugin _hardening_{cflags,ldflags,rocm_cflags} _rocm_{extra_ldflags,lto_cflags}
      rocm_{buildrequires,buildrequires_test,cmake_options,cmake_test_options,gpu_list,gpu_list_default,gpu_list_test} rocm_requires
      rocmllvm_{bindir,cmakedir,libdir} build_ldflags rocm_* rocmllvm_*
      """)

  /// PHP.
  static let php = MacroFamily(
    package: "php-devel", on: [.fedora, .enterprise], comesWith: ["php", "pear"],
    names: """
      php_{pdo_api,ztsextdir,ztsincldir,ztsinidir} pecl_xmldir php_{core_api,extdir,incldir,inidir,version,zend_api} php_* pecl_*
      pear_* __pear __pecl __php* __zts*
      """)

  /// Lua.
  static let lua = MacroFamily(
    package: "lua-rpm-macros", on: [.fedora, .enterprise, .opensuse], comesWith: ["lua"],
    names: """
      _require_{luadist,luarocks_subpackages} add_lua_binary drop_lua_binary
      lua_{abi,archdir,flavor,generate_file_list,incdir,module,module_echo,noarchdir,versions,versions_nodots}
      lua_versions_with_prefix luadist luajit_{lua_version_compat,version}
      luarocks_{build,build_luaver,buildrequires,buildrequires_echo,generate_buildrequires,install,install_luaver}
      luarocks_{make_install,move,pkg_major,pkg_minor,pkg_prefix,pkg_rockspec,prep,subpackages,treedir} rockspec_path
      """)

  /// OCaml.
  static let ocaml = MacroFamily(
    package: "ocaml-rpm-macros", on: [.fedora, .enterprise, .openmandriva], comesWith: ["ocaml", "dune"],
    names: """
      dune_{add_flags,build,check,install} ocaml_{files,install,install_common,natdynlink,native_profiling} ocamldir
      ocaml_native_compiler
      """)

  /// R.
  static let r = MacroFamily(
    package: "R-rpm-macros", on: [.fedora, .enterprise], comesWith: ["R-"],
    names: """
      _R_{files_prefix,libdir,libdir_check} _r_internal_gsub bioc_{source,url} cran_{source,url}
      R_{buildrequires,check,files,install,rpm_version,save_files} r_gsub
      """)

  /// Octave.
  static let octave = MacroFamily(
    package: "octave-devel", on: [.fedora, .enterprise], comesWith: ["octave"],
    names: """
      octarchprefix octave_{api,host,pkg_check} octprefix octave_{cmd,pkg_build,pkg_install,pkg_preun} octpkgdir octpkglibdir
      octshareprefix
      """)

  /// Node.js.
  static let nodejs = MacroFamily(
    package: "nodejs-packaging", on: [.fedora, .enterprise, .openmandriva], comesWith: ["nodejs", "npm"],
    names: """
      nodejs_{default_filter,find_provides_and_requires,install} nodejs_{fixdep,setversion,sitearch,sitelib,symlink_deps,version}
      """)

  /// Rust.
  static let rust = MacroFamily(
    package: "cargo-rpm-macros", on: [.fedora, .enterprise, .mageia, .openmandriva], comesWith: ["cargo", "rust"],
    names: """
      cargo_{build,test,install,prep,license,license_summary,vendor_manifest,generate_buildrequires} crate crate_instdir
      cargo_registry
      """)

  /// Rust as openSUSE has it.
  static let rustOfSUSE = MacroFamily(
    package: "cargo-packaging", on: [.opensuse], comesWith: ["cargo", "rust"],
    names: """
      buildsystem_{cargo_build,cargo_check,cargo_install} build_rustflags cargo_{build,install,test} rust_{arches,tier1_arches}
      """)

  /// Java and Maven.
  static let java = MacroFamily(
    package: "javapackages-local", on: [.fedora, .enterprise, .opensuse, .openeuler, .azurelinux],
    comesWith: ["java", "maven", "ant", "jpackage", "gradle"],
    names: """
      _ivyxmldir _javaconfdir _jpbindingdir _jvmcommondatadir _jvmcommonlibdir _jvmcommonsysconfdir _jvmdatadir _jvmlibdir
      _jvmprivdir _jvmsysconfdir gradle_build jar java javac javadoc javadoc_package jp_binding
      mvn_{compat_version,config,install_pom,subst} pom_{add_dep_mgmt,xpath_disable} _javadir _javadocdir _jnidir _jvmdir
      _mavenpomdir add_maven_depmap ant java_home jpackage_script mvn_{alias,artifact,build,file,install,package}
      pom_{add_dep,add_parent,add_plugin,change_dep,disable_module,remove_dep,remove_parent,remove_plugin,set_parent}
      pom_{xpath_inject,xpath_remove,xpath_replace,xpath_set}
      """)

  /// Erlang.
  static let erlang = MacroFamily(
    package: "erlang-rpm-macros", on: [.fedora, .enterprise], comesWith: ["erlang", "rebar"],
    names: """
      _erlang_appdir _erldir _erllibdir
      buildsystem_{rebar3_build,rebar3_check,rebar3_conf,rebar3_generate_buildrequires,rebar3_install}
      erlang3_{compile,install,test} erlang_{appdir,compile,ensure_app_src,install,test} rebar3_{buildrequires,compile,ct,doc,eunit}
      rebar_{compile,ct,doc,eunit}
      """)

  /// Go.
  static let go = MacroFamily(
    package: "go-rpm-macros", on: [.fedora, .enterprise, .mageia, .openmandriva],
    comesWith: ["go-rpm-macros", "go-vendor-tools", "compiler(go-compiler)", "golang"],
    names: """
      _go_vendor_license_check _gocheck2_{gotest_flags,gotest_flags_shescaped} gccgo_min_vers go_vendor_license_check_disable
      goprovflags goreqflags gccgo_arches
      go_{arches,compiler,generate_buildrequires,vendor_license_buildrequires,vendor_license_check,vendor_license_filelist}
      go_vendor_license_install goaltfiles goaltinstall goaltpkg gobuild
      gobuild_{baseflags,baseflags_shescaped,ldflags,ldflags_shescaped} gobuildflags gobuildflags_shescaped gobuildroot gocheck
      gocheck2 gocheckflags gochecks gochecksflags gocompilerflags godefaultflags godevelfiles godevelinstall godevelpkg goenv
      gofilelist goignoreflags_examples goinstall goinstallflags golang_{arches,arches_future} gometa gomkdir gomodulesmode gopath
      gopkg gopkgfiles gopkginstall goprep gorpmname gotest gotestextldflags gotestflags goipath# goaltipaths# golicenses# godocs#
      godevelsummary# godeveldescription# golang_test gcc_go_test
      """)

  /// What a Go package is called and where it is from, which the call of `%gometa` sets.
  static let gometa = MacroFamily(
    package: "go-rpm-macros", on: [.fedora, .enterprise, .mageia, .openmandriva],
    comesWith: ["go-rpm-macros", "go-vendor-tools", "compiler(go-compiler)", "golang"],
    setBy: ["gometa"],
    names: """
      goname gourl gosource goname# gourl# gosource# gosummary# godescription#
      """)

  /// What the spec itself is to say of a Go package.
  static let goipath = MacroFamily(
    package: nil, on: [.fedora, .enterprise, .mageia, .openmandriva], setBy: ["global goipath"],
    names: """
      goipath
      """)

  /// Where a Go package is built, which `%goprep` and the macros that call `%goenv` set.
  static let goprep = MacroFamily(
    package: "go-rpm-macros", on: [.fedora, .enterprise, .mageia, .openmandriva],
    comesWith: ["go-rpm-macros", "go-vendor-tools", "compiler(go-compiler)", "golang"],
    setBy: ["goprep", "goenv", "gomkdir", "gobuildroot", "gocheck", "goinstall", "gopkginstall", "godevelinstall"],
    names: """
      gobuilddir goworkdir currentgoipath currentgosourcedir
      """)

  /// Go as openSUSE had it.
  static let goOfSUSE = MacroFamily(
    package: "golang-packaging", on: [.opensuse], comesWith: ["golang-packaging"],
    names: """
      go_{api_ver,arch,bindir,dir,sitearch,srcdir,ver} go_{contribdir,contribsrcdir,exclusivearch,nostrip,provides,sitedir,tooldir}
      gobuild godoc gofilelist goinstall goprep gosrc gotest go_{provides,requires,recommends,arches}
      """)

  /// Sources of a forge, several of which are numbered.
  static let forge = MacroFamily(
    package: nil, on: [.fedora, .enterprise, .azurelinux, .mageia, .openmandriva, .openeuler],
    names: """
      forgeurl forgeurl# topdir topdir# version# tag# commit# branch# scm# forgesetupargs# setup# forgeversion forgeautosetup#
      """)

  /// What `%forgemeta`, also that of `%gometa`, sets.
  static let forgemeta = MacroFamily(
    package: nil, on: [.fedora, .enterprise, .azurelinux, .mageia, .openmandriva, .openeuler],
    setBy: ["forgemeta", "gometa", "forgeversion", "fontmeta"],
    names: """
      forgesource forgesource# archivename archivename# archiveurl archiveurl# archiveext archiveext# extractdir# distprefix
      forgesetupargs
      """)

  /// Tcl.
  static let tcl = MacroFamily(
    package: nil, on: [.fedora, .enterprise, .openruyi, .pld],
    names: """
      tcl_{archdir,noarchdir,version,sitearch,sitelib} tclscriptdir
      """)
}
