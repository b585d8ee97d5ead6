import CSandbox
import Glibc
import MacroExpansion

/// What a reader is told, through a file in memory.
struct ReaderInput {
  let chosen: ChosenMacros
  let request: EvaluationRequest

  /// Puts it where a process that is forked elsewhere finds it.
  ///
  /// - Parameter request: encoded, as it came.
  /// - Returns: a descriptor; nil with errno where there is none.
  static func file(_ chosen: ChosenMacros, request: [UInt8]) -> Int32? {
    let descriptor = rpmscope_request_file()
    guard descriptor >= 0 else { return nil }
    if writeAll(chosen.wireBytes, to: descriptor), writeAll(request, to: descriptor) { return descriptor }
    let problem = errno
    close(descriptor)
    errno = problem
    return nil
  }

  init(wireBytes: [UInt8]) throws(WireError) {
    var reader = WireReader(wireBytes)
    chosen = try ChosenMacros(from: &reader)
    request = try EvaluationRequest(from: &reader)
    try reader.expectEnd()
  }
}
