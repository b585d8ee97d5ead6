/// From what stands on the command line to the specs it means.
package enum SpecInputs {
  /// Specs in the order given, a folder's own sorted; a path that cannot be read costs only itself.
  package static func collect(_ paths: [String], standardInputName: String) -> (inputs: [SpecInput], failures: [FileReport]) {
    var inputs: [SpecInput] = []
    var failures: [FileReport] = []
    for path in paths.isEmpty ? ["."] : paths {
      do throws(LintFailure) {
        if path == "-" {
          inputs.append(SpecInput(path: standardInputName, bytes: try FileBytes.readStandardInput()))
        } else if SpecFolder.isFolder(path) {
          let specs = try SpecFolder.specs(below: path)
          guard !specs.isEmpty else { throw LintFailure("no specs below '\(path)'") }
          for spec in specs { append(spec, to: &inputs, or: &failures) }
        } else {
          append(path, to: &inputs, or: &failures)
        }
      } catch {
        failures.append(FileReport(path: path, failure: error.description))
      }
    }
    return (inputs, failures)
  }

  private static func append(_ path: String, to inputs: inout [SpecInput], or failures: inout [FileReport]) {
    do throws(LintFailure) { inputs.append(try SpecInput(contentsOf: path)) } catch {
      failures.append(FileReport(path: path, failure: error.description))
    }
  }
}
