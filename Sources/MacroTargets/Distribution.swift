/// A distribution, or a builder on top of one, whose specs call macros of its own.
///
/// Of some only the names are known (`MacroFamily`); those that specs can be read for are targets besides.
package enum Distribution: String, Sendable, CaseIterable {
  case fedora, enterprise, opensuse, mageia, openmandriva, pld, azurelinux, photon, openeuler, openruyi, clear, sailfish, terra, pgdg
  case alt = "altlinux"

  /// The distribution of a bundled target; nil for the host, and where there is none of that name.
  package init?(target: String) {
    if target.hasPrefix("epel") {
      self = .enterprise
    } else if let distribution = Distribution(rawValue: target) {
      self = distribution
    } else {
      return nil
    }
  }

  /// As its users call it.
  package var title: String {
    switch self {
    case .fedora: "Fedora"
    case .enterprise: "Enterprise Linux"
    case .opensuse: "openSUSE"
    case .mageia: "Mageia"
    case .openmandriva: "OpenMandriva"
    case .alt: "ALT"
    case .pld: "PLD"
    case .azurelinux: "Azure Linux"
    case .photon: "Photon OS"
    case .openeuler: "openEuler"
    case .openruyi: "openRuyi"
    case .clear: "Clear Linux"
    case .sailfish: "Sailfish OS"
    case .terra: "Terra"
    case .pgdg: "PostgreSQL's repositories"
    }
  }

  /// The macro that rpm on it always defines; nil where that is not known, or there is none.
  package var identity: String? {
    switch self {
    case .fedora: "fedora"
    case .enterprise: "rhel"
    case .opensuse: "suse_version"
    case .mageia: "mgaversion"
    case .alt: "_altdata_dir"
    case .pld: "pld_release"
    case .azurelinux: "azl"
    case .photon: "photon_release_version"
    case .openeuler: "openEuler"
    case .openruyi: "openruyi_general_flags"
    case .openmandriva, .clear, .sailfish, .terra, .pgdg: nil
    }
  }
}
