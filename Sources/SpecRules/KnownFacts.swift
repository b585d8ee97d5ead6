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

  struct State: Sendable {
    fileprivate var scriptlets: [Scriptlet: BuildModel] = [:]
    var files: [ListedFile]?
    var mainName: String?
    var followsFedora: Bool?
    var calledNames: Set<String>?
    var writtenDefinitions: [MacroDefinition]?
    var showsOtherSourceOfModules: Bool?
  }

  private let state = Mutex(State())

  func model(of scriptlet: Scriptlet, or make: () -> BuildModel) -> BuildModel {
    if let known = state.withLock({ $0.scriptlets[scriptlet] }) { return known }
    let model = make()
    state.withLock { $0.scriptlets[scriptlet] = model }
    return model
  }

  func once<Answer: Sendable>(_ place: any WritableKeyPath<State, Answer?> & Sendable, _ make: () -> Answer) -> Answer {
    if let known = state.withLock({ $0[keyPath: place] }) { return known }
    let answer = make()
    state.withLock { $0[keyPath: place] = answer }
    return answer
  }
}
