import Diagnostics
import SpecSyntax

extension ExpandedSpec: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(files) { file, writer in
      writer.write(file.path)
      writer.write(file.bytes)
    }
    writer.write(target)
    writer.write(targetReason)
    writer.write(isTargetSure)
    text.write(into: &writer)
    writer.write(sections)
    writer.write(tags)
    writer.write(definitions)
    writer.write(conditions)
    writer.write(commands)
    writer.write(problems)
    writer.write(undefinedMacros)
    writer.write(macros.sorted { $0.key < $1.key }) { macro, writer in
      writer.write(macro.key)
      writer.write(macro.value)
    }
    writer.write(sources) { $1.write($0) }
    writer.write(patches) { $1.write($0) }
    writer.write(localSources)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init()
    files = try reader.readArray { reader throws(WireError) in
      let path = try reader.readString()
      return SourceFile(path: path, bytes: try reader.readBytes())
    }
    target = try reader.readString()
    targetReason = try reader.readString()
    isTargetSure = try reader.readBool()
    text = try ExpandedText(from: &reader)
    sections = try reader.readArray()
    tags = try reader.readArray()
    definitions = try reader.readArray()
    conditions = try reader.readArray()
    commands = try reader.readArray()
    problems = try reader.readArray()
    undefinedMacros = try reader.readArray()
    for _ in 0..<(try reader.readCount()) {
      let name = try reader.readString()
      macros[name] = try reader.readBytes()
    }
    sources = try reader.readArray { reader throws(WireError) in try reader.readBytes() }
    patches = try reader.readArray { reader throws(WireError) in try reader.readBytes() }
    localSources = try reader.readArray()
    guard hasTrueOrigins else { throw .invalid }
    confinePlaces()
  }

  /// Every run of text lies in a file there is: what follows an origin into the source need not ask.
  private var hasTrueOrigins: Bool {
    sections.allSatisfy { contains($0.text) && contains($0.prologue) } && tags.allSatisfy { contains($0.value) } && contains(text)
  }

  private func contains(_ text: ExpandedText) -> Bool {
    text.runs.allSatisfy { run in
      switch run.origin {
      case .verbatim(let file, let offset):
        offset <= Int.max - run.length && contains(offset..<offset + run.length, in: file)
      case .macro(let file, let call, _): contains(call, in: file)
      }
    }
  }

  private func contains(_ range: ByteRange, in file: Int) -> Bool {
    files.indices.contains(file) && range.upperBound <= files[file].bytes.count
  }

  /// Moves places that no file has to the spec's start: a wrong place of a message is no reason to lose the spec.
  private mutating func confinePlaces() {
    let lengths = files.map(\.bytes.count)
    func confined(_ place: SourceReference) -> SourceReference {
      guard lengths.indices.contains(place.file) else { return SourceReference(range: 0..<0) }
      return SourceReference(file: place.file, range: place.range.clamped(to: 0..<lengths[place.file]))
    }
    for index in tags.indices { tags[index].source = confined(tags[index].source) }
    for index in definitions.indices { definitions[index].source = confined(definitions[index].source) }
    for index in conditions.indices {
      let condition = conditions[index]
      conditions[index].body = confined(SourceReference(file: condition.file, range: condition.body)).range
      conditions[index].source = confined(condition.source)
    }
    for index in commands.indices { commands[index].source = confined(commands[index].source) }
    for index in problems.indices { problems[index].source = confined(problems[index].source) }
    for index in undefinedMacros.indices { undefinedMacros[index].source = confined(undefinedMacros[index].source) }
  }
}

extension ExpandedText: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(bytes)
    writer.write(runs) { run, writer in
      writer.write(run.length)
      run.origin.write(into: &writer)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init()
    let text = try reader.readBytes()
    var offset = 0
    let count = try reader.readCount()
    // A run takes three bytes at least.
    reserve(bytes: text.count, runs: min(count, reader.remaining / 3))
    for _ in 0..<count {
      let length = try reader.readInt()
      guard length > 0, length <= text.count - offset else { throw .invalid }
      append(text[offset..<offset + length], origin: try Origin(from: &reader))
      offset += length
    }
    guard offset == text.count else { throw .invalid }
  }
}

extension Origin: WireCodable {
  package func write(into writer: inout WireWriter) {
    switch self {
    case .verbatim(let file, let offset):
      writer.write(0 as UInt64)
      writer.write(file)
      writer.write(offset)
    case .macro(let file, let call, let name):
      writer.write(1 as UInt64)
      writer.write(file)
      writer.write(call)
      writer.write(name)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.readUnsigned() {
    case 0:
      let file = try reader.readInt()
      let offset = try reader.readInt()
      guard offset >= 0 else { throw .invalid }
      self = .verbatim(file: file, offset: offset)
    case 1:
      let file = try reader.readInt()
      let call = try reader.readRange()
      self = .macro(file: file, call: call, name: try reader.readString())
    default: throw .invalid
    }
  }
}

extension Section: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(keyword.rawValue)
    writer.write(arguments) { $1.write($0) }
    writer.write(line)
    text.write(into: &writer)
    prologue.write(into: &writer)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    keyword = try reader.readCase()
    arguments = try reader.readArray { reader throws(WireError) in try reader.readBytes() }
    line = try reader.readInt()
    text = try ExpandedText(from: &reader)
    prologue = try ExpandedText(from: &reader)
  }
}

extension Tag: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(name)
    writer.write(optional: qualifier) { $1.write($0) }
    value.write(into: &writer)
    source.write(into: &writer)
    writer.write(optional: self.package) { $1.write($0) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    name = try reader.readString()
    qualifier = try reader.readOptional { reader throws(WireError) in try reader.readString() }
    value = try ExpandedText(from: &reader)
    source = try SourceReference(from: &reader)
    self.package = try reader.readOptional { reader throws(WireError) in try reader.readString() }
  }
}

extension MacroDefinition: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(name)
    writer.write(optional: options) { $1.write($0) }
    writer.write(body)
    writer.write(isGlobal)
    source.write(into: &writer)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    name = try reader.readString()
    options = try reader.readOptional { reader throws(WireError) in try reader.readString() }
    body = try reader.readBytes()
    isGlobal = try reader.readBool()
    source = try SourceReference(from: &reader)
  }
}

extension Condition: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(text)
    source.write(into: &writer)
    writer.write(isTaken)
    writer.write(isUnreached)
    writer.write(body)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    text = try reader.readBytes()
    source = try SourceReference(from: &reader)
    isTaken = try reader.readBool()
    isUnreached = try reader.readBool()
    body = try reader.readRange()
  }
}

extension ShellCall: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(command)
    writer.write(UInt64(outcome.rawValue))
    source.write(into: &writer)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    command = try reader.readBytes()
    guard let outcome = Outcome(rawValue: try reader.readByte()) else { throw .invalid }
    self.outcome = outcome
    source = try SourceReference(from: &reader)
  }
}

extension Problem: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(id.rawValue)
    writer.write(severity.rawValue)
    writer.write(confidence.rawValue)
    writer.write(message)
    source.write(into: &writer)
    writer.write(optional: cause) { $0.write(into: &$1) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    id = try reader.readCase()
    severity = try reader.readCase()
    confidence = try reader.readCase()
    message = try reader.readString()
    source = try SourceReference(from: &reader)
    cause = try reader.readOptional { reader throws(WireError) in try Cause(from: &reader) }
  }
}

extension Problem.Cause: WireCodable {
  package func write(into writer: inout WireWriter) {
    switch self {
    case .refusedCall(let name):
      writer.write(0 as UInt64)
      writer.write(name)
    case .missingMacroFile: writer.write(1 as UInt64)
    case .recursion: writer.write(2 as UInt64)
    case .misspelling(let written, let meant):
      writer.write(3 as UInt64)
      writer.write(written)
      writer.write(meant)
    case .parser(let sentence, let severity):
      writer.write(4 as UInt64)
      writer.write(sentence)
      writer.write(severity.rawValue)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    switch try reader.readByte() {
    case 0: self = .refusedCall(try reader.readString())
    case 1: self = .missingMacroFile
    case 2: self = .recursion
    case 3: self = .misspelling(written: try reader.readString(), meant: try reader.readString())
    case 4: self = .parser(says: try reader.readString(), severity: try reader.readCase())
    default: throw .invalid
    }
  }
}

extension UndefinedMacro: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(name)
    writer.write(isBraced)
    writer.write(section.rawValue)
    source.write(into: &writer)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    name = try reader.readString()
    isBraced = try reader.readBool()
    section = try reader.readCase()
    source = try SourceReference(from: &reader)
  }
}

extension SourceReference: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(file)
    writer.write(range)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(file: try reader.readInt(), range: try reader.readRange())
  }
}
