extension MacroTarget {
  /// Red Hat Enterprise Linux 9 and its rebuilds with EPEL.
  package static let epel9 = MacroTarget(
    name: "epel9", summary: "Enterprise Linux 9 with EPEL", rpm: RPMDialect(version: "4.16"), goRelease: 24,
    goEnvironment: ["GOTOOLCHAIN": "local"], macros: parts + [enterprise("9")], lua: FedoraForge.lua,
    undefined: notEnterprise, identity: "rhel")

  /// Red Hat Enterprise Linux 10 and its rebuilds with EPEL.
  package static let epel10 = MacroTarget(
    name: "epel10", summary: "Enterprise Linux 10 with EPEL", rpm: RPMDialect(version: "4.19"), goRelease: 25,
    goEnvironment: ["GOTOOLCHAIN": "local"], macros: parts + [enterprise("10")], lua: FedoraForge.lua,
    undefined: notEnterprise, identity: "rhel")

  private static let parts = SharedMacros.all + [SharedMacros.mingw, FedoraIdentity.macros, FedoraGo.macros]
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
