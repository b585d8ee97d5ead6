extension MacroLayer {
  /// Bottlerocket's SDK: everything is cross-compiled into a system root of its own; Go is vendored, offline, with GOPATH below the
  /// folder in which the macros are called (`macros/shared` of the SDK).
  static let bottlerocket = MacroLayer(
    name: "bottlerocket", summary: "Bottlerocket's SDK", base: "fedora",
    words: ["%{_cross_os}", "%{_cross_prefix}", "%set_cross_", "%cross_configure", "%cross_go_", "%{_cross_rootdir}"],
    macros: #"""
      %_cross_vendor bottlerocket
      %_cross_os %{_cross_vendor}-
      %_cross_arch x86_64
      %_cross_karch x86
      %_cross_kimage bzImage
      %_cross_libc gnu
      %_cross_lib lib
      %_cross_triple %{_cross_arch}-%{_cross_vendor}-linux
      %_cross_target %{_cross_triple}-%{_cross_libc}
      %_cross_go_os linux
      %_cross_go_arch amd64
      %_cross_rootdir /%{_cross_target}/sys-root
      %_cross_prefix %{_cross_rootdir}%{_prefix}
      %_cross_exec_prefix %{_cross_prefix}
      %_cross_bindir %{_cross_rootdir}%{_bindir}
      %_cross_sbindir %{_cross_rootdir}%{_sbindir}
      %_cross_libdir %{_cross_prefix}/%{_cross_lib}
      %_cross_libexecdir %{_cross_rootdir}%{_libexecdir}
      %_cross_fips_bindir %{_cross_prefix}/fips/bin
      %_cross_fips_libexecdir %{_cross_prefix}/fips/libexec
      %_cross_includedir %{_cross_rootdir}%{_includedir}
      %_cross_datadir %{_cross_rootdir}%{_datadir}
      %_cross_docdir %{_cross_datadir}/doc
      %_cross_mandir %{_cross_rootdir}%{_mandir}
      %_cross_infodir %{_cross_rootdir}%{_infodir}
      %_cross_localedir %{_cross_datadir}/locale
      %_cross_licensedir %{_cross_datadir}/licenses
      %_cross_attribution_file %{_cross_datadir}/licenses/%{name}/attribution.txt
      %_cross_attribution_vendor_dir %{_cross_datadir}/licenses/%{name}/vendor
      %_cross_factorydir %{_cross_datadir}/factory
      %_cross_templatedir %{_cross_datadir}/templates
      %_cross_bashdir %{_cross_datadir}/bash-completion
      %_cross_bootconfigdir %{_cross_datadir}/bootconfig
      %_cross_pkgconfigdir %{_cross_libdir}/pkgconfig
      %_cross_kmoddir %{_cross_libdir}/modules
      %_cross_ksrcdir %{_cross_usrsrc}/kernels
      %_cross_usrsrc %{_cross_prefix}/src
      %_cross_unitdir %{_cross_rootdir}%{_unitdir}
      %_cross_userunitdir %{_cross_rootdir}%{_userunitdir}
      %_cross_tmpfilesdir %{_cross_rootdir}%{_tmpfilesdir}
      %_cross_sysusersdir %{_cross_rootdir}%{_sysusersdir}
      %_cross_sysctldir %{_cross_rootdir}%{_sysctldir}
      %_cross_udevrulesdir %{_cross_rootdir}%{_udevrulesdir}
      %_cross_journalcatalogdir %{_cross_rootdir}%{_journalcatalogdir}
      %_cross_systemdgeneratordir %{_cross_rootdir}%{_systemdgeneratordir}
      %_cross_sysconfdir %{_sysconfdir}
      %_cross_localstatedir %{_localstatedir}
      %_cross_sharedstatedir %{_sharedstatedir}
      %_cross_rundir %{_rundir}
      %_cross_repo_root_json %{_builddir}/root.json
      %_cross_cflags -O2 -g -pipe -Wall
      %_cross_cxxflags %{_cross_cflags}
      %_cross_ldflags -Wl,-z,relro -Wl,-z,now
      %_cross_cmake_toolchain_conf %{_builddir}/toolchain.%{_cross_target}.cmake
      %_cross_cmake_toolchain_conf_static %{_builddir}/toolchain.%{_cross_triple}-musl.static.cmake
      %set_cross_build_flags export CFLAGS="${CFLAGS:-%{_cross_cflags}}" CXXFLAGS="${CXXFLAGS:-%{_cross_cxxflags}}" LDFLAGS="${LDFLAGS:-%{_cross_ldflags}}" PKG_CONFIG_PATH="%{_cross_pkgconfigdir}"
      %set_cross_go_environment(-) export GOPATH="${PWD}/GOPATH" GOOS="%{_cross_go_os}" GOARCH="%{_cross_go_arch}" GO111MODULE=auto GOFLAGS="-mod=vendor -a -buildmode=pie" GOPROXY=off GOSUMDB=off CGO_ENABLED=1 CC="%{1}-gcc" CXX="%{1}-g++" CGO_CFLAGS="%{_cross_cflags}" CGO_CXXFLAGS="%{_cross_cxxflags}" CGO_LDFLAGS="%{_cross_ldflags}" PKG_CONFIG_PATH="%{_cross_pkgconfigdir}" PKG_CONFIG_ALLOW_CROSS=1 GOLDFLAGS="-compressdwarf=false -linkmode=external -extldflags '%{_cross_ldflags}%{?2: %{2}}'"
      %set_cross_go_flags %set_cross_go_environment %{_cross_target}
      %set_cross_go_flags_static %set_cross_go_environment %{_cross_triple}-musl -static-pie
      %cross_go_setup() mkdir -p GOPATH/src/%{2} ; ln -s %{_builddir}/%{1} GOPATH/src/%{3}
      %cross_go_configure() %{expand:%{set_cross_go_flags}
      cd GOPATH/src/%{1}}
      %cross_scan_attribution bottlerocket-license-scan --spdx-data /usr/share/licenses --out-dir %{buildroot}%{_cross_attribution_vendor_dir}
      %force_disable_rpath sed -i -e 's|^hardcode_libdir_flag_spec=.*|hardcode_libdir_flag_spec=""|' -e 's|^runpath_var=.*|runpath_var=|' libtool
      %cross_generate_attribution %{nil}
      %cross_configure %{set_cross_build_flags} ; ./configure --host=%{_cross_target} --prefix=%{_cross_prefix} --libdir=%{_cross_libdir} --sysconfdir=%{_cross_sysconfdir}
      %cross_meson %{set_cross_build_flags} ; /usr/bin/meson setup --prefix=%{_cross_prefix} . %{_cross_target}
      %cross_meson_build /usr/bin/ninja -C %{_cross_target} %{?_smp_mflags}
      %cross_meson_install DESTDIR=%{buildroot} /usr/bin/ninja -C %{_cross_target} install
      %cross_cmake(-) /usr/bin/cmake -DCMAKE_TOOLCHAIN_FILE=%{_cross_cmake_toolchain_conf} %{?**}
      %cross_make make CC=%{_cross_target}-gcc
      %__cargo_outdir "${HOME}/.cache/%{_cross_target}/release"
      %__cargo_outdir_fips "${HOME}/.cache/.fips/%{_cross_target}/release"
      %__cargo_outdir_aws_sdk "${HOME}/.cache/.aws-sdk/%{_cross_target}/release"
      %__cargo_outdir_aws_sdk_fips "${HOME}/.cache/.fips/.aws-sdk/%{_cross_target}/release"
      %__cargo_outdir_static "${HOME}/.cache/.static/%{_cross_triple}-musl/release"
      %__cargo_outdir_static_fips "${HOME}/.cache/.fips/.static/%{_cross_triple}-musl/release"
      %cargo_prep %{__mkdir} -p %{_builddir}/.cargo
      %cargo_build CARGO_TARGET_DIR="${HOME}/.cache" %{__cargo} build --offline --locked --release
      %cargo_build_fips CARGO_TARGET_DIR="${HOME}/.cache/.fips" %{__cargo} build --offline --locked --release --features fips
      %cargo_build_aws_sdk CARGO_TARGET_DIR="${HOME}/.cache/.aws-sdk" %{__cargo} build --offline --locked --release
      %cargo_build_fips_aws_sdk CARGO_TARGET_DIR="${HOME}/.cache/.fips/.aws-sdk" %{__cargo} build --offline --locked --release --features fips
      %cargo_build_aws_sdk_fips %{cargo_build_fips_aws_sdk}
      %cargo_build_static CARGO_TARGET_DIR="${HOME}/.cache/.static" %{__cargo} build --offline --locked --release --target %{_cross_triple}-musl
      %cargo_build_static_fips CARGO_TARGET_DIR="${HOME}/.cache/.fips/.static" %{__cargo} build --offline --locked --release --target %{_cross_triple}-musl --features fips
      """#)
}
