import Foundation

/// The librpm that the worker is linked with, as the command states it.
enum LinkedRPM {
  /// Whether it builds all packages below one `%{_builddir}`, as rpm up to 4.19 does; later ones give each build a folder of its own.
  static let sharesBuildFolder = release.lexicographicallyPrecedes([4, 20])

  /// For specs whose findings come from the shared folder: nil for the machine's own macros where they have it, else a bundled
  /// target of rpm 4.18 whose guideline nothing is held against.
  static let sharedTarget: String? = sharesBuildFolder ? nil : "azurelinux"

  /// `[4, 18, 0]`; empty when there is no worker.
  private static let release: [Int] = {
    let text = (try? BuiltCommand().run(["--version"]).text) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("rpm ") }
    return line?.dropFirst("rpm ".count).split(separator: ".").compactMap { Int($0) } ?? []
  }()
}
