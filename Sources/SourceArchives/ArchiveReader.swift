internal import CArchive
internal import Glibc

/// An archive that libarchive reads entry by entry, nothing of which is written anywhere.
///
/// Tar and zip, plain or compressed once: a file compressed twice is only met as a bomb. Compression programs are never called:
/// what libarchive cannot unpack itself is not read.
@safe struct ArchiveReader: ~Copyable {
  private let archive: OpaquePointer
  /// libarchive holds it unretained.
  private let input: ArchiveInput
  private var entryCount = 0
  /// Of the entry that was read last; nil where its header does not say.
  private var size: Int64?

  enum Step {
    /// A regular file, by the name it is stored under.
    case file(name: String)
    /// A folder, a link or a device.
    case other(name: String)
    /// Its name cannot be told, or is too long.
    case unnamed
    case end
    /// Damaged, too long or out of time: what follows is not known.
    case lost
  }

  /// The largest real source trees have some 100,000 files.
  private static let entryLimit = 400_000
  /// As PATH_MAX.
  private static let nameLimit = 4096

  private init(_ archive: OpaquePointer, _ input: ArchiveInput) {
    unsafe self.archive = archive
    self.input = input
  }

  /// nil where it is none of the formats.
  static func opening(_ input: ArchiveInput) -> ArchiveReader? {
    guard let archive = unsafe archive_read_new() else { return nil }
    let reader = unsafe ArchiveReader(archive, input)
    guard reader.open(), unsafe archive_filter_count(archive) <= 2 else { return nil }
    return reader
  }

  deinit { unsafe archive_read_free(archive) }

  private func open() -> Bool {
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_lzma(archive)
    unsafe archive_read_support_filter_lzip(archive)
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_filter_compress(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_set_read_callback(archive) { _, context, piece in
      guard let bytes = unsafe Self.input(context)?.next() else { return Int(ARCHIVE_FATAL) }
      unsafe piece?.pointee = bytes.baseAddress
      return bytes.count
    }
    unsafe archive_read_set_skip_callback(archive) { _, context, count in unsafe Self.input(context)?.skip(count) ?? 0 }
    unsafe archive_read_set_seek_callback(archive) { _, context, offset, whence in
      unsafe Self.input(context)?.seek(offset, from: whence) ?? Int64(ARCHIVE_FATAL)
    }
    unsafe archive_read_set_callback_data(archive, Unmanaged.passUnretained(input).toOpaque())
    return unsafe archive_read_open1(archive) == ARCHIVE_OK
  }

  private static func input(_ context: UnsafeMutableRawPointer?) -> ArchiveInput? {
    unsafe context.map { unsafe Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue() }
  }

  mutating func next() -> Step {
    entryCount += 1
    guard entryCount <= Self.entryLimit, !input.hasRunOut() else { return .lost }
    var entry: OpaquePointer?
    switch unsafe archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return input.isOutOfTime ? .lost : .end
    // A warning is about one entry's times, owner or name.
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: return .lost
    }
    guard let entry = unsafe entry, let name = unsafe Self.name(of: entry) else { return .unnamed }
    size = unsafe archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : nil
    return unsafe rpmscope_entry_is_file(entry) != 0 ? .file(name: name) : .other(name: name)
  }

  /// In the C locale, which the worker runs in, libarchive gives names that are not ASCII as UTF-8 only.
  private static func name(of entry: OpaquePointer) -> String? {
    guard let text = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return nil }
    return unsafe strnlen(text, nameLimit) < nameLimit ? unsafe String(cString: text) : nil
  }

  /// The contents of the entry that `next` gave; nil where they are damaged or larger than the limit.
  func contents(upTo limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe archive_read_data(archive, $0.baseAddress, $0.count) }
      guard count >= 0, bytes.count + count <= limit else { return nil }
      // A sparse file's last hole is not given out.
      if count == 0 { return size.map { $0 == Int64(bytes.count) } == false ? nil : bytes }
      bytes += buffer[..<count]
    }
  }
}
