internal import MacroExpansion
internal import RPMMacros
internal import SpecSyntax

/// Sources and patches with their numbers, and the macros rpm defines for them (`addSource` in rpm's build/parsePreamble.c).
struct SourceTable {
  enum Kind { case source, patch }

  struct Entry {
    let kind: Kind
    let number: Int
    /// As written: a URL or a file name.
    let full: [UInt8]
    /// The last part of it, after `=` where a URL's query ends in a file name.
    let name: [UInt8]
    /// Where the file is expected: `%{_sourcedir}/NAME`.
    let path: [UInt8]
  }

  private(set) var entries: [Entry] = []
  private var lastNumber: [Kind: Int] = [:]
  private let engine: MacroEngine

  init(engine: MacroEngine) {
    self.engine = engine
    // librpmbuild gives Lua these tables before it reads a spec (`specLuaInit`).
    _ = engine.expand("%{lua: patches = {} sources = {} patch_nums = {} source_nums = {}}".utf8)
  }

  func entry(_ kind: Kind, _ number: Int) -> Entry? { entries.first { $0.kind == kind && $0.number == number } }

  /// - Parameter digits: what follows `Source` or `Patch` before the colon; nil in `%sourcelist` and `%patchlist`.
  /// - Returns: what is wrong with it, or nil.
  mutating func add(_ kind: Kind, digits: ArraySlice<UInt8>?, value: [UInt8]) -> String? {
    let word = kind == .source ? "source" : "patch"
    var number = (lastNumber[kind] ?? -1) + 1
    if let digits, !digits.drop(while: { $0.isSpace }).isEmpty {
      guard let given = PoptWords.unsignedNumber(digits) else { return "bad \(word) number '\(String(decoding: digits, as: UTF8.self))'" }
      number = given
      lastNumber[kind] = max(lastNumber[kind] ?? -1, given)
    } else {
      lastNumber[kind] = number
    }
    guard entry(kind, number) == nil else { return "\(word) \(number) is defined twice" }
    let name = LocalSource.fileName(of: value)
    let entry = Entry(kind: kind, number: number, full: value, name: name, path: engine.path("%{_sourcedir}/".utf8 + name))
    entries.append(entry)
    publish(entry)
    return nil
  }

  private func publish(_ entry: Entry) {
    let (macro, table, numbers) =
      entry.kind == .source ? ("SOURCE", "sources", "source_nums") : ("PATCH", "patches", "patch_nums")
    engine.push("\(macro)\(entry.number)", body: entry.path)
    engine.push("\(macro)URL\(entry.number)", body: entry.full)
    // `addLuaSource`; the path reaches Lua through a macro so that no byte of it is read as Lua.
    engine.push("__rpmscope_path", body: entry.path, isLiteral: true)
    _ = engine.expand(
      "%{lua: table.insert(\(table), rpm.expand('%{__rpmscope_path}')) table.insert(\(numbers), \(entry.number))}".utf8)
    engine.pop("__rpmscope_path")
  }
}
