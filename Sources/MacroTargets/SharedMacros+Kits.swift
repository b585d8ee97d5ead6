extension SharedMacros {
  /// Toolkits, desktops and languages with few packages: names, paths and the commands behind them.
  static let kits = #"""
    %_qt4_prefix %{_libdir}/qt4
    %_qt4_bindir %{_qt4_prefix}/bin
    %_qt4_datadir %{_datadir}/qt4
    %_qt4_headerdir %{_includedir}
    %_qt4_libdir %{_libdir}
    %_qt4_qmake %{_bindir}/qmake-qt4
    %_qt4_plugindir %{_qt4_prefix}/plugins
    %_qt5_prefix %{_libdir}/qt5
    %_qt5_archdatadir %{_libdir}/qt5
    %_qt5_bindir %{_qt5_prefix}/bin
    %_qt5_datadir %{_datadir}/qt5
    %_qt5_docdir %{_docdir}/qt5
    %_qt5_examplesdir %{_qt5_prefix}/examples
    %_qt5_includedir %{_includedir}/qt5
    %_qt5_importdir %{_qt5_prefix}/imports
    %_qt5_qmldir %{_qt5_prefix}/qml
    %_qt5_translationdir %{_datadir}/qt5/translations
    %_qt5_examples_package_builddeps %{nil}
    %_qt5_examples_package_deps %{nil}
    %_qt5_examples_package_post %{nil}
    %_qt5_examples_package_postun %{nil}
    %install_qt5 make install INSTALL_ROOT=%{buildroot}
    %qmake_qt6 %{_libdir}/qt6/bin/qmake
    %_qt6_prefix %{_libdir}/qt6
    %_qt6_bindir %{_qt6_prefix}/bin
    %_qt6_archdatadir %{_libdir}/qt6
    %_qt6_datadir %{_datadir}/qt6
    %_qt6_docdir %{_docdir}/qt6
    %_qt6_headerdir %{_includedir}/qt6
    %_qt6_includedir %{_includedir}/qt6
    %_qt6_libexecdir %{_libdir}/qt6/libexec
    %_qt6_translationdir %{_datadir}/qt6/translations
    %cmake_kde4 %cmake -DKDE4_BUILD_TESTS=OFF
    %kde4_prefix %{_prefix}
    %kde4_bindir %{_bindir}
    %kde4_libdir %{_libdir}
    %kde4_includedir %{_includedir}
    %kde4_appsdir %{_datadir}/kde4/apps
    %kde4_htmldir %{_datadir}/doc/HTML
    %kde4_iconsdir %{_datadir}/icons
    %kde4_kcfgdir %{_datadir}/config.kcfg
    %kde4_plugindir %{_libdir}/kde4
    %kde4_servicesdir %{_datadir}/kde4/services
    %kde4_xdgappsdir %{_datadir}/applications/kde4
    %kde4_localedir %{_datadir}/locale
    %kde4_configdir %{_sysconfdir}/kde4
    %kde4_datadir %{_datadir}
    %kde4_mandir %{_mandir}
    %kde4_servicetypesdir %{_datadir}/kde4/servicetypes
    %kde4_dbus_interfacesdir %{_datadir}/dbus-1/interfaces
    %kde4_sharedir %{_datadir}
    %kde4_makeinstall make install DESTDIR=%{buildroot} -C build
    %clean_kde4_desktop_files(n) %{nil}
    %clean_kde4_notifyrc_files(n) %{nil}
    %adapt_kde4_notifyrc_files(n) %{nil}

    %_fontdir %{_fontbasedir}/%{?fontname}%{!?fontname:%{name}}
    %_fontconfig_masterdir %{_sysconfdir}/fonts
    %_fontconfig_confdir %{_sysconfdir}/fonts/conf.d
    %_fontconfig_templatedir %{_datadir}/fontconfig/conf.avail
    %_font_pkg(n:f:) %{expand:
    %files %{?-n:-n %{?fontname}-%{-n*}-fonts}
    %defattr(644,root,root,755)
    %dir %{_fontdir}
    %{*}
    }

    %octpkg %{?octave_pkg}%{!?octave_pkg:%{name}}
    %octshareprefix %{_datadir}/octave
    %octlibprefix %{_libdir}/octave
    %octpkgdir %{octshareprefix}/packages/%{octpkg}-%{version}
    %octpkglibdir %{octlibprefix}/packages/%{octpkg}-%{version}
    %octave_cmd() octave -H -q --no-window-system --no-site-file --eval "%{*}"
    %octave_pkg_build octave --eval "pkg build"
    %octave_pkg_install octave --eval "pkg install"
    %octave_build %{octave_pkg_build}
    %octave_install %{octave_pkg_install}
    %octave_pkg_preun octave --eval "pkg rebuild"

    %vagrant_dir %{_datadir}/vagrant
    %vagrant_plugin_dir %{_datadir}/vagrant/gems
    %vagrant_plugin_instdir %{vagrant_plugin_dir}/gems/%{?vagrant_plugin_name}-%{version}
    %vagrant_plugin_libdir %{vagrant_plugin_instdir}/lib
    %vagrant_plugin_docdir %{vagrant_plugin_dir}/doc/%{?vagrant_plugin_name}-%{version}
    %vagrant_plugin_cache %{vagrant_plugin_dir}/cache/%{?vagrant_plugin_name}-%{version}.gem
    %vagrant_plugin_spec %{vagrant_plugin_dir}/specifications/%{?vagrant_plugin_name}-%{version}.gemspec
    %vagrant_plugin_install(-) gem install -V --local --no-document %{?**}

    %_monodir %{_prefix}/lib/mono
    %_monogacdir %{_prefix}/lib/mono/gac
    %_modprobedir %{_prefix}/lib/modprobe.d
    %_pam_moduledir %{_libdir}/security
    %_pam_confdir %{_sysconfdir}/pam.d
    %_texmf_main %{_datadir}/texlive/texmf-dist
    %_fmoddir %{_libdir}/gfortran/modules
    %_jsdir %{_datadir}/javascript
    %_webassetdir %{_datadir}/web-assets
    %adobe_mappings_rootpath %{_datadir}/adobe/resources/mapping/
    %valkey_modules_abi 1
    %valkey_modules_dir %{_libdir}/valkey/modules
    %valkey_version 8.0
    %drupal7 %{_datadir}/drupal7
    %drupal7_modules %{drupal7}/modules
    %drupal7_themes %{drupal7}/themes
    %drupal7_libraries %{drupal7}/sites/all/libraries
    %postgresql_tests_init(-) %{nil}
    %postgresql_tests_run PGTESTS_LOCALE= . %{_datadir}/postgresql-setup/postgresql_pkg_tests.sh
    %postgresql_major 18
    %_mpich_load . /etc/profile.d/modules.sh; module load mpi/mpich-%{_arch}
    %_mpich_unload . /etc/profile.d/modules.sh; module unload mpi/mpich-%{_arch}
    %_openmpi_load . /etc/profile.d/modules.sh; module load mpi/openmpi-%{_arch}
    %_openmpi_unload . /etc/profile.d/modules.sh; module unload mpi/openmpi-%{_arch}
    %ruby_extension_flags %{nil}

    %pear_phpdir %{_datadir}/pear
    %pear_docdir %{_docdir}/pear
    %pear_testdir %{_datadir}/tests/pear
    %pear_datadir %{_datadir}/pear-data
    %pear_metadir %{_sharedstatedir}/pear
    %pear_xmldir %{pear_metadir}/pkgxml
    %__pear /usr/bin/pear
    %pecl_install() %{__pecl} install --nodeps --soft --force --register-only --nobuild %{*} >/dev/null || :
    %pecl_uninstall() %{__pecl} uninstall --nodeps --ignore-errors --register-only %{*} >/dev/null || :
    %pecl_docdir %{_docdir}/pecl
    %pecl_testdir %{_datadir}/tests/pecl
    %php_core_api 20240924
    %php_zend_api 20240924
    %php_version 8.4.0
    %php_incldir %{_includedir}/php
    %php_bindir %{_bindir}
    %php_main php

    %ghclibdir %{_libdir}/ghc-%{ghc_version}
    %ghc_version 9.6.6
    %ghcliblib %{ghclibdir}/lib
    %ghclibplatform %{ghcliblib}/x86_64-linux-ghc-%{ghc_version}
    %ghcdocbasedir %{_docdir}/ghc
    %_ghclicensedir %{_licensedir}
    %_ghc_doc_dir %{_docdir}
    %ghc_set_gcc_flags export CFLAGS="${CFLAGS:-%{?optflags}}"
    %ghc_gen_filelists() %{nil}
    %cabal cabal
    %cabal_test() %{nil}
    %ghc_devel_post_postun %{nil}
    %ghc_pkg_recache ghc-pkg recache --no-user-package-db || :
    %ghc_fix_dynamic_rpath() %{nil}
    %ghc_check_bootstrap %{nil}
    %ghc_packages_list base-4.18
    %ghc_lib_subpackage(-) %{nil}
    %ghc_delete_rpaths() %{nil}

    %nim_prep %{nil}
    %nim_tflags %{nil}
    %nim_lflags %{nil}
    %__nprocs %{_smp_build_ncpus}
    %py2dir %{_builddir}/python2-%{name}-%{version}
    %py3dir %{_builddir}/python3-%{name}-%{version}
    %tmpdir /tmp
    %packager %{?vendor}
    %kmodtool /usr/bin/kmodtool
    %kmodinstdir_prefix %{_prefix}/lib/modules/
    %kmodinstdir_postfix /extra/%{?kmod_name}%{!?kmod_name:%{name}}/
    %kmod_kernel_type akmod
    %_emacs_version 30.0
    %_kf5_includedir %{_includedir}/KF5
    %_kf5_sysconfdir %{_sysconfdir}
    %_kf6_includedir %{_includedir}/KF6
    %_kf5_qmldir %{_libdir}/qt5/qml
    %_kf6_qmldir %{_libdir}/qt6/qml
    %_kf6_plugindir %{_libdir}/qt6/plugins
    %stable_kf6 stable
    %_lib64dir %{_libdir}
    %jit_arches x86_64 aarch64 ppc64le s390x
    %ocaml_native_compiler 1
    %crate_instdir %{_datadir}/cargo/registry/%{?crate}-%{version}
    %__cargo_skip_build 0
    %cargo_cbuild(-) %{__cargo} cbuild --release --prefix %{_prefix} %{?**}
    %cargo_cinstall(-) %{__cargo} cinstall --release --prefix %{_prefix} --destdir %{buildroot} %{?**}
    %cargo_ctest(-) %{__cargo} ctest --release %{?**}
    %__aclocal aclocal
    %__autoconf autoconf
    %__automake automake
    %__autoheader autoheader
    %__gettextize gettextize
    %__echo echo
    """#

  /// Fedora's cross compilers for Windows (mingw-filesystem); `%_mingw32_…` is how openSUSE names them.
  static let mingw = #"""
    %mingw32_target i686-w64-mingw32
    %mingw64_target x86_64-w64-mingw32
    %mingw32_sysroot %{_prefix}/%{mingw32_target}/sys-root
    %mingw64_sysroot %{_prefix}/%{mingw64_target}/sys-root
    %mingw32_prefix %{mingw32_sysroot}/mingw
    %mingw64_prefix %{mingw64_sysroot}/mingw
    %mingw32_bindir %{mingw32_prefix}/bin
    %mingw64_bindir %{mingw64_prefix}/bin
    %mingw32_datadir %{mingw32_prefix}/share
    %mingw64_datadir %{mingw64_prefix}/share
    %mingw32_docdir %{mingw32_prefix}/share/doc
    %mingw64_docdir %{mingw64_prefix}/share/doc
    %mingw32_includedir %{mingw32_prefix}/include
    %mingw64_includedir %{mingw64_prefix}/include
    %mingw32_infodir %{mingw32_prefix}/share/info
    %mingw64_infodir %{mingw64_prefix}/share/info
    %mingw32_libdir %{mingw32_prefix}/lib
    %mingw64_libdir %{mingw64_prefix}/lib
    %mingw32_mandir %{mingw32_prefix}/share/man
    %mingw64_mandir %{mingw64_prefix}/share/man
    %mingw32_sysconfdir %{mingw32_prefix}/etc
    %mingw64_sysconfdir %{mingw64_prefix}/etc
    %mingw32_python3_sitearch %{mingw32_libdir}/python3.11/site-packages
    %mingw64_python3_sitearch %{mingw64_libdir}/python3.11/site-packages
    %mingw32_python3_sitelib %{mingw32_python3_sitearch}
    %mingw64_python3_sitelib %{mingw64_python3_sitearch}
    %mingw32_cc %{mingw32_target}-gcc
    %mingw64_cc %{mingw64_target}-gcc
    %mingw32_strip %{mingw32_target}-strip
    %mingw64_strip %{mingw64_target}-strip
    %mingw_build_win32 1
    %mingw_build_win64 1
    %mingw_package_header %{nil}
    %mingw_debug_package %{nil}
    %mingw_debug_install_post %{nil}
    %mingw_configure run_mingw_configure() { (mkdir -p build_win32 && cd build_win32 && ../configure --host=%{mingw32_target} "$@"); (mkdir -p build_win64 && cd build_win64 && ../configure --host=%{mingw64_target} "$@"); }; run_mingw_configure
    %mingw_cmake run_mingw_cmake() { cmake -B build_win32 "$@"; cmake -B build_win64 "$@"; }; run_mingw_cmake
    %mingw_meson(-) meson setup build_win32 %{?**} ; meson setup build_win64 %{?**}
    %mingw_make run_mingw_make() { make -C build_win32 "$@"; make -C build_win64 "$@"; }; run_mingw_make
    %mingw_make_build(-) %{mingw_make %{?_smp_mflags} %{?**}}
    %mingw_make_install(-) make -C build_win32 install DESTDIR=%{buildroot} %{?**} ; make -C build_win64 install DESTDIR=%{buildroot} %{?**}
    %mingw_ninja(-) ninja -C build_win32 %{?**} ; ninja -C build_win64 %{?**}
    %mingw_ninja_install(-) DESTDIR=%{buildroot} ninja -C build_win32 install ; DESTDIR=%{buildroot} ninja -C build_win64 install
    %mingw32_py3_build(-) %{mingw32_target}-python3 setup.py build %{?**}
    %mingw64_py3_build(-) %{mingw64_target}-python3 setup.py build %{?**}
    %mingw32_py3_build_wheel(-) %{mingw32_target}-python3 -m build --wheel %{?**}
    %mingw64_py3_build_wheel(-) %{mingw64_target}-python3 -m build --wheel %{?**}
    %mingw32_py3_install(-) %{mingw32_target}-python3 setup.py install %{?**}
    %mingw64_py3_install(-) %{mingw64_target}-python3 setup.py install %{?**}
    %mingw32_py3_install_wheel(-) %{mingw32_target}-python3 -m installer --destdir %{buildroot} dist/*.whl
    %mingw64_py3_install_wheel(-) %{mingw64_target}-python3 -m installer --destdir %{buildroot} dist/*.whl
    %_mingw32_target i686-w64-mingw32
    %_mingw32_prefix %{_prefix}/%{_mingw32_target}/sys-root/mingw
    %_mingw32_bindir %{_mingw32_prefix}/bin
    %_mingw32_libdir %{_mingw32_prefix}/lib
    %_mingw32_includedir %{_mingw32_prefix}/include
    %_mingw32_datadir %{_mingw32_prefix}/share
    %_mingw32_sysconfdir %{_mingw32_prefix}/etc
    %_mingw32_cache mingw32-config.cache
    %_mingw32_configure ./configure --host=%{_mingw32_target} --prefix=%{_mingw32_prefix}
    %_mingw32_package_header_debug %{nil}
    %_mingw32_debug_package %{nil}
    %_mingw32_debug_install_post %{nil}
    """#
}
