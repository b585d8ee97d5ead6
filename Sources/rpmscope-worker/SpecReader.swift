import CSandbox
import Diagnostics
import Glibc
import MacroExpansion
import RPMMacros
import SpecEvaluation

/// Reads one spec, in a process of its own that ends with it.
struct SpecReader {
  let macros: ConfiguredMacros
  let request: EvaluationRequest

  /// Address space: the largest of real specs takes a tenth of it.
  private static let memoryLimit: UInt64 = 1 << 30
  /// Compilers and the like, which a trusted spec may call, reserve much more than they use.
  private static let memoryLimitWithShell: UInt64 = 16 << 30

  /// Locks the process in, reads the spec and writes the answer, length first, to `descriptor`.
  func run(answeringTo descriptor: Int32) -> Never {
    let sourceDirectory = Self.absolute(request.sourceDirectory)
    let readable = ReadableFiles(macros: macros).paths
    let reply: WorkerReply
    if let trouble = lockIn(readable: readable, sourceDirectory: sourceDirectory, reply: descriptor) {
      reply = .failed(.refused(reason: trouble))
    } else {
      reply = .spec(evaluate(readable: readable, sourceDirectory: sourceDirectory))
    }
    let message = reply.wireBytes
    let header = (0..<8).map { UInt8(truncatingIfNeeded: message.count >> (8 * $0)) }
    let isWritten = writeAll(header, to: descriptor) && writeAll(message, to: descriptor)
    // No exit handlers and no flushing: whatever the spec left in buffers is not to be written.
    _exit(isWritten ? 0 : 1)
  }

  private func lockIn(readable: [String], sourceDirectory: String, reply: Int32) -> String? {
    let processorTime = UInt64(max(1, min(request.timeLimit, 86_400)).rounded(.up)) + 1
    var copies = readable.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    copies.append(nil)
    return copies.withUnsafeBufferPointer { copies in
      copies.withMemoryRebound(to: UnsafePointer<CChar>?.self) { list in
        sourceDirectory.withCString { folder in
          guard let paths = list.baseAddress else { return "out of memory" }
          var sandbox = rpmscope_sandbox(
            readable: paths, source_directory: folder, reply: reply, memory: Self.memoryLimit, processor_time: processorTime)
          let trouble: UnsafePointer<CChar>?
          if request.allowShell {
            sandbox.memory = Self.memoryLimitWithShell
            rpmscope_set_allow_shell(true)
            trouble = rpmscope_sandbox_enter_with_shell(&sandbox)
          } else {
            InheritedEnvironment.reduce()
            trouble = rpmscope_sandbox_enter(&sandbox)
          }
          return trouble.map { String(cString: $0) }
        }
      }
    }
  }

  private func evaluate(readable: [String], sourceDirectory: String) -> ExpandedSpec {
    let engine = macros.engine
    if !macros.definesSourceDirectory { engine.push("_sourcedir", body: sourceDirectory.utf8, level: .commandLine, isLiteral: true) }
    if !request.allowShell { _ = engine.text("%{lua:" + LuaPrelude.text + "}") }
    let evaluator = SpecEvaluator(
      spec: SourceFile(path: request.path, bytes: request.bytes), target: macros.target, engine: engine,
      includes: IncludeResolver(folders: [sourceDirectory] + readable), decisions: request.decisions)
    let answers = CommandAnswers(state: evaluator.state, allowShell: request.allowShell)
    return answers.serving { evaluator.evaluate() }
  }

  /// The worker's current folder is the command's.
  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + (path.isEmpty || path == "." ? "" : "/" + path)
  }
}
