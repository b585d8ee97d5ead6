import Foundation
import MacroExpansion
import MacroTargets
import SpecSyntax
import Testing

/// A machine of a distribution gives the answers that any other gives, whichever packages of macros it has installed.
@Suite struct HostMacrosTests {
  /// Without `%make_build`, which says something else on a machine with an older rpm (`_smp_mflags`).
  private static let specs = [
    SpecText.around(build: "%gobuild -o hello .\n%{__make} all\n%gotest ./..."),
    SpecText.around(preamble: "%if 0%{?fedora} >= 43\n%global flags -v\n%endif", build: "%gobuild %{?flags} -o %{gobuiddir}/hello ."),
    SpecText.around(
      preamble: "%if 0%{?fedora} || 0%{?rhel}\n%global old 1\n%endif", build: "%gobuild %{?old:-x} %{nobody_has_this} %{docdir}"),
    SpecText.around(preamble: "BuildRequires: kf5-kcoreaddons-devel", build: "%gobuild .\nls %{_kf5_metainfodir} %{_user_tmpfilesdir}"),
    SpecText.around(build: "%gobuild .\nls %{_kf5_metainfodir} %{_unitdir}"),
  ]

  @Test(arguments: specs) func doNotChangeAnswers(_ text: String) throws {
    let elsewhere = try SpecText.read(text, target: "auto")
    #expect(elsewhere.target == "fedora")
    for (macros, target) in [(Self.identity + Self.goMacros, "host"), (Self.identity, "fedora")] {
      let folder = try Self.configuration(with: macros)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let there = try SpecText.read(text, target: "auto", configurationDirectory: folder)
      #expect(there.target == target)
      #expect(MacroTarget.serving(there.target, macros: there.macros)?.name == "fedora")
      #expect(there.words(of: .build) == elsewhere.words(of: .build))
      #expect(there.messages == elsewhere.messages)
      #expect(there.problems.map(\.confidence) == elsewhere.problems.map(\.confidence))
    }
  }

  /// What every machine of Fedora's has, whatever is installed.
  private static let identity = "%fedora 44\n%dist .fc44\n%fc44 1\n"

  /// The files of the packages, as far as they are no Lua.
  private static var goMacros: String { MacroTarget.fedora.macros.joined(separator: "\n") }

  /// rpm's own configuration with one file of macros more.
  private static func configuration(with macros: String) throws -> String {
    let folder = NSTemporaryDirectory() + "rpmscope-host-\(UUID().uuidString)"
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/macros.d", withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: "/usr/lib/rpm") where name != "macros.d" {
      try files.createSymbolicLink(atPath: "\(folder)/\(name)", withDestinationPath: "/usr/lib/rpm/\(name)")
    }
    for name in (try? files.contentsOfDirectory(atPath: "/usr/lib/rpm/macros.d")) ?? [] {
      try files.createSymbolicLink(atPath: "\(folder)/macros.d/\(name)", withDestinationPath: "/usr/lib/rpm/macros.d/\(name)")
    }
    try macros.write(toFile: folder + "/macros.d/macros.zz-host", atomically: true, encoding: .utf8)
    return folder
  }
}
