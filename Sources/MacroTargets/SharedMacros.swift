/// Build macros that the RPM distributions have under the same names, modelled by what they run and which paths they mean.
enum SharedMacros {
  static let all = [system, build, languages, kits]

  /// Declarative builds (rpm ≥ 4.20) with the tools that have macros of their own.
  static let buildSystems = #"""
    %buildsystem_autotools_conf() %configure %*
    %buildsystem_autotools_build() %make_build %*
    %buildsystem_autotools_install() %make_install %*
    %buildsystem_cmake_conf() %cmake %*
    %buildsystem_cmake_build() %cmake_build %*
    %buildsystem_cmake_install() %cmake_install %*
    %buildsystem_cmake_check() %ctest %*
    %buildsystem_meson_conf() %meson %*
    %buildsystem_meson_build() %meson_build %*
    %buildsystem_meson_install() %meson_install %*
    %buildsystem_meson_check() %meson_test %*
    %buildsystem_pyproject_generate_buildrequires() %pyproject_buildrequires %*
    %buildsystem_pyproject_build() %pyproject_wheel %*
    %buildsystem_pyproject_install() %pyproject_install\
    %pyproject_save_files %*
    %buildsystem_pyproject_check() %pyproject_check_import %*
    """#

  /// Paths, system services, shells.
  static let system = #"""
    %_libdir %{_prefix}/%{_lib}
    %_lib lib64
    %_sysconfdir /etc
    %_localstatedir /var
    %_sharedstatedir /var/lib
    %_rundir /run
    %_pkgdocdir %{_docdir}/%{name}
    %_unitdir %{_prefix}/lib/systemd/system
    %_userunitdir %{_prefix}/lib/systemd/user
    %_presetdir %{_prefix}/lib/systemd/system-preset
    %_userpresetdir %{_prefix}/lib/systemd/user-preset
    %_tmpfilesdir %{_prefix}/lib/tmpfiles.d
    %_sysusersdir %{_prefix}/lib/sysusers.d
    %_sysctldir %{_prefix}/lib/sysctl.d
    %_modulesloaddir %{_prefix}/lib/modules-load.d
    %_binfmtdir %{_prefix}/lib/binfmt.d
    %_udevrulesdir %{_prefix}/lib/udev/rules.d
    %_udevhwdbdir %{_prefix}/lib/udev/hwdb.d
    %_environmentdir %{_prefix}/lib/environment.d
    %_journalcatalogdir %{_prefix}/lib/systemd/catalog
    %_systemdgeneratordir %{_prefix}/lib/systemd/system-generators
    %_systemd_util_dir %{_prefix}/lib/systemd
    %_initddir %{_sysconfdir}/rc.d/init.d
    %_initrddir %{_initddir}
    %_firewalldir %{_prefix}/lib/firewalld
    %_metainfodir %{_datadir}/metainfo
    %_appdatadir %{_datadir}/appdata
    %_fontbasedir %{_datadir}/fonts
    %_jvmdir %{_prefix}/lib/jvm
    %_javadir %{_datadir}/java
    %_javadocdir %{_datadir}/javadoc
    %_mavenpomdir %{_datadir}/maven-poms
    %_jnidir %{_prefix}/lib/java
    %_emacs_sitelispdir %{_datadir}/emacs/site-lisp
    %_emacs_sitestartdir %{_datadir}/emacs/site-lisp/site-start.d
    %_emacs_bytecompile emacs -batch --no-init-file --no-site-file -f batch-byte-compile
    %_httpd_confdir %{_sysconfdir}/httpd/conf.d
    %_httpd_modconfdir %{_sysconfdir}/httpd/conf.modules.d
    %_httpd_moddir %{_libdir}/httpd/modules
    %_httpd_mmn 20120211x8664
    %bash_completions_dir %{_datadir}/bash-completion/completions
    %zsh_completions_dir %{_datadir}/zsh/site-functions
    %fish_completions_dir %{_datadir}/fish/vendor_completions.d
    %bash_completion_dir %{bash_completions_dir}
    %zsh_completion_dir %{zsh_completions_dir}
    %fish_completion_dir %{fish_completions_dir}
    %systemd_requires Requires(post): systemd \
    Requires(preun): systemd \
    Requires(postun): systemd \
    %{nil}
    %systemd_ordering OrderWithRequires(post): systemd \
    OrderWithRequires(preun): systemd \
    OrderWithRequires(postun): systemd \
    %{nil}
    %systemd_post() %{expand:
    if [ $1 -eq 1 ] && [ -x "/usr/lib/systemd/systemd-update-helper" ]; then
        /usr/lib/systemd/systemd-update-helper install-system-units %{?*} || :
    fi
    }
    %systemd_preun() %{expand:
    if [ $1 -eq 0 ] && [ -x "/usr/lib/systemd/systemd-update-helper" ]; then
        /usr/lib/systemd/systemd-update-helper remove-system-units %{?*} || :
    fi
    }
    %systemd_postun() %{nil}
    %systemd_postun_with_restart() %{expand:
    if [ $1 -ge 1 ] && [ -x "/usr/lib/systemd/systemd-update-helper" ]; then
        /usr/lib/systemd/systemd-update-helper mark-restart-system-units %{?*} || :
    fi
    }
    %systemd_postun_with_reload() %{systemd_postun_with_restart %{?*}}
    %systemd_user_post() %{expand:
    if [ $1 -eq 1 ] && [ -x "/usr/lib/systemd/systemd-update-helper" ]; then
        /usr/lib/systemd/systemd-update-helper install-user-units %{?*} || :
    fi
    }
    %systemd_user_preun() %{expand:
    if [ $1 -eq 0 ] && [ -x "/usr/lib/systemd/systemd-update-helper" ]; then
        /usr/lib/systemd/systemd-update-helper remove-user-units %{?*} || :
    fi
    }
    %systemd_user_postun() %{nil}
    %systemd_user_postun_with_restart() %{nil}
    %systemd_user_postun_with_reload() %{nil}
    %udev_rules_update() udevadm control --reload >/dev/null 2>&1 || :
    %udev_hwdb_update() systemd-hwdb update >/dev/null 2>&1 || :
    %journal_catalog_update() journalctl --update-catalog >/dev/null 2>&1 || :
    %binfmt_apply() systemd-binfmt %{?*} >/dev/null 2>&1 || :
    %sysctl_apply() systemd-sysctl %{?*} >/dev/null 2>&1 || :
    %tmpfiles_create() systemd-tmpfiles --create %{?*} >/dev/null 2>&1 || :
    %tmpfiles_create_package() systemd-tmpfiles --create %{?1}.conf >/dev/null 2>&1 || :
    %sysusers_create() systemd-sysusers %{?*} >/dev/null 2>&1 || :
    %sysusers_create_package() systemd-sysusers %{?1}.conf >/dev/null 2>&1 || :
    %sysusers_create_compat() systemd-sysusers %{?*} >/dev/null 2>&1 || :
    %firewalld_reload() test -f %{_bindir}/firewall-cmd && firewall-cmd --reload --quiet || :
    %ldconfig /sbin/ldconfig
    %ldconfig_post(n:) %{nil}
    %ldconfig_postun(n:) %{nil}
    %ldconfig_scriptlets(n:) %{nil}
    %selinux_requires BuildRequires: selinux-policy-devel
    %selinux_relabel_pre(s:) %{nil}
    %selinux_relabel_post(s:) %{nil}
    %selinux_modules_install(s:p:) /usr/sbin/semodule -n -X %{!-p:200}%{?-p*} -s %{!-s:targeted}%{?-s*} -i %{?*} || :
    %selinux_modules_uninstall(s:p:) /usr/sbin/semodule -n -X %{!-p:200}%{?-p*} -s %{!-s:targeted}%{?-s*} -r %{?*} || :
    %_selinux_store_path %{_sharedstatedir}/selinux
    %_selinux_policy_version 40
    """#

  /// Compilers, flags and build systems.
  static let build = #"""
    %_hardened_build 1
    %_fortify_level 3
    %build_cflags %{?optflags}
    %build_cxxflags %{?optflags}
    %build_fflags %{?optflags}
    %build_valaflags -g
    %build_ldflags -Wl,-z,relro -Wl,--as-needed -Wl,-z,now
    %build_rustflags -Copt-level=3 -Cdebuginfo=2 -Ccodegen-units=1 -Cstrip=none --cap-lints=warn
    %set_build_flags \
      CFLAGS="${CFLAGS:-%{build_cflags}}" ; export CFLAGS ; \
      CXXFLAGS="${CXXFLAGS:-%{build_cxxflags}}" ; export CXXFLAGS ; \
      FFLAGS="${FFLAGS:-%{build_fflags}}" ; export FFLAGS ; \
      FCFLAGS="${FCFLAGS:-%{build_fflags}}" ; export FCFLAGS ; \
      LDFLAGS="${LDFLAGS:-%{build_ldflags}}" ; export LDFLAGS ; \
      CC="${CC:-gcc}" ; export CC ; \
      CXX="${CXX:-g++}" ; export CXX
    %__global_ldflags %{build_ldflags}
    %__global_cflags %{build_cflags}
    %__global_compiler_flags %{build_cflags}
    %make_build %{__make} %{_make_output_sync} %{?_smp_mflags} %{_make_verbose}
    %_make_output_sync -O
    %_make_verbose V=1 VERBOSE=1
    %make_install %{__make} install DESTDIR=%{?buildroot} INSTALL="%{__install} -p"
    %makeinstall %{__make} prefix=%{?buildroot:%{buildroot}}%{_prefix} bindir=%{?buildroot:%{buildroot}}%{_bindir} libdir=%{?buildroot:%{buildroot}}%{_libdir} install
    %_vpath_srcdir .
    %_vpath_builddir %{_target_platform}
    %__cmake_builddir %{_vpath_builddir}
    %__cmake /usr/bin/cmake
    %__ctest /usr/bin/ctest
    %cmake %{set_build_flags} \
      /usr/bin/cmake -S "%{_vpath_srcdir}" -B "%{_vpath_builddir}" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_INSTALL_PREFIX:PATH=%{_prefix} -DBUILD_SHARED_LIBS:BOOL=ON %{?**}
    %cmake3 %cmake
    %cmake_kf5 %cmake -DQT_MAJOR_VERSION=5
    %cmake_kf6 %cmake -DQT_MAJOR_VERSION=6
    %cmake_qt6 %cmake
    %cmake_build /usr/bin/cmake --build "%{_vpath_builddir}" %{?_smp_mflags} --verbose
    %cmake3_build %cmake_build
    %cmake_install DESTDIR="%{buildroot}" /usr/bin/cmake --install "%{_vpath_builddir}"
    %cmake3_install %cmake_install
    %ctest /usr/bin/ctest --test-dir "%{_vpath_builddir}" --output-on-failure --force-new-ctest-process %{?_smp_mflags}
    %ctest3 %ctest
    %__meson /usr/bin/meson
    %meson %{set_build_flags} \
      /usr/bin/meson setup --buildtype=plain --prefix=%{_prefix} --libdir=%{_libdir} --wrap-mode=nodownload %{_vpath_srcdir} %{_vpath_builddir} %{?**}
    %meson_build /usr/bin/meson compile -C %{_vpath_builddir} %{?_smp_mflags} --verbose
    %meson_install DESTDIR=%{buildroot} /usr/bin/meson install -C %{_vpath_builddir} --no-rebuild
    %meson_test /usr/bin/meson test -C %{_vpath_builddir} %{?_smp_mflags} --print-errorlogs
    %ninja_build /usr/bin/ninja %{?_smp_mflags} -v
    %ninja_install DESTDIR="%{buildroot}" /usr/bin/ninja install %{?_smp_mflags} -v
    %ninja_test /usr/bin/ninja test %{?_smp_mflags} -v
    %scons scons %{?_smp_mflags}
    %waf python3 waf
    %qmake_qt4 /usr/bin/qmake-qt4
    %qmake_qt5 /usr/bin/qmake-qt5
    %_qt5_qmake /usr/bin/qmake-qt5
    %_qt5_libdir %{_libdir}
    %_qt5_plugindir %{_libdir}/qt5/plugins
    %_qt5_headerdir %{_includedir}/qt5
    %_qt6_libdir %{_libdir}
    %_qt6_plugindir %{_libdir}/qt6/plugins
    %_qt6_qmldir %{_libdir}/qt6/qml
    %_kf5_libdir %{_libdir}
    %_kf5_bindir %{_bindir}
    %_kf5_datadir %{_datadir}
    %_kf5_qtplugindir %{_libdir}/qt5/plugins
    %_kf6_libdir %{_libdir}
    %_kf6_bindir %{_bindir}
    %_kf6_datadir %{_datadir}
    %_kf6_qtplugindir %{_libdir}/qt6/plugins
    %gpgverify(k:s:d:) /usr/lib/rpm/redhat/gpgverify --keyring=%{-k*} --signature=%{-s*} --data=%{-d*}
    %fdupes(s) _target="%{?1}"
    %chrpath chrpath
    %_annotated_build 1
    %_lto_cflags -flto=auto -ffat-lto-objects
    %version_no_tilde(-) %{lua: print((string.gsub(rpm.expand("%{?version}"), "~", "-")))}
    %patches_in_order %{nil}
    """#

  /// Languages other than Go.
  static let languages = #"""
    %__python3 /usr/bin/python3
    %__python %{__python3}
    %__python2 /usr/bin/python2
    %python3 %{__python3}
    %python3_pkgversion 3
    %python3_version 3.14
    %python3_version_nodots 314
    %python3_sitelib %{_prefix}/lib/python%{python3_version}/site-packages
    %python3_sitearch %{_libdir}/python%{python3_version}/site-packages
    %python_version 2.7
    %python_sitelib %{_prefix}/lib/python%{python_version}/site-packages
    %python_sitearch %{_libdir}/python%{python_version}/site-packages
    %python2_version 2.7
    %python2_sitelib %{_prefix}/lib/python%{python2_version}/site-packages
    %python2_sitearch %{_libdir}/python%{python2_version}/site-packages
    %python3_ext_suffix .cpython-%{python3_version_nodots}-%{_arch}-linux-gnu.so
    %py3_shebang_flags sP
    %py3_shbang_opts -%{py3_shebang_flags}
    %py3_build(-) CFLAGS="${CFLAGS:-%{?optflags}}" %{__python3} setup.py build --executable="%{__python3} -sP" %{?**}
    %py3_install(-) CFLAGS="${CFLAGS:-%{?optflags}}" %{__python3} setup.py install -O1 --skip-build --root %{buildroot} --prefix %{_prefix} %{?**}
    %py3_build_wheel(-) CFLAGS="${CFLAGS:-%{?optflags}}" %{__python3} setup.py bdist_wheel %{?**}
    %py3_install_wheel(-) %{__python3} -m pip install -I dist/%{?1} --root %{buildroot} --prefix %{_prefix} --no-deps
    %py3_check_import(-) %{__python3} -c "import %{?*}"
    %py3_shebang_fix(-) %{__python3} -B /usr/lib/rpm/redhat/pathfix.py -pni %{__python3} %{?**}
    %py3_test_envvars PYTHONPATH="${PYTHONPATH:-%{buildroot}%{python3_sitearch}:%{buildroot}%{python3_sitelib}}" PYTHONDONTWRITEBYTECODE=1
    %py3_dist() %{lua: for word in string.gmatch(rpm.expand("%{?*}"), "%S+") do print("python3dist(" .. string.lower(word) .. ") ") end}
    %py_dist() %{py3_dist %{?*}}
    %py_byte_compile() %{nil}
    %py_provides() Provides: %{?1}
    %python_provide() %{nil}
    %python_enable_dependency_generator %{nil}
    %python_extras_subpkg(n:i:f:F:a) %{nil}
    %py2_build(-) CFLAGS="%{?optflags}" %{__python2} setup.py build %{?**}
    %py2_install(-) CFLAGS="%{?optflags}" %{__python2} setup.py install -O1 --skip-build --root %{buildroot} %{?**}
    %pytest %{py3_test_envvars} pytest
    %tox(e:) %{__python3} -m tox --current-env -q --recreate -e "%{?-e*}%{!-e:%{?toxenv}}" %{?*}
    %toxenv py%{python3_version_nodots}
    %pyproject_buildrequires(-) %{__python3} /usr/lib/rpm/redhat/pyproject_buildrequires.py %{?**}
    %pyproject_wheel(-) %{__python3} /usr/lib/rpm/redhat/pyproject_wheel.py %{_builddir}/%{?buildsubdir}/pyproject-wheeldir
    %pyproject_build(-) %{__python3} -m build --no-isolation --wheel
    %pyproject_install() %{__python3} -m pip install --root %{buildroot} --prefix %{_prefix} --no-deps --no-index pyproject-wheeldir/*.whl
    %pyproject_save_files(-) %{__python3} /usr/lib/rpm/redhat/pyproject_save_files.py --output-files "%{pyproject_files}" %{?**}
    %pyproject_check_import(-) %{py3_test_envvars} %{__python3} /usr/lib/rpm/redhat/import_all_modules.py %{?**}
    %pyproject_extras_subpkg(n:i:f:F:a) %{nil}
    %pyproject_files %{_builddir}/%{?buildsubdir}-pyproject-files
    %pyproject_patch_dependency() %{nil}
    %pypi_name %{name}
    %pypi_source() https://files.pythonhosted.org/packages/source/%{lua: local name = rpm.expand("%{?1}%{!?1:%{?srcname}%{!?srcname:%{?pypi_name}%{!?pypi_name:%{name}}}}") print(string.sub(name, 1, 1) .. "/" .. name .. "/" .. name .. "-" .. rpm.expand("%{?2}%{!?2:%{version}}") .. "." .. rpm.expand("%{?3}%{!?3:tar.gz}"))}

    %__perl /usr/bin/perl
    %perl_vendorlib %{_datadir}/perl5/vendor_perl
    %perl_vendorarch %{_libdir}/perl5/vendor_perl
    %perl_privlib %{_datadir}/perl5
    %perl_archlib %{_libdir}/perl5
    %perl_sitelib /usr/local/share/perl5
    %perl_version 5.42.0
    %perl_default_filter %{nil}
    %perl_bootstrap 0
    %perl_process_packlist %{nil}
    %perl_gen_filelist %{nil}
    %cpan_upstream() %{nil}

    %ruby_version 3.4
    %gem_dir %{_datadir}/gems
    %gem_instdir %{gem_dir}/gems/%{?gem_name}-%{version}
    %gem_libdir %{gem_instdir}/lib
    %gem_cache %{gem_dir}/cache/%{?gem_name}-%{version}.gem
    %gem_spec %{gem_dir}/specifications/%{?gem_name}-%{version}.gemspec
    %gem_docdir %{gem_dir}/doc/%{?gem_name}-%{version}
    %gem_plugin %{gem_dir}/plugins/%{?gem_name}_plugin.rb
    %gem_extdir_mri %{_libdir}/gems/ruby/%{?gem_name}-%{version}
    %gem_install(d:n:C) CONFIGURE_ARGS="--with-cflags='%{?optflags}'" gem install -V --local --build-root %{?-d*}%{!-d:.} --force --no-document %{?-n*}%{!-n:%{?gem_name}-%{version}.gem}
    %gemspec_add_dep(g:s:r) %{nil}
    %gemspec_remove_dep(g:s:r) %{nil}
    %gemspec_add_file(s:t:) %{nil}
    %gemspec_remove_file(s:t:) %{nil}
    %ruby_vendorlibdir %{_datadir}/ruby/vendor_ruby
    %ruby_vendorarchdir %{_libdir}/ruby/vendor_ruby
    %ruby_libdir %{_datadir}/ruby

    %rust_arches x86_64 i686 aarch64 ppc64le s390x riscv64
    %rust_tier1_arches x86_64 aarch64
    %__cargo /usr/bin/cargo
    %__rustc /usr/bin/rustc
    %cargo_prep(v:V:N) %{__mkdir} -p .cargo
    %cargo_prep_online %{__mkdir} -p .cargo
    %cargo_generate_buildrequires(naf:t) cargo2rpm --path Cargo.toml buildrequires
    %cargo_build(naf:) %{__cargo} build -j%{_smp_build_ncpus} --profile rpm %{?*}
    %cargo_test(naf:) %{__cargo} test -j%{_smp_build_ncpus} --profile rpm --no-fail-fast %{?*}
    %cargo_install(naf:) %{__cargo} install -j%{_smp_build_ncpus} --profile rpm --root %{buildroot}%{_prefix} --path . %{?*}
    %cargo_license(naf:) %{__cargo} tree --workspace --edges no-build,no-dev,no-proc-macro --target all
    %cargo_license_summary(naf:) %{__cargo} tree --workspace --edges no-build,no-dev,no-proc-macro --target all
    %cargo_vendor_manifest() %{__cargo} tree --workspace --offline --edges normal,build > cargo-vendor.txt
    %cargo_registry %{_datadir}/cargo/registry
    %crates_source() https://crates.io/api/v1/crates/%{?1}%{!?1:%{?crate}}/%{?2}%{!?2:%{?crate_version}%{!?crate_version:%{version}}}/download#/%{?1}%{!?1:%{?crate}}-%{?2}%{!?2:%{version}}.crate

    %nodejs_arches x86_64 aarch64 ppc64le s390x
    %nodejs_version 22.0.0
    %nodejs_sitelib %{_prefix}/lib/node_modules
    %nodejs_sitearch %{_libdir}/node_modules
    %nodejs_symlink_deps(-) /usr/lib/rpm/nodejs-symlink-deps %{nodejs_sitelib} %{?**}
    %nodejs_fixdep(-) /usr/lib/rpm/nodejs-fixdep %{?**}
    %nodejs_setversion(-) /usr/lib/rpm/nodejs-setversion %{?**}
    %__nodejs /usr/bin/node
    %npm_arches %{nodejs_arches}

    %java_arches x86_64 aarch64 ppc64le s390x
    %java_home %{_jvmdir}/jre
    %mvn_build(-) xmvn-builddep %{?**}
    %mvn_install(-) xmvn-install %{?**}
    %mvn_package() %{nil}
    %mvn_alias() %{nil}
    %mvn_file() %{nil}
    %mvn_artifact() %{nil}
    %add_maven_depmap(f:a:v:) %{nil}
    %pom_remove_plugin(-) %{nil}
    %pom_remove_dep(-) %{nil}
    %pom_remove_parent(-) %{nil}
    %pom_add_dep(-) %{nil}
    %pom_xpath_remove(-) %{nil}
    %pom_xpath_set(-) %{nil}
    %pom_xpath_inject(-) %{nil}
    %pom_disable_module(-) %{nil}
    %pom_add_plugin(-) %{nil}
    %pom_add_parent(-) %{nil}
    %pom_set_parent(-) %{nil}
    %pom_change_dep(-) %{nil}
    %pom_xpath_replace(-) %{nil}
    %jpackage_script() %{nil}
    %ant ant

    %ghc_arches x86_64 aarch64 ppc64le s390x riscv64
    %ghc_lib_build() ghc --make Setup
    %ghc_lib_install() ./Setup copy --destdir=%{buildroot} -v
    %ghc_bin_build() ghc --make Setup
    %ghc_bin_install() ./Setup copy --destdir=%{buildroot} -v
    %ghc_fix_rpath() %{nil}
    %mono_arches %{ix86} x86_64 aarch64 ppc64le s390x
    %php_inidir %{_sysconfdir}/php.d
    %php_extdir %{_libdir}/php/modules
    %__php /usr/bin/php
    %__pecl /usr/bin/pecl
    %__phpize /usr/bin/phpize
    %pecl_xmldir %{_sharedstatedir}/php/peclxml
    %ocaml_arches x86_64 aarch64
    %R_libdir %{_libdir}/R/library
    %julia_arches x86_64
    %ldc_arches x86_64 aarch64
    %fontmeta(z:a) %{lua: local parts = {}
      for _, name in ipairs({ "foundry", "fontfamily" }) do
        local text = string.gsub(string.lower(rpm.expand("%{?" .. name .. rpm.expand("%{-z*}") .. "}")), "[^a-z0-9]+", "-")
        if text ~= "" then parts[#parts + 1] = text end
      end
      parts[#parts + 1] = "fonts"
      rpm.define("fontpkgname" .. rpm.expand("%{-z*}") .. " " .. table.concat(parts, "-"))
      rpm.define("fontdir %{_fontbasedir}/" .. table.concat(parts, "-"))}
    %fontpkg(z:a) %{expand:%{!?name:%{!?fontpkgname:%fontmeta}
    BuildArch: noarch
    Name: %{fontpkgname}
    Summary: %{?fontsummary}
    License: %{?fontlicense}
    %{?source_files}
    %description
    %{?fontdescription}
    }}
    %fontbuild(z:a) %{nil}
    %fontinstall(z:a) %{nil}
    %fontcheck(z:a) %{nil}
    %fontfiles(z:a) %{expand:
    %files
    %dir %{_fontbasedir}
    }
    %filter_setup %{nil}
    %filter_from_requires() %{nil}
    %filter_from_provides() %{nil}
    %filter_provides_in(P) %{nil}
    %filter_requires_in(P) %{nil}
    %filter_provides_without %{nil}
    """#
}
