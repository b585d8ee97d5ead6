import CFileExtents
import Glibc

/// An open folder: everything in it is reached from its descriptor, so that no path is looked up twice and no link is followed.
///
/// Reading leaves access times alone where the kernel allows that (the owner and root): they tell when go last used a module.
@safe struct Folder: ~Copyable {
  private let stream: OpaquePointer
  let descriptor: Int32

  /// - Parameter name: From the folder `parent`, or an absolute path.
  /// - Parameter followsLink: Whether the name may be a symbolic link.
  init?(_ name: [UInt8], at parent: Int32 = AT_FDCWD, followsLink: Bool = false) {
    let descriptor = OpenFile.descriptor(of: name, at: parent, flags: O_DIRECTORY | (followsLink ? 0 : O_NOFOLLOW))
    guard descriptor >= 0, let stream = unsafe fdopendir(descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    unsafe self.stream = stream
    self.descriptor = descriptor
  }

  deinit { unsafe closedir(stream) }

  var status: FileStatus? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
  }

  /// Every entry but `.` and `..`, in the order of the file system. What vanishes meanwhile is left out.
  func forEach(_ body: (borrowing FolderEntry) -> Void) {
    unsafe rewinddir(stream)
    while let entry = unsafe readdir(stream) {
      guard let name = unsafe entry_name(entry) else { continue }
      if unsafe name[0] == 0x2E, unsafe name[1] == 0 || (name[1] == 0x2E && name[2] == 0) { continue }
      var status = stat()
      guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      body(unsafe FolderEntry(name, FileStatus(status)))
    }
  }

  /// What an entry is; nil when there is none of that name.
  func status(of name: some StringProtocol) -> FileStatus? {
    var status = stat()
    let name = String(name)
    return unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? FileStatus(status) : nil
  }

  /// The content of a small file in it; nil when it cannot be read.
  func contents(of name: [UInt8], limit: Int = 1 << 20) -> [UInt8]? {
    OpenFile(name, at: descriptor)?.bytes(limit: limit)
  }
}

/// An entry of a folder, for as long as the folder's next one has not been read.
@safe struct FolderEntry: ~Copyable {
  private let pointer: UnsafePointer<CChar>
  let status: FileStatus

  fileprivate init(_ pointer: UnsafePointer<CChar>, _ status: FileStatus) {
    unsafe self.pointer = pointer
    self.status = status
  }

  var name: [UInt8] {
    let length = unsafe strlen(pointer)
    return unsafe Array(UnsafeRawBufferPointer(start: pointer, count: length))
  }

  var text: String { String(decoding: name, as: UTF8.self) }

  /// FNV-1a, carried on from the hash of what stands before the name.
  func hash(from seed: UInt64) -> UInt64 {
    var hash = seed
    var index = 0
    while unsafe pointer[index] != 0 {
      hash = PathHash.extended(hash, by: unsafe UInt8(bitPattern: pointer[index]))
      index += 1
    }
    return hash
  }

  /// Whether the name has a length and ends in a byte that follows `-`: what go calls entries of its build cache.
  func endsInDash(_ byte: UInt8, length: Int) -> Bool {
    guard unsafe strlen(pointer) == length else { return false }
    return unsafe UInt8(bitPattern: pointer[length - 1]) == byte && UInt8(bitPattern: pointer[length - 2]) == UInt8(ascii: "-")
  }
}

/// An open file.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  init?(_ name: [UInt8], at parent: Int32 = AT_FDCWD, flags: Int32 = O_NOFOLLOW) {
    let descriptor = Self.descriptor(of: name, at: parent, flags: flags)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  var status: FileStatus? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
  }

  /// At most `count` bytes from an offset.
  func bytes(at offset: Int, count: Int) -> [UInt8] { Self.bytes(of: descriptor, at: offset, count: count) }

  static func bytes(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    unsafe Array(unsafeUninitializedCapacity: max(0, count)) { buffer, length in
      while length < buffer.count {
        let got = unsafe pread(descriptor, buffer.baseAddress.map { unsafe $0 + length }, buffer.count - length, offset + length)
        if got <= 0 { break }
        length += got
      }
    }
  }

  func bytes(limit: Int) -> [UInt8] {
    // Files of /proc have no size.
    let size = status.map { $0.size > 0 ? $0.size : limit } ?? 0
    return bytes(at: 0, count: min(limit, size))
  }

  /// Nothing waits for a FIFO that a stranger put into a cache, and access times stay where the kernel allows it.
  fileprivate static func descriptor(of name: [UInt8], at parent: Int32, flags: Int32) -> Int32 {
    let path = name.map { CChar(bitPattern: $0) } + [0]
    let flags = flags | O_RDONLY | O_CLOEXEC | O_NONBLOCK
    let quiet = unsafe openat(parent, path, flags | Int32(open_without_access_time))
    return quiet < 0 && errno == EPERM ? unsafe openat(parent, path, flags) : quiet
  }
}

enum PathHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  static func extended(_ hash: UInt64, by byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
