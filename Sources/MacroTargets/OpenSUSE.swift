extension MacroTarget {
  /// openSUSE Tumbleweed; Leap differs in versions.
  package static let opensuse = MacroTarget(
    name: "opensuse", summary: "openSUSE Tumbleweed", rpm: RPMDialect(version: "4.20"), goRelease: 25, home: "/home/abuild",
    macros: SharedMacros.all + [
      SharedMacros.buildSystems, SharedMacros.mingw, services, go,
      #"""
      %suse_version 1699
      %is_opensuse 1
      %_vendor suse
      %_host_vendor suse
      %vendor openSUSE
      %distribution openSUSE Tumbleweed
      %_libexecdir %{_prefix}/libexec
      %_fillupdir %{_datadir}/fillup-templates
      %_distconfdir %{_prefix}/etc
      %_pam_moduledir %{_libdir}/security
      %_pam_vendordir %{_prefix}/lib/pam.d
      %_firewalld_dir %{_prefix}/lib/firewalld
      """#,
    ], undefined: ["fedora", "rhel", "dist", "el8", "el9", "mageia", "mgaversion"],
    identity: "suse_version",
    words: [
      "# spec file for package", "%service_add_p", "%service_del_p", "%gosrc", "%gofilelist", "%go_nostrip", "golang-packaging",
      "%{go_provides}", "%sysusers_generate_pre", "%python_subpackages", "%set_permissions", "bugs.opensuse.org", "%fdupes",
      "%if %{?suse_version} ",
    ])

  /// golang-packaging 15: sources below `$RPM_BUILD_DIR/go`, everything in GOPATH, `-p 4` of its own.
  private static let go = #"""
    %go_arches %ix86 x86_64 aarch64 ppc64le s390x riscv64
    %golang_arches %{go_arches}
    %gobin %{_bindir}
    %gopath %{_libdir}/go
    %go_nostrip %undefine _build_create_debug \
    %define __arch_install_post export NO_BRP_STRIP_DEBUG=true
    %go_exclusivearch ExclusiveArch: %{go_arches}
    %go_provides Provides: %{name}-devel = %{version}
    %go_requires Requires: golang(API)
    %go_recommends Recommends: golang(API)
    %go_contribdir %{_libdir}/go/contrib/pkg
    %go_contribsrcdir %{_datadir}/go/contrib/src
    %go_tooldir %{_datadir}/go/pkg/tool
    %go_sitedir %{_libdir}/go/pkg
    %go_sitesrcdir %{_datadir}/go/src
    %gobuild(-) %{expand:
    GOPATH=${RPM_BUILD_DIR}/go:${RPM_BUILD_DIR}/contrib GOBIN=${RPM_BUILD_DIR}/go/bin go install -v -p 4 -x -buildmode=pie %{?**}
    }
    %gotest(-) %{expand:
    GOPATH=${RPM_BUILD_DIR}/go:${RPM_BUILD_DIR}/contrib go test %{?**}
    }
    %goprep(-) %{expand:
    mkdir -p ${RPM_BUILD_DIR}/go/src/%{?1}
    cp -rpT . ${RPM_BUILD_DIR}/go/src/%{?1}
    echo %{?1} > /tmp/importpath.txt
    }
    %goinstall(-) %{expand:
    mkdir -p %{buildroot}%{_bindir}
    install -m 0755 ${RPM_BUILD_DIR}/go/bin/* %{buildroot}%{_bindir}
    }
    %gosrc(-) %{expand:
    mkdir -p %{buildroot}%{go_contribsrcdir}
    cp -rp ${RPM_BUILD_DIR}/go/src/* %{buildroot}%{go_contribsrcdir}
    }
    %gofix(-) %{nil}
    %godoc(-) %{nil}
    %gofilelist(-) %{expand:
    find %{buildroot}%{go_contribsrcdir} > file.lst
    }
    """#

  /// Service scriptlets and the packaging helpers openSUSE has of its own.
  private static let services = #"""
    %service_add_pre() %{nil}
    %service_add_post() [ -x /usr/bin/systemctl ] && /usr/bin/systemctl preset %{?*} || :
    %service_del_preun(fn) [ "$1" -gt 0 ] || /usr/bin/systemctl disable --now %{?*} || :
    %service_del_postun(fn) [ "$1" -lt 1 ] || /usr/bin/systemctl try-restart %{?*} || :
    %service_del_postun_without_restart() %{nil}
    %service_del_postun_with_restart() %{nil}
    %systemd_user_pre() %{nil}
    %fillup_only(dans) %{nil}
    %fillup_and_insserv(finpsy) %{nil}
    %stop_on_removal() %{nil}
    %restart_on_update() %{nil}
    %insserv_cleanup() %{nil}
    %set_permissions() %{nil}
    %verify_permissions(e:) %{nil}
    %firewalld_reload %{nil}
    %install_info(-) %{nil}
    %install_info_delete(-) %{nil}
    %desktop_database_post update-desktop-database &> /dev/null || :
    %icon_theme_cache_post gtk-update-icon-cache &> /dev/null || :
    %ext_man .gz
    %ext_info .gz
    %kf5_makeinstall make install DESTDIR=%{buildroot}
    %make_jobs %make_build
    %desktop_database_postun %{nil}
    %icon_theme_cache_postun %{nil}
    %mime_database_post %{nil}
    %mime_database_postun %{nil}
    %glib2_gsettings_schema_post %{nil}
    %glib2_gsettings_schema_postun %{nil}
    %lang_package(n:fr) %{nil}
    %suse_update_desktop_file(cinrudtD:N:G:) %{nil}
    %sysusers_generate_pre() %{nil}
    %requires_eq() Requires: %{?*}
    %requires_ge() Requires: %{?*}
    %gpg_verify %{nil}
    %python_module() python3-%{?*}
    %python_subpackages %{nil}
    %ifpython2 %if "%{?python_flavor}" == "python2"
    %ifpython3 %if "%{!?python_flavor:python3}%{?python_flavor}" == "python3"
    %python_build(-) %{__python3} setup.py build %{?**}
    %python_install(-) %{__python3} setup.py install --root %{buildroot} %{?**}
    %python_expand(-) %{?**}
    %python_exec(-) %{__python3} %{?**}
    %python_clone(-) %{nil}
    %python_alternative %{?*}
    %python_install_alternative() %{nil}
    %python_uninstall_alternative() %{nil}
    %python_files() %{nil}
    %singlespec_excludes %{nil}
    %pyunittest(-) %{__python3} -m unittest %{?**}
    %cpan_requires() %{nil}
    %perl_requires Requires: perl
    %perl_make_install make DESTDIR=%{buildroot} install_vendor
    %php_gen_filelist %{nil}
    %_rundir /run
    """#
}
