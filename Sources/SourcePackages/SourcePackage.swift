internal import CRPM
internal import Diagnostics
internal import Glibc
package import MacroExpansion

/// Why a package gives no spec.
package struct SourcePackageProblem: Error, Sendable {
  package let description: String
}

/// Reads source packages through librpm, without unpacking anything to disk.
///
/// The header's and the payload's digests are checked, so that a package that was cut or changed on its way is refused; signatures are
/// not, as nothing of it is run and no key ring is at hand. Packages of rpm before 4.14 have no digest of the payload: of theirs only
/// the header and the spec are checked.
package enum SourcePackage {
  /// Specs are kilobytes; the largest of real ones has 3 MB.
  private static let specLimit = 64 << 20
  private static let fileLimit = 100_000

  /// - Parameter path: Opened through `open`, which the sandbox restricts.
  package static func read(_ path: String) throws(SourcePackageProblem) -> SourcePackageContents {
    guard let stream = unsafe Fopen(path.fileName, "r.ufdio") else {
      throw SourcePackageProblem(description: "the package cannot be opened: \(unsafe String(cString: strerror(errno)))")
    }
    defer { unsafe Fclose(stream) }
    let header = try unsafe readHeader(stream, path)
    defer { unsafe headerFree(header) }
    guard unsafe headerIsSource(header) != 0 else {
      throw SourcePackageProblem(description: "it is a binary package, not a source package")
    }
    let descriptor = unsafe Fileno(stream)
    let start = lseek(descriptor, 0, SEEK_CUR)
    try unsafe checkPayload(of: header, descriptor, from: start)
    lseek(descriptor, start, SEEK_SET)
    return try unsafe readPayload(of: header, descriptor)
  }

  private static func readHeader(_ stream: FD_t, _ path: String) throws(SourcePackageProblem) -> Header {
    let transaction = unsafe rpmtsCreate()
    defer { unsafe rpmtsFree(transaction) }
    let keys = unsafe rpmKeyringNew()
    defer { unsafe rpmKeyringFree(keys) }
    // An empty key ring of its own keeps librpm from looking for the database.
    unsafe rpmtsSetKeyring(transaction, keys)
    unsafe rpmtsSetVSFlags(transaction, rpmVSFlags(rpmscope_no_signatures()))
    var header: Header?
    let status = unsafe rpmReadPackageFile(transaction, stream, path, &header)
    guard status == RPMRC_OK, let header = unsafe header else {
      throw SourcePackageProblem(description: "it is damaged, or not a package that librpm can read")
    }
    return unsafe header
  }

  // MARK: Digests

  /// Compares the compressed payload with the digest that the header has of it.
  private static func checkPayload(of header: Header, _ descriptor: Int32, from start: Int) throws(SourcePackageProblem) {
    guard let expected = unsafe string(rpmTagVal(RPMSCOPE_TAG_PAYLOAD_DIGEST), of: header) else { return }
    let named = unsafe headerGetNumber(header, rpmTagVal(RPMSCOPE_TAG_PAYLOAD_DIGEST_ALGORITHM))
    // Packages of format 6 do not name the algorithm: the tag is that of SHA-256 (pack.cc).
    let algorithm = named == 0 ? Int32(RPM_HASH_SHA256.rawValue) : Int32(clamping: named)
    guard let context = unsafe rpmDigestInit(algorithm, RPMDIGEST_NONE.rawValue) else {
      throw SourcePackageProblem(description: "the payload's digest is of an unknown kind")
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var position = start
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, position) }
      guard count > 0 else { break }
      _ = unsafe buffer.withUnsafeBytes { unsafe rpmDigestUpdate(context, $0.baseAddress, count) }
      position += count
    }
    guard unsafe finished(context) == expected else {
      throw SourcePackageProblem(description: "the package is damaged: its payload is not what its header says")
    }
  }

  private static func finished(_ context: DIGEST_CTX) -> String {
    var text: UnsafeMutableRawPointer?
    unsafe rpmDigestFinal(context, &text, nil, 1)
    guard let text = unsafe text else { return "" }
    defer { unsafe free(text) }
    return unsafe String(cString: text.assumingMemoryBound(to: CChar.self))
  }

  /// The first string of a tag that holds several.
  private static func string(_ tag: rpmTagVal, of header: Header) -> String? {
    guard let data = unsafe rpmtdNew() else { return nil }
    defer {
      unsafe rpmtdFreeData(data)
      unsafe rpmtdFree(data)
    }
    guard unsafe headerGet(header, tag, data, HEADERGET_MINMEM.rawValue) != 0 else { return nil }
    return unsafe rpmtdNextString(data).map { unsafe String(cString: $0) }
  }

  // MARK: Payload

  private static func readPayload(of header: Header, _ descriptor: Int32) throws(SourcePackageProblem) -> SourcePackageContents {
    let compressor =
      unsafe headerGetString(header, rpmTagVal(RPMTAG_PAYLOADCOMPRESSOR.rawValue)).map { unsafe String(cString: $0) } ?? "gzip"
    guard compressor.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (0x30...0x39).contains($0) }),
      let stream = unsafe Fdopen(fdDup(descriptor), "r.\(compressor)")
    else { throw SourcePackageProblem(description: "the payload is packed with '\(compressor)', which this librpm cannot unpack") }
    defer { unsafe Fclose(stream) }
    guard let files = unsafe rpmfilesNew(nil, header, rpmTagVal(RPMTAG_BASENAMES.rawValue), RPMFI_KEEPHEADER.rawValue) else {
      throw SourcePackageProblem(description: "the package has no list of files")
    }
    defer { unsafe rpmfilesFree(files) }
    guard let entries = unsafe rpmfiNewArchiveReader(stream, files, Int32(RPMFI_ITER_READ_ARCHIVE.rawValue)) else {
      throw SourcePackageProblem(description: "the package's payload cannot be read")
    }
    defer {
      unsafe rpmfiArchiveClose(entries)
      unsafe rpmfiFree(entries)
    }
    return try unsafe contents(entries)
  }

  private static func contents(_ entries: rpmfi) throws(SourcePackageProblem) -> SourcePackageContents {
    var names: [String] = []
    var spec: (name: String, bytes: [UInt8])?
    while true {
      let status = unsafe rpmfiNext(entries)
      if status == RPMERR_ITER_END.rawValue { break }
      guard status >= 0, names.count < fileLimit else {
        throw SourcePackageProblem(description: "the package's payload ends early or is damaged")
      }
      let name = unsafe String(cString: rpmfiBN(entries))
      names.append(name)
      if spec == nil, name.hasSuffix(".spec") { spec = (name, try unsafe bytes(of: entries)) }
    }
    guard let spec else { throw SourcePackageProblem(description: "the package holds no spec") }
    return SourcePackageContents(specName: spec.name, spec: spec.bytes, files: names)
  }

  /// The current file's bytes, which must be those that the header has a digest of.
  private static func bytes(of entry: rpmfi) throws(SourcePackageProblem) -> [UInt8] {
    let size = unsafe Int(clamping: rpmfiFSize(entry))
    guard size <= specLimit else { throw SourcePackageProblem(description: "the spec is larger than \(specLimit >> 20) MiB") }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe rpmfiArchiveRead(entry, $0.baseAddress?.advanced(by: filled), size - filled)
      }
      guard count > 0 else { throw SourcePackageProblem(description: "the spec in the package's payload ends early") }
      filled += count
    }
    var algorithm: Int32 = 0
    var length = 0
    guard let digest = unsafe rpmfiFDigest(entry, &algorithm, &length),
      let context = unsafe rpmDigestInit(algorithm, RPMDIGEST_NONE.rawValue)
    else { return bytes }
    _ = unsafe bytes.withUnsafeBytes { unsafe rpmDigestUpdate(context, $0.baseAddress, $0.count) }
    let expected = unsafe UnsafeBufferPointer(start: digest, count: length).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    guard unsafe finished(context) == expected.joined() else {
      throw SourcePackageProblem(description: "the package is damaged: the spec is not what the header says")
    }
    return bytes
  }
}
