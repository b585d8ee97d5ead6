internal import RPMMacros

/// How rpm up to 4.17 unpacks a source itself (`doUntar` in its build/parsePrep.c).
///
/// rpm looks at the file's first bytes; where the file is not at hand its name tells.
struct ArchiveCommand {
  let engine: MacroEngine
  let isQuiet: Bool

  func text(for source: SourceTable.Entry) -> [UInt8] {
    let path = Array("'".utf8) + source.path + Array("'".utf8)
    let tar = Array("%{__tar} \(isQuiet ? "-xof" : "-xvvof") ".utf8)
    let name = String(decoding: source.name, as: UTF8.self)
    let command: [UInt8]
    if name.hasSuffix(".zip") || name.hasSuffix(".jar") {
      command = Array("%{__unzip} \(isQuiet ? "-qq " : "")".utf8) + path
    } else if name.hasSuffix(".7z") {
      command = Array("%{__7zip} x ".utf8) + path
    } else if let decompressor = Self.decompressor(of: source.name) {
      command = Array("\(decompressor) ".utf8) + path + Array(" | ".utf8) + tar + Array("-".utf8)
    } else {
      command = tar + path
    }
    return engine.expand(command).text
  }

  /// The program that writes a compressed file's contents to standard output; nil for a file that is not compressed.
  static func decompressor(of name: [UInt8]) -> String? {
    let name = String(decoding: name, as: UTF8.self)
    return programs.first { program in program.suffixes.contains { name.hasSuffix($0) } }?.command
  }

  private static let programs: [(suffixes: [String], command: String)] = [
    ([".gz", ".tgz", ".Z", ".crate"], "%{__gzip} -dc"), ([".bz2", ".tbz2", ".tbz"], "%{__bzip2} -dc"),
    ([".xz", ".txz", ".lzma", ".tlz"], "%{__xz} -dc"), ([".lz"], "%{__lzip} -dc"), ([".lrz"], "%{__lrzip} -dqo-"),
    ([".zst", ".tzst"], "%{__zstd} -dc"),
  ]
}
