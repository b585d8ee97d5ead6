extension MacroTarget {
  /// Red Hat Enterprise Linux 9 and its rebuilds with EPEL.
  package static let epel9 = MacroTarget(
    name: "epel9", summary: "Enterprise Linux 9 with EPEL", rpmVersion: (4, 16), goRelease: 24,
    goEnvironment: ["GOTOOLCHAIN": "local"], macros: [enterprise("9"), FedoraIdentity.macros] + parts, lua: FedoraForge.lua,
    undefined: notEnterprise)

  /// Red Hat Enterprise Linux 10 and its rebuilds with EPEL.
  package static let epel10 = MacroTarget(
    name: "epel10", summary: "Enterprise Linux 10 with EPEL", rpmVersion: (4, 19), goRelease: 25,
    goEnvironment: ["GOTOOLCHAIN": "local"], macros: [enterprise("10"), FedoraIdentity.macros] + parts, lua: FedoraForge.lua,
    undefined: notEnterprise)

  private static let parts = [SharedMacros.system, SharedMacros.build, SharedMacros.languages, FedoraGo.macros]
  private static let notEnterprise = ["fedora", "suse_version", "sle_version", "is_opensuse", "mageia", "mgaversion"]

  private static func enterprise(_ version: String) -> String {
    """
    %rhel \(version)
    %el\(version) 1
    %dist .el\(version)
    %centos \(version)
    %epel \(version)
    %_vendor redhat
    %_host_vendor redhat
    """
  }
}
