import Foundation

/// A real bash that runs this target's own texts.
struct RealShell {
  struct Answer: Equatable {
    let output: [UInt8]
    let status: Int
  }

  /// bash, and GNU's awk among those that are asked.
  static let isComplete = ["/bin/bash", "/usr/bin/awk", "/usr/bin/sed"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

  /// What bash prints for each text, all in one go, without an environment.
  static func answers(to texts: [String], isPOSIX: Bool) throws -> [Answer] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let shell = isPOSIX ? "/bin/bash -o posix" : "/bin/bash"
    let loop = "for text do \(shell) -c \"$text\" </dev/null 2>/dev/null; printf '\\0%d\\0' $?; done"
    process.arguments = ["-c", loop, "bash"] + texts
    process.environment = ["PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let parts = data.split(separator: 0, omittingEmptySubsequences: false)
    return stride(from: 0, to: parts.count - 1, by: 2).map { index in
      Answer(output: Array(parts[index]), status: Int(String(decoding: parts[index + 1], as: UTF8.self)) ?? -1)
    }
  }
}
