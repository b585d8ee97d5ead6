import Diagnostics
import MacroExpansion
import SpecSyntax
import Testing

@Suite struct WireTests {
  static let integers = [0, 1, -1, 63, 64, -64, -65, 127, 128, 300, Int.max, Int.min, Int(Int32.max) + 1]

  @Test(arguments: integers) func integersSurvive(_ value: Int) throws {
    var writer = WireWriter()
    writer.write(value)
    var reader = WireReader(writer.bytes)
    #expect(try reader.readInt() == value)
    try reader.expectEnd()
  }

  @Test func requestsSurvive() throws {
    var request = EvaluationRequest(
      path: "dir/grün.spec", bytes: [0, 0xFF, 0x0A, 0x25], sourceDirectory: "/s", decisions: [3: true, 0: false, 17: true],
      identity: ["name": [1, 2], "version": []], allowShell: true, timeLimit: 0.25)
    request.readsSources = true
    request.original = [0, 0xFE]
    #expect(try EvaluationRequest(wireBytes: request.wireBytes) == request)
  }

  @Test func configurationsSurvive() throws {
    let configuration = WorkerConfiguration(
      target: "fedora", defines: [.init(name: "a", body: [0xFE]), .init(name: "b", options: "x:", body: [])], undefines: ["c"],
      loadFiles: ["/m"], ignoresUserMacros: true, configurationDirectory: "/c", jobs: 7)
    #expect(try WorkerConfiguration(wireBytes: configuration.wireBytes) == configuration)
  }

  @Test(arguments: [
    EvaluationFailure.crashed(signal: 11), .exited(status: 1), .timedOut(seconds: 0.5), .tooLarge(limit: 9), .refused(reason: "r"),
    .cancelled,
    .workerLost, .malformed,
  ]) func failuresSurvive(_ failure: EvaluationFailure) throws {
    guard case .failed(let copy) = try WorkerReply(wireBytes: WorkerReply.failed(failure).wireBytes) else {
      Issue.record("a failure became a spec")
      return
    }
    #expect(copy == failure)
  }

  /// A spec with every kind of part in it, two files and both kinds of origin.
  static var spec: ExpandedSpec {
    var text = ExpandedText()
    text.append(Array("Name: ".utf8), origin: .verbatim(file: 0, offset: 0))
    text.append([0, 0xFF], origin: .macro(file: 1, call: 1..<4, name: "x"))
    text.append(Array("%".utf8), origin: .verbatim(file: 1, offset: 2))
    var spec = ExpandedSpec(
      files: [SourceFile(path: "a.spec", bytes: Array("Name: %x\nsecond line".utf8)), SourceFile(path: "inc", bytes: Array("12345".utf8))],
      target: "suse", text: text,
      sections: [Section(.build, arguments: [[1], []], line: 4, text: text, prologue: text), Section(.prep, line: 1)],
      tags: [Tag(name: "Requires", qualifier: "post", value: text, source: SourceReference(file: 1, range: 0..<5), package: "devel")],
      definitions: [MacroDefinition(name: "m", options: "a", body: [7], isGlobal: true, source: SourceReference(file: 0, range: 2..<9))],
      conditions: [Condition(text: [1], source: SourceReference(file: 0, range: 0..<2), isTaken: true, isUnreached: false, body: 3..<8)],
      commands: [ShellCall(command: [2], outcome: .computed, source: SourceReference(file: 0, range: 0..<1))],
      problems: [
        Problem(
          .undefinedMacro, message: "m", source: SourceReference(file: 0, range: 1..<2), cause: .misspelling(written: "a", meant: "b")),
        Problem(.expansionError, message: "n", source: SourceReference(file: 0, range: 1..<2), cause: .refusedCall("os.remove")),
        Problem(.expansionWarning, message: "o", source: SourceReference(file: 0, range: 1..<2), cause: .missingMacroFile),
        Problem(.nulByte, message: "p", source: SourceReference(file: 0, range: 1..<2)),
      ],
      undefinedMacros: [UndefinedMacro(name: "u", isBraced: true, section: .build, source: SourceReference(file: 1, range: 1..<2))],
      macros: ["name": [1], "version": []], sources: [[1], [2]], patches: [[]])
    spec.localSources = [
      LocalSource(name: "a.tar.gz", content: .archive(files: [.init(path: "a/go.mod", bytes: [0, 1])], isComplete: false)),
      LocalSource(name: "b.sh", content: .text([0x0A])), LocalSource(name: "c", content: .unread(reason: "r")),
    ]
    return spec
  }

  @Test func specsSurvive() throws {
    let copy = try ExpandedSpec(wireBytes: Self.spec.wireBytes)
    // Encoding is injective, so that equal encodings are equal specs.
    #expect(copy.wireBytes == Self.spec.wireBytes)
    #expect(copy.text == Self.spec.text)
    #expect(copy.files.map(\.path) == ["a.spec", "inc"])
    #expect(copy.sections[0].prologue == Self.spec.text)
    #expect(copy.tags[0].package == "devel")
    #expect(copy.undefinedMacros == Self.spec.undefinedMacros)
    #expect(copy.localSources == Self.spec.localSources)
  }

  @Test func everyPrefixIsTruncated() {
    let bytes = Self.spec.wireBytes
    for end in 0..<bytes.count {
      #expect(throws: WireError.self) { try ExpandedSpec(wireBytes: Array(bytes[..<end])) }
    }
    #expect(throws: WireError.trailing) { try ExpandedSpec(wireBytes: bytes + [0]) }
  }

  @Test func changedBytesNeverTrap() {
    let bytes = WorkerReply.spec(Self.spec).wireBytes
    var generator = SplitMix(state: 1)
    for _ in 0..<20_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        changed[Int.random(in: changed.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      guard case .spec(let spec)? = try? WorkerReply(wireBytes: changed) else { continue }
      // What was let through can be worked with: origins lie in files, so do places.
      for run in spec.text.runs { _ = spec.text.source(of: run.offset..<run.offset + run.length) }
      for problem in spec.problems where !spec.files.isEmpty { _ = spec.files[problem.file].bytes[problem.range] }
    }
  }

  @Test func aFalseCountAsksForNoMemory() {
    var writer = WireWriter()
    writer.write(Int.max)
    #expect(throws: WireError.truncated) { try EvaluationRequest(wireBytes: writer.bytes) }
  }

  @Test func placesOutsideTheFilesAreMoved() throws {
    var spec = Self.spec
    spec.problems[0].source.file = 9
    spec.tags[0].source.range = 3..<5_000
    let copy = try ExpandedSpec(wireBytes: spec.wireBytes)
    #expect(copy.problems[0].file == 0)
    #expect(copy.problems[0].range == 0..<0)
    #expect(copy.tags[0].range == 3..<5)
  }

  @Test func originsOutsideTheFilesAreRefused() {
    var spec = Self.spec
    spec.text.append([1, 2, 3], origin: .verbatim(file: 0, offset: 5_000))
    #expect(throws: WireError.invalid) { try ExpandedSpec(wireBytes: spec.wireBytes) }
  }

  @Test func framesAreFoundHoweverTheyArrive() throws {
    let frames = [
      Frame(kind: .request, payload: []), Frame(kind: .reply, payload: Array(repeating: 7, count: 70_000)),
      Frame(kind: .information, payload: [1]),
    ]
    var bytes: [UInt8] = []
    for frame in frames { frame.append(to: &bytes) }
    for size in [1, 3, 4_096, bytes.count] {
      var buffer = FrameBuffer()
      var found: [Frame] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        buffer.append(bytes[start..<min(start + size, bytes.count)])
        while let frame = try buffer.next() { found.append(frame) }
      }
      #expect(found == frames)
    }
  }

  @Test func framesOfNoKindOrTooLongAreRefused() {
    for header in [[99, 0, 0, 0, 0], [4, 0xFF, 0xFF, 0xFF, 0xFF]] as [[UInt8]] {
      var buffer = FrameBuffer()
      buffer.append(header)
      #expect(throws: WireError.invalid) { try buffer.next() }
    }
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
