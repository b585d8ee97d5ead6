import GoBuild
import MacroExpansion
import Synchronization

/// Answers of one context that several rules ask for, found out once.
final class KnownFacts: Sendable {
  /// A scriptlet that runs where the package is installed, with its `$1`.
  struct Scriptlet: Hashable {
    let text: ExpandedText
    let line: Int
    let keyword: String
    let argument: Int?
  }

  private struct State {
    var scriptlets: [Scriptlet: BuildModel] = [:]
    var files: [ListedFile]?
    var mainName: String?
    var showsOtherSourceOfModules: Bool?
  }

  private let state = Mutex(State())

  func model(of scriptlet: Scriptlet, or make: () -> BuildModel) -> BuildModel {
    if let known = state.withLock({ $0.scriptlets[scriptlet] }) { return known }
    let model = make()
    state.withLock { $0.scriptlets[scriptlet] = model }
    return model
  }

  func files(or make: () -> [ListedFile]) -> [ListedFile] {
    if let known = state.withLock({ $0.files }) { return known }
    let files = make()
    state.withLock { $0.files = files }
    return files
  }

  func mainName(or make: () -> String) -> String {
    if let known = state.withLock({ $0.mainName }) { return known }
    let name = make()
    state.withLock { $0.mainName = name }
    return name
  }

  func showsOtherSourceOfModules(or make: () -> Bool) -> Bool {
    if let known = state.withLock({ $0.showsOtherSourceOfModules }) { return known }
    let shows = make()
    state.withLock { $0.showsOtherSourceOfModules = shows }
    return shows
  }
}
