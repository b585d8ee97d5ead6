extension MacroTarget {
  /// Azure Linux 3 (and CBL-Mariner 2 before it): plain `go build`, mostly vendored.
  package static let azurelinux = MacroTarget(
    name: "azurelinux", summary: "Azure Linux 3", rpm: RPMDialect(version: "4.18"), goRelease: 24,
    macros: SharedMacros.all + [
      FedoraGo.macros,
      #"""
      %azl 3
      %dist .azl3
      %_vendor microsoft
      %vendor Microsoft Corporation
      %distribution Azure Linux
      %distro_release_version 3.0
      %mariner_release_version 3.0
      %with_check 0
      %go_arches x86_64 aarch64
      %gemdir %{_libdir}/ruby/gems
      %_mariner_sources_url https://example.org/sources
      """#,
    ], lua: FedoraForge.lua, undefined: ["fedora", "rhel", "suse_version", "is_opensuse"],
    identity: "azl",
    words: [
      "Microsoft Corporation", "Azure Linux", "Mariner", "%{mariner_release_version}", "%{azl}", "%{_mariner_sources_url}",
      "@microsoft.com",
    ])
}
