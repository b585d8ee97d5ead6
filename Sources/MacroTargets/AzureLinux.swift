extension MacroTarget {
  /// Azure Linux 3 (and CBL-Mariner 2 before it): plain `go build`, mostly vendored.
  package static let azurelinux = MacroTarget(
    name: "azurelinux", summary: "Azure Linux 3", rpmVersion: (4, 18), goRelease: 24,
    macros: [
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
      %_mariner_sources_url https://example.org/sources
      """#, SharedMacros.system, SharedMacros.build, SharedMacros.languages, FedoraGo.macros,
    ], lua: FedoraForge.lua, undefined: ["fedora", "rhel", "suse_version", "is_opensuse"])
}
