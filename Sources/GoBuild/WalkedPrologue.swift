internal import MacroExpansion
internal import SpecSyntax

/// What walking a prologue left.
///
/// rpm puts the same text before the scriptlets of a build, in all branches of its spec: where all that a walk may read is the same, it
/// is not walked again.
struct WalkedPrologue: Sendable {
  /// All that a walk may read.
  struct Start: Sendable, Equatable {
    let bytes: [UInt8]
    let isPrep: Bool
    let target: GoTarget
    let macros: [String: [UInt8]]
    let sources: [LocalSource]
    let files: [[UInt8]: Value]
    let goEnvironment: [String: Value]
    let vendor: VendorState
    let unpacked: [UnpackedTree]
  }

  let start: Start
  let state: ShellState
  let callerDefaults: [String: Value]
  let steps: Int

  /// Those of `%prep`, of the other scriptlets, and of either where files were written in between.
  static let limit = 8
}

extension Interpreter {
  /// Walks the prologue of a build scriptlet, or takes over what a walk of the same has left.
  mutating func enterBuild(_ section: Section) {
    let start = WalkedPrologue.Start(
      bytes: section.prologue.bytes, isPrep: section.keyword == .prep, target: target, macros: spec.macros, sources: spec.localSources,
      files: files, goEnvironment: state.goEnvironment, vendor: state.vendor, unpacked: state.unpacked)
    if let known = prologues.first(where: { $0.start == start }) {
      state = known.state
      callerDefaults = known.callerDefaults
      steps += known.steps
      return
    }
    let stepsBefore = steps
    let recordsBefore = model.recordCount
    enter(section)
    guard prologues.count < WalkedPrologue.limit, model.recordCount == recordsBefore, files == start.files, isBetweenStatements else {
      return
    }
    prologues.append(
      WalkedPrologue(start: start, state: state, callerDefaults: callerDefaults, steps: steps - stepsBefore))
  }

  /// Whether nothing of what was walked goes on but in the shell's state.
  private var isBetweenStatements: Bool {
    breaks == 0 && loops == 0 && !isContinuing && !isReturning && !isBackground && locals.isEmpty && conditions.isEmpty
      && steps < Self.stepLimit
  }
}

extension BuildModel {
  fileprivate var recordCount: Int {
    commands.count + shellCommands.count + assignments.count + unsetUses.count + writtenFiles.count
  }
}
