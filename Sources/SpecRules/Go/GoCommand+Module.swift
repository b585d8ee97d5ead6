package import Diagnostics
import GoBuild

extension GoCommand {
  /// How many modules the command's own module asks for, where its sources lie beside the spec: what an empty cache costs.
  package var moduleCountNotes: [Note] {
    guard let module, let count = module.moduleCount, count > 0 else { return [] }
    let file = module.folder.isEmpty ? "go.sum" : "\(module.folder)/go.sum"
    return [Note("'\(file)' in '\(module.archive)' lists \(count) module\(count == 1 ? "" : "s") that an empty module cache has to fetch")]
  }
}
