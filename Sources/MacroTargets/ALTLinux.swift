extension MacroTarget {
  /// ALT Sisyphus: its own Go macros, which build in `.build` below GOPATH without a network.
  ///
  /// They choose no module mode: specs that call them set `GOFLAGS=-mod=vendor`, or `GO111MODULE=off`, with which go rejects `-mod`.
  package static let altlinux = MacroTarget(
    name: "altlinux", summary: "ALT Sisyphus", rpm: RPMDialect(version: "4.13", isALT: true), goRelease: 24, home: "/usr/src",
    macros: SharedMacros.all + [alt, altSets],
    undefined: ["fedora", "rhel", "dist", "suse_version", "is_opensuse"],
    identity: "_altdata_dir",
    words: [
      "%def_with", "%def_enable", "%def_disable", "%set_verify_elf_method", "%golang_prepare", "%golang_build", "%go_path", "%add_optflags",
      "@altlinux.org", "%if_with", "%ubt", "Release: alt", "BuildRequires(pre)", "%pyproject_run",
    ])

  private static let alt = #"""
    %_vendor alt
    %_altdata_dir %{_datadir}
    %_arch_name %{_arch}
    %_unpackaged_files_terminate_build 1
    %def_with() %{expand:%%{!?_without_%{1}: %%global _with_%{1} --with-%{1}}}
    %def_without() %{expand:%%{!?_with_%{1}: %%global _without_%{1} --without-%{1}}}
    %def_enable() %{expand:%%{!?_disable_%{1}: %%global _enable_%{1} --enable-%{1}}}
    %def_disable() %{expand:%%{!?_enable_%{1}: %%global _disable_%{1} --disable-%{1}}}
    %if_with() %if 0%{?_with_%{1}:1}
    %if_without() %if 0%{!?_with_%{1}:1}
    %if_enabled() %if 0%{?_enable_%{1}:1}
    %if_disabled() %if 0%{!?_enable_%{1}:1}
    %enabled() %{expand:%%{?_enable_%{1}:1}%%{!?_enable_%{1}:0}}
    %disabled() %{expand:%%{?_enable_%{1}:0}%%{!?_enable_%{1}:1}}
    %add_optflags(-) %global optflags %{optflags} %{?**}
    %remove_optflags(-) %{nil}
    %add_findreq_skiplist(-) %{nil}
    %add_findprov_skiplist(-) %{nil}
    %add_python3_path(-) %{nil}
    %add_python3_req_skip(-) %{nil}
    %filter_from_requires(-) %{nil}
    %filter_from_provides(-) %{nil}
    %set_verify_elf_method(-) %{nil}
    %add_debuginfo_skiplist(-) %{nil}
    %brp_strip_none(-) %{nil}
    %allow_undefined_packages %{nil}
    %ubt .S1
    %make make
    %make_build make -j%{_smp_build_ncpus}
    %make_install make INSTALL="%{__install} -p"
    %makeinstall_std make INSTALL="%{__install} -p" install DESTDIR=%{buildroot}
    %post_service() post_service %{?1} || :
    %preun_service() preun_service %{?1} || :
    %post_systemd_postponed() %{nil}
    %python3_build(-) %{__python3} setup.py build %{?**}
    %python3_install(-) %{__python3} setup.py install --root=%{buildroot} %{?**}
    %pyproject_run(-) %{?**}
    %pyproject_run_pytest(-) pytest %{?**}
    %python3_sitelibdir %{python3_sitelib}
    %python3_sitelibdir_noarch %{python3_sitelib}
    %perl_vendor_build %{__perl} Makefile.PL && make
    %perl_vendor_install make pure_install DESTDIR=%{buildroot}
    %perl_vendor_privlib %{_datadir}/perl5
    %perl_vendor_archlib %{_libdir}/perl5
    %cmake_insource cmake .
    %cmakeinstall_std %cmake_install
    %ruby_build gem build
    %ruby_install gem install
    %ruby_test rake test
    %ruby_gemslibdir %{_prefix}/lib/ruby/gems
    %ruby_gemspecdir %{_prefix}/lib/ruby/gems/specifications
    %ruby_gemsdocdir %{_datadir}/ri
    %autoreconf autoreconf -fisv
    %autoreconf_installed %{nil}
    %find_lang_all %{nil}
    %go_arches %{ix86} x86_64 aarch64 ppc64le armh riscv64
    %go_path %{_datadir}/gocode
    %go_root %{_libexecdir}/golang
    %gopath %{go_path}
    %import_path %{nil}
    %_goroot %{go_root}
    %golang_prepare %{expand:
    mkdir -p -- "${BUILDDIR:-$PWD/.build}/src"
    mkdir -p -- "$(dirname -- "${BUILDDIR:-$PWD/.build}/src/%{?import_path}")"
    ln -sf -- "$PWD" "${BUILDDIR:-$PWD/.build}/src/%{?import_path}"
    }
    %golang_build() GOPATH="${GOPATH:-${BUILDDIR:-$PWD/.build}:%{go_path}}" go install -buildmode=pie ${TAGS:+-tags "$TAGS"} ${LDFLAGS:+-ldflags "$LDFLAGS"} -a -v %{?*}
    %gobuild(-) %{expand:
    go build -buildmode=pie %{?**}
    }
    %golang_install %{expand:
    mkdir -p -- "%{buildroot}%{_bindir}"
    install -p -m 755 -- "${BUILDDIR:-$PWD/.build}"/bin/* "%{buildroot}%{_bindir}"
    }
    %golang_test() go test %{?*}
    """#

  /// Paths and the smaller sets: Qt, KDE, Ruby, Python, PHP, Haskell.
  private static let altSets = #"""
    %_man1dir %{_mandir}/man1
    %_man2dir %{_mandir}/man2
    %_man3dir %{_mandir}/man3
    %_man4dir %{_mandir}/man4
    %_man5dir %{_mandir}/man5
    %_man6dir %{_mandir}/man6
    %_man7dir %{_mandir}/man7
    %_man8dir %{_mandir}/man8
    %_initdir %{_sysconfdir}/rc.d/init.d
    %_logdir %{_localstatedir}/log
    %_logrotatedir %{_sysconfdir}/logrotate.d
    %_lockdir %{_localstatedir}/lock
    %_runtimedir /run
    %_cachedir %{_localstatedir}/cache
    %_spooldir %{_localstatedir}/spool
    %_localstatedir /var
    %_altdir %{_sysconfdir}/alternatives/packages.d
    %_desktopdir %{_datadir}/applications
    %_iconsdir %{_datadir}/icons
    %_niconsdir %{_iconsdir}/hicolor/32x32/apps
    %_miconsdir %{_iconsdir}/hicolor/16x16/apps
    %_liconsdir %{_iconsdir}/hicolor/48x48/apps
    %_pixmapsdir %{_datadir}/pixmaps
    %_menudir /usr/lib/menu
    %_xmenudir %{_datadir}/menu
    %_gamesbindir /usr/games
    %_gamesdatadir %{_datadir}/games
    %_fontsdir %{_datadir}/fonts
    %_ttffontsdir %{_fontsdir}/ttf
    %_otffontsdir %{_fontsdir}/otf
    %_rpmlibdir /usr/lib/rpm
    %_rpmmacrosdir /usr/lib/rpm/macros.d
    %_udev_rulesdir /lib/udev/rules.d
    %_lib64dir /usr/lib64
    %_licensedir %{_datadir}/license
    %_defaultdocdir %{_datadir}/doc
    %systemd_unitdir %{_unitdir}
    %__nprocs %{_smp_build_ncpus}
    %preun_systemd(-) [ "$1" -gt 0 ] || /bin/systemctl --no-reload -q disable --now %{?*} || :
    %post_systemd(-) [ "$1" -gt 1 ] || /bin/systemctl -q preset %{?*} || :
    %subst_with() %{expand:%%{?_with_%{1}:--with-%{1}}%%{!?_with_%{1}:--without-%{1}}}
    %subst_enable() %{expand:%%{?_enable_%{1}:--enable-%{1}}%%{!?_enable_%{1}:--disable-%{1}}}
    %gotest(-) %{expand:
    go test %{?**}
    }
    %gosetup %setup
    %autopatch_alt %autopatch
    %K5init(-) %{nil}
    %K5build(-) %cmake_build
    %K5install(-) make install DESTDIR=%{buildroot}
    %K5install_move(-) %{nil}
    %K5find_qtlang(-) %{nil}
    %K5make make
    %_K5bin %{_bindir}
    %_K5data %{_datadir}/kf5
    %_K5inc %{_includedir}/kf5
    %_K5lib %{_libdir}
    %_K5link %{_libdir}/kf5/devel
    %_K5plug %{_libdir}/kf5/plugins
    %_K5qml %{_libdir}/qt5/qml
    %K6init(-) %{nil}
    %K6build(-) %cmake_build
    %K6install(-) make install DESTDIR=%{buildroot}
    %K6install_move(-) %{nil}
    %K6find_qtlang(-) %{nil}
    %_K6bin %{_bindir}
    %_K6data %{_datadir}/kf6
    %_K6inc %{_includedir}/kf6
    %_K6lib %{_libdir}
    %_K6link %{_libdir}/kf6/devel
    %_K6plug %{_libdir}/kf6/plugins
    %_K6qml %{_libdir}/qt6/qml
    %py3_provides() Provides: %{*}
    %py3_use() Requires: python3-module-%{1}
    %py3_buildrequires() BuildRequires: %{*}
    %python3_prune find %{buildroot}%{python3_sitelibdir} -name tests -prune -exec rm -rf {} +
    %python3_dir %{_prefix}/lib/python3
    %_python3_version %{python3_version}
    %__python3_includedir %{_includedir}/python%{python3_version}
    %tox_check(-) tox %{?**}
    %tox_check_pyproject(-) pytest %{?**}
    %tox_create_default_config(-) %{nil}
    %pyproject_deps_resync(-) %{nil}
    %pyproject_deps_resync_build(-) %{nil}
    %pyproject_deps_resync_metadata(-) %{nil}
    %pyproject_deps_resync_check_pipreqfile(-) %{nil}
    %pyproject_deps_resync_check_pep735(-) %{nil}
    %pyproject_deps_resync_check_poetry(-) %{nil}
    %pyproject_deps_resync_check_tox(-) %{nil}
    %pyproject_deps_config(-) %{nil}
    %pyproject_deps_sync(-) %{nil}
    %pyproject_runtimedeps_metadata(-) %{nil}
    %pyproject_runtimedeps(-) %{nil}
    %pyproject_builddeps(-) %{nil}
    %pyproject_builddeps_build(-) %{nil}
    %pyproject_builddeps_metadata(-) %{nil}
    %pyproject_builddeps_metadata_extra(-) %{nil}
    %pyproject_builddeps_check(-) %{nil}
    %pyproject_distinfo(-) %{1}-%{version}.dist-info
    %pyproject_run_unittest(-) python3 -m unittest %{?**}
    %ruby_bindir %{_prefix}/lib/ruby/bin
    %ruby_gemsextdir %{_libdir}/ruby/gems
    %ruby_ridir %{_datadir}/ri
    %ruby_gemspec %{_prefix}/lib/ruby/gems/specifications/%{name}-%{version}.gemspec
    %ruby_gemlibdir %{_prefix}/lib/ruby/gems/gems/%{name}-%{version}
    %ruby_gemdocdir %{_datadir}/ri/%{name}-%{version}
    %py3_requires() Requires: %{*}
    %ruby_on_build_rakes(-) %{nil}
    %ruby_ignore_names(-) %{nil}
    %ruby_use_gem_dependency(-) %{nil}
    %ruby_use_gem_version(-) %{nil}
    %ruby_alias_names(-) %{nil}
    %gem_replace_version(-) %{nil}
    %_php_version 8.2
    %_php_suffix -8.2
    %_php_major 8
    %_php_release_version 1
    %php_version 8.2.0
    %php_release 1
    %php_extconf %{_sysconfdir}/php/%{_php_version}/cli-php.d
    %php_extsrcdir %{_usrsrc}/php
    %_usrsrc /usr/src
    %php_make make
    %php_make_install make install-modules install-headers INSTALL_ROOT=%{buildroot}
    %php_extension_postin(-) %{nil}
    %php_extension_preun(-) %{nil}
    %hs_configure2(-) runhaskell Setup.hs configure %{?**}
    %hs_build runhaskell Setup.hs build
    %hs_install runhaskell Setup.hs copy --destdir=%{buildroot}
    %hs_gen_filelist %{nil}
    %set_gcc_version(-) %{nil}
    %set_autoconf_version(-) %{nil}
    %set_automake_version(-) %{nil}
    %set_compress_method(-) %{nil}
    %set_strip_method(-) %{nil}
    %set_fixup_method(-) %{nil}
    %force_with() %global _with_%{1} --with-%{1}
    %force_without() %global _without_%{1} --without-%{1}
    %add_verify_elf_skiplist(-) %{nil}
    %add_strip_skiplist(-) %{nil}
    %add_perl_lib_path(-) %{nil}
    %add_python_req_skip(-) %{nil}
    %add_python3_compile_exclude(-) %{nil}
    %add_python3_compile_include(-) %{nil}
    %add_python3_lib_path(-) %{nil}
    %add_python3_self_prov_path(-) %{nil}
    %add_tcl_req_skip(-) %{nil}
    %add_typelib_req_skiplist(-) %{nil}
    %allow_python3_import_path(-) %{nil}
    %filter_requires(-) %{nil}
    %define_license(-) %{nil}
    %get_dep() %{1}
    %get_version() 1
    %get_SVR() 1
    %gpl2plus GPL-2.0-or-later
    %gpl2only GPL-2.0-only
    %gpl3plus GPL-3.0-or-later
    %gpl3only GPL-3.0-only
    %lgpl2plus LGPL-2.0-or-later
    %lgpl21plus LGPL-2.1-or-later
    %lgpl21only LGPL-2.1-only
    %lgpl3plus LGPL-3.0-or-later
    %asl Apache-2.0
    %mit MIT
    %bsd BSD-3-Clause
    %bsdstyle BSD
    %bsd_3clause BSD-3-Clause
    %artistic_license Artistic-1.0
    %perl_license Artistic-1.0 or GPL-1.0-or-later
    %mpl MPL-2.0
    %npm_build npm run build
    %nodejs_sitelib %{_prefix}/lib/node_modules
    %make_install_va %make_install
    %apache2_libexecdir %{_libdir}/apache2
    %webserver_webappsdir /var/www/webapps
    %webserver_datadir /var/www
    %ifndef() %if 0%{!?%{1}:1}
    %ifdef() %if 0%{?%{1}:1}
    """#
}
