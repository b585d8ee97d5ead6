import CFileAttributes
import Diagnostics
import Glibc

/// What is attached to a file beside its bytes, owner and mode: xattr(7), POSIX access lists among it.
struct ExtendedAttributes {
  /// As far as the process may see them: `trusted.*` is shown to privileged ones only.
  private let values: [String: [UInt8]]

  /// - Parameter path: What the file is called in messages.
  init(of target: String, _ path: String) throws(LintFailure) {
    var values: [String: [UInt8]] = [:]
    for name in try Self.names(path, { listxattr(target.fileName, $0, $1) }) {
      let value = Self.bytes { getxattr(target.fileName, name, $0, $1) }
      guard let value else {
        // Gone meanwhile, or not ours to read.
        if errno == ENODATA || Self.isTheKernels(name) { continue }
        throw FileReplacement.failure(path, Self.lost(name))
      }
      values[name] = value
    }
    self.values = values
  }

  /// Gives them to a file, and takes from it what its folder gave it: a default access list, a label.
  func put(on descriptor: Int32, _ path: String) throws(LintFailure) {
    for name in try Self.names(path, { flistxattr(descriptor, $0, $1) }) where values[name] == nil {
      guard fremovexattr(descriptor, name) == 0 || Self.isTheKernels(name) else {
        throw FileReplacement.failure(path, "'\(name)', which its folder gives new files, cannot be taken away: \(FileBytes.reason(errno))")
      }
    }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      if Self.isOfTheBytes(name) || Self.bytes({ fgetxattr(descriptor, name, $0, $1) }) == value { continue }
      guard value.withUnsafeBytes({ fsetxattr(descriptor, name, $0.baseAddress, $0.count, 0) }) == 0 || Self.isTheKernels(name) else {
        throw FileReplacement.failure(path, Self.lost(name))
      }
    }
  }

  private static func lost(_ name: String) -> String {
    "its extended attribute '\(name)' cannot be kept: \(FileBytes.reason(errno)); --diff shows what to change"
  }

  /// Security modules label new files themselves, and let few processes do it for them.
  private static func isTheKernels(_ name: String) -> Bool { name.hasPrefix("security.") }

  /// Hashes, signatures and rights that hold for the old bytes only; the kernel drops them when a file is written.
  private static func isOfTheBytes(_ name: String) -> Bool { ["security.capability", "security.evm", "security.ima"].contains(name) }

  // MARK: The system calls

  private typealias Call<Element> = (UnsafeMutablePointer<Element>?, Int) -> Int

  private static func names(_ path: String, _ list: Call<CChar>) throws(LintFailure) -> [String] {
    guard let bytes = filled(list) else {
      // A file system without such attributes has none to lose.
      if errno == ENOTSUP { return [] }
      throw FileReplacement.failure(path, "its extended attributes cannot be read: \(FileBytes.reason(errno))")
    }
    return bytes.split(separator: 0).map { String(decoding: $0.map(UInt8.init(bitPattern:)), as: UTF8.self) }
  }

  private static func bytes(_ get: (UnsafeMutableRawPointer?, Int) -> Int) -> [UInt8]? {
    filled { (buffer: UnsafeMutablePointer<UInt8>?, size) in get(buffer, size) }
  }

  /// What a call puts into a buffer of the size it asks for; nil where it fails.
  private static func filled<Element: FixedWidthInteger>(_ call: Call<Element>) -> [Element]? {
    // Whoever changes them meanwhile makes the first answer wrong.
    for _ in 0..<3 {
      let size = call(nil, 0)
      guard size > 0 else { return size == 0 ? [] : nil }
      var buffer = [Element](repeating: 0, count: size)
      let count = buffer.withUnsafeMutableBufferPointer { call($0.baseAddress, $0.count) }
      if count >= 0 { return Array(buffer.prefix(count)) }
      guard errno == ERANGE else { return nil }
    }
    return nil
  }
}
