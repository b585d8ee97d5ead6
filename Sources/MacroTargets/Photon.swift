extension MacroTarget {
  /// Photon OS 5: dist-git layout without `SOURCES`, `%{?dist}` `.ph5`, builds without a network unless a spec asks for one.
  ///
  /// Its builder runs rpmbuild in a login shell (`support/package-builder/run-in-chroot.sh`), which reads what the go package
  /// puts into `/etc/profile.d/go-exports.sh`.
  package static let photon = MacroTarget(
    name: "photon", summary: "Photon OS 5", rpm: RPMDialect(version: "4.18"), goRelease: 23,
    environment: ["GOPATH": "/usr/share/gocode", "GOROOT": "/usr/lib/golang", "GOHOSTOS": "linux", "GOOS": "linux"], home: "/root",
    macros: SharedMacros.all + [
      #"""
      %photon_release_version 5.0
      %photon_subrelease 92
      %dist .ph5
      %_vendor vmware
      %vendor VMware, Inc.
      %distribution Photon
      %with_check 0
      %go_arches x86_64 aarch64
      %_sysusers_dir %{_sysusersdir}
      %fix_name() %{?1}
      %ldconfig_path /sbin/ldconfig
      %gopath_comp_linux %{nil}
      %gemdir %{_libdir}/ruby/gems
      %gem_build gem build %{?gem_name}.gemspec
      %gem_unpack gem unpack %{SOURCE0}
      %gem_install gem install -V --local --force --install-dir %{buildroot}%{gemdir} %{?gem_name}-%{version}.gem
      """#
    ], undefined: ["fedora", "rhel", "suse_version", "is_opensuse"],
    identity: "photon_release_version",
    words: ["Photon", "%define network_required", "VMware, Inc.", "Broadcom", "@vmware.com", "@broadcom.com"])
}
