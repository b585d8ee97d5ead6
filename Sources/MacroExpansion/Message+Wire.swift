extension EvaluationRequest: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(path)
    writer.write(bytes)
    writer.write(sourceDirectory)
    writer.write(decisions.sorted { $0.key < $1.key }) { decision, writer in
      writer.write(decision.key)
      writer.write(decision.value)
    }
    writer.write(identity.sorted { $0.key < $1.key }) { replacement, writer in
      writer.write(replacement.key)
      writer.write(replacement.value)
    }
    writer.write(allowShell)
    writer.write(optional: original) { $1.write($0) }
    writer.write(readsSources)
    writer.write(isPackage)
    writer.write(timeLimit)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let path = try reader.readString()
    let bytes = try reader.readBytes()
    let sourceDirectory = try reader.readString()
    var decisions: [Int: Bool] = [:]
    for _ in 0..<(try reader.readCount()) {
      let ordinal = try reader.readInt()
      decisions[ordinal] = try reader.readBool()
    }
    var identity: [String: [UInt8]] = [:]
    for _ in 0..<(try reader.readCount()) {
      let name = try reader.readString()
      identity[name] = try reader.readBytes()
    }
    let allowShell = try reader.readBool()
    let original = try reader.readOptional { reader throws(WireError) in try reader.readBytes() }
    let readsSources = try reader.readBool()
    let isPackage = try reader.readBool()
    self.init(
      path: path, bytes: bytes, sourceDirectory: sourceDirectory, decisions: decisions, identity: identity, allowShell: allowShell,
      timeLimit: try reader.readDouble())
    self.original = original
    self.readsSources = readsSources
    self.isPackage = isPackage
  }
}

extension WorkerConfiguration: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(ToolVersion.current)
    writer.write(target)
    writer.write(defines)
    writer.write(undefines) { $1.write($0) }
    writer.write(loadFiles) { $1.write($0) }
    writer.write(ignoresUserMacros)
    writer.write(optional: configurationDirectory) { $1.write($0) }
    writer.write(jobs)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    try reader.expectRelease()
    target = try reader.readString()
    defines = try reader.readArray()
    undefines = try reader.readArray { reader throws(WireError) in try reader.readString() }
    loadFiles = try reader.readArray { reader throws(WireError) in try reader.readString() }
    ignoresUserMacros = try reader.readBool()
    configurationDirectory = try reader.readOptional { reader throws(WireError) in try reader.readString() }
    jobs = try reader.readInt()
  }
}

extension WorkerConfiguration.Define: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(name)
    writer.write(optional: options) { $1.write($0) }
    writer.write(body)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    name = try reader.readString()
    options = try reader.readOptional { reader throws(WireError) in try reader.readString() }
    body = try reader.readBytes()
  }
}

extension WorkerInformation: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(ToolVersion.current)
    writer.write(rpmVersion)
    writer.write(landlockABI)
    writer.write(hasSeccomp)
    writer.write(target)
    writer.write(problems) { $1.write($0) }
    writer.write(warnings) { $1.write($0) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    try reader.expectRelease()
    rpmVersion = try reader.readString()
    landlockABI = try reader.readInt()
    hasSeccomp = try reader.readBool()
    target = try reader.readString()
    problems = try reader.readArray { reader throws(WireError) in try reader.readString() }
    warnings = try reader.readArray { reader throws(WireError) in try reader.readString() }
  }
}

extension WireReader {
  /// The release of whoever wrote the message, which comes first so that any other release can read it.
  fileprivate mutating func expectRelease() throws(WireError) {
    guard try readString() == ToolVersion.current else { throw .otherRelease }
  }
}

extension WorkerReply: WireCodable {
  package func write(into writer: inout WireWriter) {
    switch self {
    case .spec(let spec):
      writer.write(0 as UInt64)
      spec.write(into: &writer)
    case .failed(let failure):
      writer.write(1 as UInt64)
      failure.write(into: &writer)
    case .package(let contents):
      writer.write(2 as UInt64)
      contents.write(into: &writer)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.readUnsigned() {
    case 0: self = .spec(try ExpandedSpec(from: &reader))
    case 1: self = .failed(try EvaluationFailure(from: &reader))
    case 2: self = .package(try SourcePackageContents(from: &reader))
    default: throw .invalid
    }
  }
}

extension EvaluationFailure: WireCodable {
  package func write(into writer: inout WireWriter) {
    switch self {
    case .crashed(let signal):
      writer.write(0 as UInt64)
      writer.write(Int(signal))
    case .exited(let status):
      writer.write(1 as UInt64)
      writer.write(Int(status))
    case .timedOut(let seconds):
      writer.write(2 as UInt64)
      writer.write(seconds)
    case .tooLarge(let limit):
      writer.write(3 as UInt64)
      writer.write(limit)
    case .refused(let reason):
      writer.write(4 as UInt64)
      writer.write(reason)
    case .workerLost: writer.write(5 as UInt64)
    case .malformed: writer.write(6 as UInt64)
    case .unusablePackage(let reason):
      writer.write(7 as UInt64)
      writer.write(reason)
    case .cancelled: writer.write(8 as UInt64)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.readUnsigned() {
    case 0: self = .crashed(signal: Int32(truncatingIfNeeded: try reader.readInt()))
    case 1: self = .exited(status: Int32(truncatingIfNeeded: try reader.readInt()))
    case 2: self = .timedOut(seconds: try reader.readDouble())
    case 3: self = .tooLarge(limit: try reader.readInt())
    case 4: self = .refused(reason: try reader.readString())
    case 5: self = .workerLost
    case 6: self = .malformed
    case 7: self = .unusablePackage(reason: try reader.readString())
    case 8: self = .cancelled
    default: throw .invalid
    }
  }
}
