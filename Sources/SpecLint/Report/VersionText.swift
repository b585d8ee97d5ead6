import MacroExpansion

/// What `--version` says: the release, the rpm it reads with, and how tight the sandbox is here.
package enum VersionText {
  package static let release = ToolVersion.current

  package static var text: String {
    let release = "rpmscope \(ToolVersion.current)\n"
    do throws(WorkerError) {
      let information = try WorkerPool(configuration: WorkerConfiguration(jobs: 1)).information
      let complaints = information.problems.map { "error: \($0)\n" } + information.warnings.map { "warning: \($0)\n" }
      return release + "rpm \(information.rpmVersion)\n" + "sandbox: \(sandbox(information))\n" + complaints.joined()
    } catch {
      return release + "worker: \(error)\n"
    }
  }

  private static func sandbox(_ information: WorkerInformation) -> String {
    let landlock = information.landlockABI > 0 ? "Landlock ABI \(information.landlockABI)" : "no Landlock in this kernel"
    return "\(information.hasSeccomp ? "seccomp" : "no seccomp"), \(landlock)"
  }
}
