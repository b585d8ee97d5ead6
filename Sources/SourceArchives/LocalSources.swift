internal import Glibc
package import MacroExpansion

/// Looks into the files that a spec names as sources, as far as they lie beside it, without unpacking anything.
///
/// Archives are hostile: everything is bounded in bytes, entries and time, and what is beyond the bounds counts as not known. It is
/// called in the process that is locked in, where `open` gives out regular files of the spec's folder only.
package struct LocalSources {
  private let folder: [UInt8]
  private let deadline: Double

  /// Larger ones are not opened; Go sources with all they vendor stay below a fifth of it.
  private static let sizeLimit: Int64 = 256 << 20
  /// Scripts, units and configuration files are smaller.
  private static let textLimit: Int64 = 64 << 10
  private static let countLimit = 100

  /// - Parameter seconds: for all sources together.
  package init(folder: [UInt8], seconds: Double) {
    self.folder = folder
    deadline = Clock.now + seconds
  }

  /// Those of the files that are there, in the given order.
  package func read(_ names: [[UInt8]]) -> [LocalSource] {
    var seen: Set<[UInt8]> = []
    return names.prefix(Self.countLimit).filter { seen.insert($0).inserted }.compactMap(read)
  }

  private func read(_ name: [UInt8]) -> LocalSource? {
    guard !name.isEmpty, !name.contains(UInt8(ascii: "/")), !name.contains(0) else { return nil }
    let path = folder + [UInt8(ascii: "/")] + name + [0]
    let descriptor = unsafe path.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe text.baseAddress.map { unsafe open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) } ?? -1
      }
    }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    return LocalSource(
      name: String(decoding: name, as: UTF8.self), content: content(of: descriptor, size: Int64(information.st_size)))
  }

  private func content(of descriptor: Int32, size: Int64) -> LocalSource.Content {
    if size <= Self.textLimit, let text = text(of: descriptor, size: Int(size)) { return .text(text) }
    guard size <= Self.sizeLimit else { return .unread(reason: "it is larger than 256 MiB") }
    let input = ArchiveInput(descriptor: descriptor, size: size, deadline: deadline)
    guard var reader = ArchiveReader.opening(input) else {
      return .unread(reason: input.isOutOfTime ? "the time for archives is up" : "it is not an archive of a known format")
    }
    var listing = ArchiveListing()
    listing.collect(from: &reader)
    return .archive(files: listing.files, isComplete: listing.isComplete)
  }

  /// A file's contents where they are text: no NUL in them.
  private func text(of descriptor: Int32, size: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    return count == size && !bytes.contains(0) ? bytes : nil
  }
}
