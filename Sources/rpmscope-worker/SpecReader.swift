import CSandbox
import Diagnostics
import Glibc
import MacroExpansion
import MacroTargets
import RPMMacros
import SourceArchives
import SourcePackages
import SpecEvaluation

/// Reads one spec, in a process of its own that ends with it.
struct SpecReader {
  let macros: ConfiguredMacros
  let request: EvaluationRequest

  /// Address space: the largest of real specs takes a tenth of it.
  private static let memoryLimit: UInt64 = 1 << 30
  /// Seconds in which some 500 MB are unpacked.
  private static let sourceTimeLimit = 3.0
  /// Compilers and the like, which a trusted spec may call, reserve much more than they use.
  private static let memoryLimitWithShell: UInt64 = 16 << 30

  /// Takes a request from a descriptor, and reads its spec.
  static func run(with macros: ConfiguredMacros, request descriptor: Int32, answeringTo reply: Int32) -> Never {
    guard let input = try? ReaderInput(wireBytes: contents(of: descriptor)) else { _exit(1) }
    SpecReader(macros: macros, request: input.request).run(for: macros.target(input.chosen), answeringTo: reply)
  }

  /// Locks the process in, reads the spec and writes the answer, length first, to `descriptor`.
  private func run(for target: LoadedTarget, answeringTo descriptor: Int32) -> Never {
    let sourceDirectory = Self.absolute(request.sourceDirectory)
    let reply: WorkerReply
    if let trouble = lockIn(sourceDirectory: sourceDirectory, reply: descriptor) {
      reply = .failed(.refused(reason: trouble))
    } else if request.isPackage {
      reply = package()
    } else {
      var spec = evaluate(sourceDirectory: sourceDirectory, for: target)
      if request.readsSources { spec.localSources = localSources(of: spec, in: sourceDirectory) }
      reply = .spec(spec)
    }
    let message = reply.wireBytes
    let header = (0..<8).map { UInt8(truncatingIfNeeded: message.count >> (8 * $0)) }
    let isWritten = writeAll(header, to: descriptor) && writeAll(message, to: descriptor)
    // No exit handlers and no flushing: whatever the spec left in buffers is not to be written.
    _exit(isWritten ? 0 : 1)
  }

  /// All bytes of a file in memory.
  private static func contents(of descriptor: Int32) -> [UInt8] {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return [] }
    let size = Int(information.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, count)
        guard read > 0 else { return }
        count += read
      }
    }
  }

  /// Reads a harmless spec in the worker itself and throws the answer away; the macros are spoilt by it.
  func rehearse() {
    _ =
      WorkerReply.spec(
        evaluate(
          sourceDirectory: Self.absolute(request.sourceDirectory),
          for: LoadedTarget(
            name: "host", reason: "", isSure: true, dialect: RPMDialect(version: macros.engine.version), names: TargetNames()))
      ).wireBytes
  }

  private func lockIn(sourceDirectory: String, reply: Int32) -> String? {
    let processorTime = UInt64(max(1, min(request.timeLimit, 86_400)).rounded(.up)) + 1
    return sourceDirectory.withFileName { folder in
      var sandbox = rpmscope_sandbox(
        readable: macros.readableFiles.list, source_directory: folder, reply: reply, parent: macros.process, memory: Self.memoryLimit,
        processor_time: processorTime)
      let trouble: UnsafePointer<CChar>?
      if request.allowShell {
        sandbox.memory = Self.memoryLimitWithShell
        rpmscope_set_allow_shell(true)
        trouble = rpmscope_sandbox_enter_with_shell(&sandbox)
      } else {
        trouble = rpmscope_sandbox_enter(&sandbox)
      }
      return trouble.map { String(cString: $0) }
    }
  }

  /// Reads the spec in this process, whatever it may do here.
  private func evaluate(sourceDirectory: String, for target: LoadedTarget) -> ExpandedSpec {
    let engine = macros.engine
    if !macros.definesSourceDirectory {
      engine.push("_sourcedir", body: FileName.bytes(of: sourceDirectory), level: .commandLine, isLiteral: true)
    }
    let evaluator = SpecEvaluator(
      spec: SourceFile(path: request.path, bytes: request.bytes), target: target.name, targetReason: target.reason,
      isTargetSure: target.isSure, engine: engine,
      includes: IncludeResolver(folders: [sourceDirectory] + macros.readableFiles.paths), decisions: request.decisions,
      identity: request.identity, dialect: target.dialect, names: target.names,
      // A spec with other names and versions than its own is not the one that rpm would refuse.
      parser: request.identity.isEmpty ? parser : nil)
    let answers = CommandAnswers(
      state: evaluator.state, allowShell: request.allowShell, shellIsBash: target.name != "host" || macros.shellIsBash)
    return answers.serving { evaluator.evaluate() }
  }

  /// librpm's parser, which finds the text it is given under a name that is no file's.
  ///
  /// Commands are not answered while it reads: none are left in the text, and those in macros of its own are refused.
  private var parser: SpecParser {
    let engine = macros.engine
    return SpecParser(knowsUntrans: engine.knowsUntransScriptlets) { text in
      rpmscope_set_command_handler({ _, _, _, _ in RPMSCOPE_COMMAND_REFUSED }, nil)
      return text.withUnsafeBytes { bytes in
        rpmscope_set_virtual_file(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        defer { rpmscope_set_virtual_file(nil, 0) }
        return engine.parseSpec(at: RPMSCOPE_VIRTUAL_PATH, linesRead: { Int(rpmscope_virtual_lines_read()) }).messages
      }
    }
  }

  private func package() -> WorkerReply {
    do throws(SourcePackageProblem) { return .package(try SourcePackage.read(Self.absolute(request.path))) } catch {
      return .failed(.unusablePackage(reason: error.description))
    }
  }

  /// After the spec, in the same locked process: a third of the time for all of them, so that no archive costs the spec its answer.
  private func localSources(of spec: ExpandedSpec, in folder: String) -> [LocalSource] {
    LocalSources(folder: FileName.bytes(of: folder), seconds: min(Self.sourceTimeLimit, request.timeLimit / 3)).read(
      spec.sources.map(LocalSource.fileName(of:)))
  }

  /// The worker's current folder is the command's.
  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(fileName: folder) + (path.isEmpty || path == "." ? "" : "/" + path)
  }
}
