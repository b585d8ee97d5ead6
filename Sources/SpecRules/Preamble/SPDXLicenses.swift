/// The identifiers of the SPDX license list; its data is generated.
enum SPDXLicenses {
  private static let known = Set(identifiers.split(whereSeparator: \.isWhitespace).map { $0.lowercased() })
  private static let knownExceptions = Set(exceptions.split(whereSeparator: \.isWhitespace).map { $0.lowercased() })

  /// Whether a word is an identifier in an expression; case does not count (SPDX 3.0.1, annex B).
  static func isIdentifier(_ word: String) -> Bool {
    let name = word.lowercased()
    if name.hasPrefix("licenseref-") || name.hasPrefix("documentref-") { return true }
    return known.contains(name) || knownExceptions.contains(name) || name.hasSuffix("+") && known.contains(String(name.dropLast()))
  }

  /// Fedora's names from before 2022, as far as each stands for one license; others, such as `BSD`, stand for several.
  static let formerNames: [String: String] = [
    "gpl+": "GPL-1.0-or-later", "gplv1": "GPL-1.0-only", "gplv2": "GPL-2.0-only", "gplv2+": "GPL-2.0-or-later", "gplv3": "GPL-3.0-only",
    "gplv3+": "GPL-3.0-or-later", "lgplv2": "LGPL-2.0-only", "lgplv2+": "LGPL-2.0-or-later", "lgplv2.1": "LGPL-2.1-only",
    "lgplv2.1+": "LGPL-2.1-or-later", "lgplv3": "LGPL-3.0-only", "lgplv3+": "LGPL-3.0-or-later", "agplv3": "AGPL-3.0-only",
    "agplv3+": "AGPL-3.0-or-later", "asl 2.0": "Apache-2.0", "asl 1.1": "Apache-1.1", "asl 1.0": "Apache-1.0", "mplv1.1": "MPL-1.1",
    "mplv2.0": "MPL-2.0", "mpl": "MPL-1.0", "artistic": "Artistic-1.0-Perl", "artistic 2.0": "Artistic-2.0", "boost": "BSL-1.0",
    "cc0": "CC0-1.0", "unlicense": "Unlicense", "zlib": "Zlib", "isc": "ISC", "wtfpl": "WTFPL", "epl": "EPL-1.0", "epl-1.0": "EPL-1.0",
    "epl 2.0": "EPL-2.0", "cddl": "CDDL-1.0", "postgresql": "PostgreSQL", "php": "PHP-3.01", "ofl": "OFL-1.1", "openssl": "OpenSSL",
    "python": "PSF-2.0", "ruby": "Ruby", "vim": "Vim", "tcl": "TCL", "bsd with advertising": "BSD-4-Clause", "eupl 1.2": "EUPL-1.2",
    "ncsa": "NCSA", "upl": "UPL-1.0", "blueoak": "BlueOak-1.0.0",
  ]
}
