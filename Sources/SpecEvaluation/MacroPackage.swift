/// The package that brings a macro, for a target on which nobody defines it.
///
/// Only names that all their users know from one package, as Fedora calls it; the packages' own file lists are the authority.
enum MacroPackage {
  static func providing(_ name: String) -> String? {
    if let package = exact[name] { return package }
    return prefixes.first { name.hasPrefix($0.prefix) }?.package
  }

  private static let exact: [String: String] = [
    "gometa": "go-rpm-macros", "gopkg": "go-rpm-macros", "goprep": "go-rpm-macros", "gobuild": "go-rpm-macros", "gotest": "go-rpm-macros",
    "gocheck": "go-rpm-macros", "goinstall": "go-rpm-macros", "gopkginstall": "go-rpm-macros", "gopkgfiles": "go-rpm-macros",
    "goenv": "go-rpm-macros", "gomkdir": "go-rpm-macros", "gobuilddir": "go-rpm-macros", "gopath": "go-rpm-macros",
    "goname": "go-rpm-macros", "gourl": "go-rpm-macros", "gosource": "go-rpm-macros", "gorpmname": "go-rpm-macros",
    "golang_arches": "go-srpm-macros", "golang_arches_future": "go-srpm-macros", "gocheck2": "go-vendor-tools",
    "forgemeta": "forge-srpm-macros", "forgesetup": "forge-srpm-macros", "forgeautosetup": "forge-srpm-macros",
    "forgesource": "forge-srpm-macros", "autorelease": "rpmautospec-rpm-macros", "autochangelog": "rpmautospec-rpm-macros",
    "cmake": "cmake-rpm-macros", "cmake_build": "cmake-rpm-macros", "cmake_install": "cmake-rpm-macros", "ctest": "cmake-rpm-macros",
    "meson": "meson", "meson_build": "meson", "meson_install": "meson", "meson_test": "meson", "pytest": "python-rpm-macros",
    "tox": "pyproject-rpm-macros", "fontpkg": "fonts-rpm-macros", "fontmeta": "fonts-rpm-macros", "gpgverify": "redhat-rpm-config",
    "set_build_flags": "redhat-rpm-config", "build_cflags": "redhat-rpm-config", "build_ldflags": "redhat-rpm-config",
    "gem_install": "rubygems-devel", "gem_dir": "rubygems-devel", "gem_instdir": "rubygems-devel", "gosrc": "golang-packaging",
    "gofilelist": "golang-packaging", "golang_build": "rpm-build-golang", "golang_prepare": "rpm-build-golang",
    "golang_install": "rpm-build-golang", "mkrel": "rpm-mageia-setup-build",
  ]

  private static let prefixes: [(prefix: String, package: String)] = [
    ("gobuild_", "go-rpm-macros"), ("go_vendor_", "go-vendor-tools"), ("cargo_", "cargo-rpm-macros"),
    ("pyproject_", "pyproject-rpm-macros"),
    ("py3_", "python3-rpm-macros"), ("python3_site", "python3-rpm-macros"), ("systemd_", "systemd-rpm-macros"),
    ("_unitdir", "systemd-rpm-macros"), ("_userunitdir", "systemd-rpm-macros"), ("_tmpfilesdir", "systemd-rpm-macros"),
    ("_sysusersdir", "systemd-rpm-macros"), ("_presetdir", "systemd-rpm-macros"), ("_udevrulesdir", "systemd-rpm-macros"),
    ("service_add_", "systemd-rpm-macros"), ("service_del_", "systemd-rpm-macros"), ("mvn_", "javapackages-local"),
    ("pom_", "javapackages-local"), ("ghc_", "ghc-rpm-macros"), ("cmake_kf5", "kf5-rpm-macros"), ("cmake_kf6", "kf6-rpm-macros"),
    ("_qt5_", "qt5-rpm-macros"), ("_qt6_", "qt6-rpm-macros"), ("mingw", "mingw-filesystem-base"), ("selinux_", "selinux-policy-devel"),
    ("nodejs_", "nodejs-packaging"), ("npm_", "nodejs-packaging"), ("bash_completions_dir", "redhat-rpm-config"),
    ("zsh_completions_dir", "redhat-rpm-config"), ("fish_completions_dir", "redhat-rpm-config"),
  ]
}
