extension MacroTarget {
  /// ALT Sisyphus: its own Go macros, which build in `.build` below GOPATH with vendor/ and no network.
  package static let altlinux = MacroTarget(
    name: "altlinux", summary: "ALT Sisyphus", rpmVersion: (4, 13), goRelease: 24, home: "/usr/src",
    macros: [SharedMacros.system, SharedMacros.build, SharedMacros.languages, alt],
    undefined: ["fedora", "rhel", "dist", "suse_version", "is_opensuse"])

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
    %add_optflags() %global optflags %{optflags} %{?*}
    %remove_optflags() %{nil}
    %add_findreq_skiplist() %{nil}
    %add_findprov_skiplist() %{nil}
    %add_findreq_skiplist %{nil}
    %add_python3_path() %{nil}
    %add_python3_req_skip() %{nil}
    %filter_from_requires() %{nil}
    %filter_from_provides() %{nil}
    %set_verify_elf_method() %{nil}
    %add_debuginfo_skiplist() %{nil}
    %brp_strip_none() %{nil}
    %allow_undefined_packages %{nil}
    %ubt .S1
    %makeinstall_std %make_install install DESTDIR=%{buildroot}
    %make_install make install
    %make_build make -j%{_smp_build_ncpus}
    %post_service() %{nil}
    %preun_service() %{nil}
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
    %cmake_insource(-) cmake . %{?**}
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
    %golang_build() %{expand:
    GOPATH="${GOPATH:-${BUILDDIR:-$PWD/.build}:%{go_path}}" go install -buildmode=pie -mod=vendor ${LDFLAGS:+-ldflags "$LDFLAGS"} -a -v %{?*}
    }
    %gobuild(-) %{expand:
    go build -buildmode=pie -mod=vendor %{?**}
    }
    %golang_install %{expand:
    mkdir -p -- "%{buildroot}%{_bindir}"
    install -p -m 755 -- "${BUILDDIR:-$PWD/.build}"/bin/* "%{buildroot}%{_bindir}"
    }
    %golang_test() %{expand:
    go test -mod=vendor %{?*}
    }
    """#
}
