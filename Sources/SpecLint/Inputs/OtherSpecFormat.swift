import SpecSyntax

/// Files called `.spec` that other tools made for other purposes.
///
/// Only what clearly speaks another language is told apart: a file without a single tag, section or macro of rpm's, and with the
/// words of that language. A broken RPM spec must be judged, not passed over.
enum OtherSpecFormat: CaseIterable {
  case pyInstaller, ruby

  var description: String {
    switch self {
    case .pyInstaller: "a Python file, as PyInstaller writes them"
    case .ruby: "a Ruby file, as RSpec reads them"
    }
  }

  init?(_ bytes: [UInt8]) {
    let start = bytes.prefix(Self.examined)
    let lines = start.split(separator: 0x0A).map { Array($0.drop { $0 == 0x20 || $0 == 0x09 }) }
    guard !lines.contains(where: Self.isRPM) else { return nil }
    guard let format = Self.allCases.first(where: { format in lines.contains { line in format.signs.contains { line.starts(with: $0) } } })
    else { return nil }
    self = format
  }

  /// Enough to meet a spec's tags behind any licence text.
  private static let examined = 64 << 10

  /// Beginnings of lines that no RPM spec has.
  private var signs: [[UInt8]] {
    let words: [String] =
      switch self {
      case .pyInstaller: ["a = Analysis(", "# -*- mode: python", "exe = EXE(", "pyz = PYZ(", "from PyInstaller", "import PyInstaller"]
      case .ruby:
        ["require 'spec_helper'", "require \"spec_helper\"", "RSpec.describe", "describe ", "Gem::Specification.new", "require_relative "]
      }
    return words.map { Array($0.utf8) }
  }

  private static let tags = ["name:", "version:", "release:", "summary:", "license:", "source:", "source0:", "buildrequires:"].map {
    Array($0.utf8)
  }

  private static func isRPM(_ line: [UInt8]) -> Bool {
    if line.first == UInt8(ascii: "%"), line.count > 1 { return true }
    let lowercased = line.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return tags.contains { lowercased.starts(with: $0) }
  }
}
