internal import CRPM
internal import Glibc

/// librpm's macro table and expander, the process's only one.
///
/// librpm keeps macros, Lua state and message callback per process, so one engine exists per process and is not shared
/// between threads. Texts are bytes; librpm ends them at the first NUL.
package final class MacroEngine {
  /// Where a definition comes from; librpm removes those above its own level together (`RMIL_*` in rpmmacro.h).
  package enum Level: Sendable {
    case configuration, commandLine, spec, global

    fileprivate var value: Int32 {
      switch self {
      case .configuration: RMIL_MACROFILES
      case .commandLine: RMIL_CMDLINE
      case .spec: RMIL_SPEC
      case .global: RMIL_GLOBAL
      }
    }
  }

  package struct Message: Sendable, Hashable {
    package let isError: Bool
    /// Without the line feed.
    package let text: [UInt8]
  }

  /// What librpm's parser said of a spec, and how far it had read.
  package struct ParserMessage: Sendable, Hashable {
    package let message: Message
    /// 1-based line that had been read when it was said.
    package let line: Int
  }

  package struct Expansion: Sendable {
    /// What librpm had written when it ended, also after an error.
    package let text: [UInt8]
    package let failed: Bool
  }

  private let log: MessageLog

  package init() {
    let log = MessageLog()
    self.log = log
    unsafe rpmlogSetCallback(MessageLog.callback, Unmanaged.passUnretained(log).toOpaque())
    _ = rpmlogSetMask((1 << (Int32(RPMLOG_WARNING.rawValue) + 1)) - 1)
  }

  /// Reads rpmrc and macro files as rpm itself does, `RPM_CONFIGDIR`, `/etc/rpm` and `~/.rpmmacros` included.
  ///
  /// - Returns: false when librpm could not; its messages say why.
  package func readConfiguration() -> Bool { rpmReadConfigFiles(nil, nil) == 0 }

  /// The folder that librpm reads its configuration from: `RPM_CONFIGDIR`, else the one it was built for.
  package var configurationDirectory: String { unsafe String(cString: rpmConfigDir()) }

  /// librpm's own version: "4.18.0".
  package var version: String { unsafe String(cString: RPMVERSION) }

  /// Forgets all macros and the configuration, which can then be read again.
  package func forgetEverything() {
    rpmFreeMacros(nil)
    rpmFreeRpmrc()
  }

  /// Reads a macro file, as rpm's `--load` does; false when it cannot be read.
  package func load(_ path: String) -> Bool {
    unsafe withCString(path.utf8) { unsafe rpmLoadMacroFile(nil, $0) == 0 }
  }

  /// Loads the text of a macro file; librpm reads files only, so it gets one that lies in memory.
  package func load(text: String) -> Bool {
    let descriptor = rpmscope_memory_file()
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var text = text + "\n"
    let isWritten = text.withUTF8 { bytes in unsafe write(descriptor, bytes.baseAddress, bytes.count) == bytes.count }
    return isWritten && load("/proc/self/fd/\(descriptor)")
  }

  /// Whether this librpm (≥ 4.19) has `%preuntrans` and `%postuntrans`.
  package var knowsUntransScriptlets: Bool {
    let parts = version.split(separator: ".").prefix(2).compactMap { Int($0) }
    return parts.count == 2 && (parts[0], parts[1]) >= (4, 19)
  }

  /// What librpm has said since the last call.
  package func takeMessages() -> [Message] { log.take() }

  /// Has librpm's own parser read a spec (`rpmSpecParse`), whatever this machine's architecture is and whether sources are there.
  ///
  /// It expands what it reads and changes macros, which are of no use after it.
  /// - Parameter linesRead: how many lines of the file were read so far.
  /// - Returns: whether librpm accepted it, which it may do with messages.
  package func parseSpec(at path: String, linesRead: @escaping () -> Int) -> (isAccepted: Bool, messages: [ParserMessage]) {
    _ = log.take()
    log.linesRead = linesRead
    defer { log.linesRead = nil }
    let flags = RPMSPEC_ANYARCH.rawValue | RPMSPEC_FORCE.rawValue
    let spec = unsafe withCString(path.utf8) { unsafe rpmSpecParse($0, flags, nil) }
    if let spec = unsafe spec { unsafe rpmSpecFree(spec) }
    return (unsafe spec != nil, log.takeWithLines())
  }

  package func expand(_ text: some Sequence<UInt8>) -> Expansion { expand(Array(text)[...]) }

  /// The same without generic code, for each call in a spec.
  package func expand(_ text: ArraySlice<UInt8>) -> Expansion {
    var output: UnsafeMutablePointer<CChar>?
    let status = unsafe withCString(text) { unsafe rpmExpandMacros(nil, $0, &output, 0) }
    guard let output = unsafe output else { return Expansion(text: [], failed: status < 0) }
    defer { unsafe free(output) }
    return unsafe Expansion(text: bytes(of: output), failed: status < 0)
  }

  /// The expansion's text, whatever librpm thought of it.
  package func text(_ macro: String) -> [UInt8] { expand(macro.utf8).text }

  /// A number as `rpmExpandNumeric` reads it: 0 when there is none.
  package func number(_ macro: String) -> Int {
    unsafe withCString(macro.utf8) { Int(unsafe rpmExpandNumeric($0)) }
  }

  /// - Parameter definition: `NAME BODY` or `NAME(OPTIONS) BODY`.
  package func define(_ definition: some Sequence<UInt8>, level: Level) -> Bool {
    unsafe withCString(definition) { unsafe rpmDefineMacro(nil, $0, level.value) == 0 }
  }

  /// Defines a macro that takes any words after it, options or not: `%name(-) BODY`.
  package func pushTakingWords(_ name: String, body: some Sequence<UInt8>) {
    unsafe withCString(name.utf8) { name in
      _ = unsafe withCString(body) { unsafe rpmPushMacro(nil, name, "-", $0, Level.spec.value) }
    }
  }

  /// - Parameter isLiteral: the body is not expanded when the macro is used.
  package func push(_ name: String, body: some Sequence<UInt8>, level: Level = .spec, isLiteral: Bool = false) {
    unsafe withCString(name.utf8) { name in
      _ = unsafe withCString(body) { unsafe rpmscope_push_macro(name, $0, level.value, isLiteral ? 1 : 0) }
    }
  }

  package func pop(_ name: String) {
    _ = unsafe withCString(name.utf8) { unsafe rpmPopMacro(nil, $0) }
  }

  package func isDefined(_ name: some Sequence<UInt8>) -> Bool {
    unsafe withCString(name) { unsafe rpmMacroIsDefined(nil, $0) != 0 }
  }

  /// The same without generic code, for each call in a spec.
  package func isDefined(_ name: ArraySlice<UInt8>) -> Bool {
    unsafe withCString(name) { unsafe rpmMacroIsDefined(nil, $0) != 0 }
  }

  package func isParametric(_ name: some Sequence<UInt8>) -> Bool {
    unsafe withCString(name) { unsafe rpmMacroIsParametric(nil, $0) != 0 }
  }

  package func isParametric(_ name: ArraySlice<UInt8>) -> Bool {
    unsafe withCString(name) { unsafe rpmMacroIsParametric(nil, $0) != 0 }
  }

  /// The names of all macros there are.
  package var definedNames: Set<String> { Set(definitions.map(\.name)) }

  /// Takes away what macro files, the command line or a spec have defined; librpm's own built-in macros stay.
  package func forgetDefinitions(keeping kept: Set<String>) {
    for definition in definitions where !definition.isBuiltIn && !kept.contains(definition.name) {
      while isDefined(definition.name.utf8) { pop(definition.name) }
    }
  }

  /// All macros there are, as librpm lists them (`rpmDumpMacroTable`: level, state, name, body).
  private var definitions: [(name: String, isBuiltIn: Bool)] {
    guard let table = unsafe rpmscope_macro_table() else { return [] }
    defer { unsafe free(table) }
    var names: [(name: String, isBuiltIn: Bool)] = []
    for line in unsafe bytes(of: table).split(separator: 0x0A) {
      let level = line.drop { $0 == 0x20 }
      let digits = level.drop { $0 == UInt8(ascii: "-") }.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty, let mark = level[digits.endIndex...].first, mark == UInt8(ascii: ":") || mark == UInt8(ascii: "=") else {
        continue
      }
      let name = level[(digits.endIndex + 1)...].drop { $0 == 0x20 }.prefix { byte in
        byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
      names.append((String(decoding: name, as: UTF8.self), digits.elementsEqual(Self.builtInLevel) && level.first == UInt8(ascii: "-")))
    }
    return names
  }

  /// `RMIL_BUILTIN`, without its sign.
  private static let builtInLevel = Array("\(-RMIL_BUILTIN)".utf8)

  /// The value of an `%if` expression; nil when librpm cannot parse it.
  package func evaluate(condition: some Sequence<UInt8>) -> Bool? {
    let result = unsafe withCString(condition) { unsafe rpmExprBoolFlags($0, 0) }
    return result < 0 ? nil : result != 0
  }

  /// A path with its macros expanded and `//`, `/./`, `/../` removed.
  package func path(_ path: some Sequence<UInt8>) -> [UInt8] {
    unsafe withCString(path) { path in
      guard let cleaned = unsafe rpmscope_get_path(path) else { return [] }
      defer { unsafe free(cleaned) }
      return unsafe bytes(of: cleaned)
    }
  }

  /// Whether the file exists and is known not to be compressed, as `%patch` asks.
  package func isUncompressedFile(_ path: some Sequence<UInt8>) -> Bool {
    unsafe withCString(path) { path in
      var information = stat()
      guard unsafe lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG || information.st_mode & S_IFMT == S_IFLNK else {
        return false
      }
      var compression = COMPRESSED_NOT
      return unsafe rpmFileIsCompressed(path, &compression) == 0 && compression == COMPRESSED_NOT
    }
  }

  /// Whether this machine can build packages for an architecture.
  package func canBuild(architecture: some Sequence<UInt8>) -> Bool {
    unsafe withCString(architecture) { unsafe rpmMachineScore(Int32(RPM_MACHTABLE_BUILDARCH.rawValue), $0) != 0 }
  }
}

/// Collects librpm's messages instead of letting it print them.
private final class MessageLog {
  private var messages: [MacroEngine.ParserMessage] = []
  /// Of the file that is being parsed.
  var linesRead: (() -> Int)?
  /// A spec that makes librpm complain for ever must not fill the memory.
  private static let limit = 2_000

  func take() -> [MacroEngine.Message] { takeWithLines().map(\.message) }

  func takeWithLines() -> [MacroEngine.ParserMessage] {
    defer { messages = [] }
    return messages
  }

  static let callback: rpmlogCallback = { record, data in
    guard let record = unsafe record, let data = unsafe data, let text = unsafe rpmlogRecMessage(record) else { return 0 }
    let log = unsafe Unmanaged<MessageLog>.fromOpaque(data).takeUnretainedValue()
    guard log.messages.count < MessageLog.limit else { return 0 }
    var message = unsafe bytes(of: text)
    while let last = message.last, last == 0x0A { message.removeLast() }
    let isError = unsafe rpmlogRecPriority(record).rawValue <= RPMLOG_ERR.rawValue
    let line = log.linesRead.map { $0() } ?? 0
    log.messages.append(MacroEngine.ParserMessage(message: MacroEngine.Message(isError: isError, text: message), line: line))
    return 0
  }
}

private func withCString<Result>(_ text: some Sequence<UInt8>, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  unsafe withCString(Array(text)[...], body)
}

private func withCString<Result>(_ text: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  var terminated = ContiguousArray<UInt8>()
  terminated.reserveCapacity(text.count + 1)
  terminated.append(contentsOf: text)
  terminated.append(0)
  return unsafe terminated.withUnsafeBufferPointer { buffer in
    unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
      // A buffer that holds at least the NUL has a base address; the fallback is never read.
      unsafe characters.baseAddress.map { unsafe body($0) } ?? body("")
    }
  }
}

private func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
  unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
}
