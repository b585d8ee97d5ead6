internal import Diagnostics
package import MacroExpansion
internal import SpecSyntax

/// Finds out what the caches of a build are keyed by, from readings of its spec with another identity (`BuildIdentity`).
///
/// One reading with everything replaced mostly tells. What it leaves open takes a reading for each key, and one with nothing replaced:
/// a path that differs there too differs from one reading to the next, and says nothing about its keys.
package struct PathKeyStudy: Sendable {
  /// The readings that are to be made, in the order in which they are asked for.
  package enum Reading: Sendable, Hashable {
    case everything
    /// Nothing replaced for nil.
    case only(Key?)
  }

  private struct Slot: Sendable {
    let command: Int
    let cache: CacheKind
    let path: [UInt8]
    /// nil while it is not known.
    var keys: Set<Key>?
    /// What single readings have shown so far.
    var shown: Set<Key> = []
    var isSteady = true
  }

  private var model: BuildModel
  private let identity: BuildIdentity
  private let problems: Int
  private var slots: [Slot]
  /// Readings whose answers are awaited.
  package private(set) var awaited: Set<Reading> = []

  /// - Parameters:
  ///   - known: a model of the same spec whose paths are known already.
  ///   - isForUsedCaches: leave out caches that a command surely does not use, whose paths nobody asks for.
  package init(_ spec: ExpandedSpec, _ model: BuildModel, known: BuildModel? = nil, isForUsedCaches: Bool = false) {
    self.model = model
    identity = BuildIdentity(spec)
    problems = Self.errors(in: spec)
    slots = []
    let knownKeys = KnownKeys(of: known)
    for (index, command) in model.commands.enumerated() {
      for cache in CacheKind.allCases {
        let path = cache.cache(of: command)
        guard path.isSetBySpec, !isForUsedCaches || path.isUsed != false else { continue }
        slots.append(Slot(command: index, cache: cache, path: path.path.displayBytes, keys: knownKeys[path, of: cache]))
      }
    }
    if slots.contains(where: { $0.keys == nil }) { awaited = [.everything] }
  }

  /// What a reading is to be asked for.
  package func request(for reading: Reading) -> (identity: [String: [UInt8]], decisions: [Int: Bool]) {
    switch reading {
    case .everything: (identity.everything, identity.decisions)
    case .only(let key): (identity.only(key), identity.decisions)
    }
  }

  /// Takes a reading's answer; nil where it has none.
  package mutating func take(_ spec: ExpandedSpec?, for reading: Reading) {
    guard awaited.remove(reading) != nil else { return }
    let paths = spec.map { Self.paths(in: BuildModel($0, known: model)) } ?? [:]
    let isWhole = spec.map { Self.errors(in: $0) <= problems } ?? false
    let places = Self.places(in: model)
    for index in slots.indices where slots[index].keys == nil {
      let place = CacheAt(place: places[slots[index].command], cache: slots[index].cache)
      let path = isWhole ? paths[place] : nil
      switch reading {
      case .everything: slots[index].keys = path.flatMap { identity.explanation(of: $0, from: slots[index].path) }
      case .only(let key?): if let path, path != slots[index].path { slots[index].shown.insert(key) }
      case .only(nil): slots[index].isSteady = path == slots[index].path
      }
    }
    guard awaited.isEmpty else { return }
    if reading == .everything, slots.contains(where: { $0.keys == nil }) {
      awaited = Set([.only(nil)] + BuildIdentity.keys.map { .only($0) })
    } else {
      for index in slots.indices where slots[index].keys == nil { slots[index].keys = slots[index].isSteady ? slots[index].shown : [] }
    }
  }

  /// The model with its keys.
  package var result: BuildModel {
    var result = model
    for slot in slots {
      let keys = (slot.keys ?? []).union(slot.cache.cache(of: result.commands[slot.command]).keyedBy)
      result.commands[slot.command][keyPath: slot.cache.path].keyedBy = Key.allCases.filter(keys.contains)
    }
    return result
  }

  /// What another model has found of the same paths.
  private struct KnownKeys {
    private struct Place: Hashable {
      let cache: CacheKind
      let path: Value
      let setAt: SourceReference?
    }

    private var keys: [Place: Set<Key>] = [:]

    init(of model: BuildModel?) {
      for command in model?.commands ?? [] {
        for cache in CacheKind.allCases {
          let path = cache.cache(of: command)
          let place = Place(cache: cache, path: path.path, setAt: path.setAt)
          if keys[place] == nil { keys[place] = Set(path.keyedBy) }
        }
      }
    }

    subscript(path: CachePath, of cache: CacheKind) -> Set<Key>? {
      keys.isEmpty ? nil : keys[Place(cache: cache, path: path.path, setAt: path.setAt)]
    }
  }

  // MARK: The same command in another reading

  /// A command of one reading is that of another when it stands at the same place, for the same time.
  private struct CommandPlace: Hashable {
    let section: SectionKeyword
    let file: Int
    let range: ByteRange
    let kind: GoCommand.Kind
    let time: Int
  }

  private struct CacheAt: Hashable {
    let place: CommandPlace
    let cache: CacheKind
  }

  private static func places(in model: BuildModel) -> [CommandPlace] {
    var times: [CommandPlace: Int] = [:]
    return model.commands.map { command in
      func place(_ time: Int) -> CommandPlace {
        CommandPlace(section: command.section, file: command.source.file, range: command.source.range, kind: command.kind, time: time)
      }
      let time = times[place(0), default: 0]
      times[place(0)] = time + 1
      return place(time)
    }
  }

  private static func paths(in model: BuildModel) -> [CacheAt: [UInt8]] {
    var paths: [CacheAt: [UInt8]] = [:]
    for (place, command) in zip(places(in: model), model.commands) {
      for cache in CacheKind.allCases { paths[CacheAt(place: place, cache: cache)] = cache.cache(of: command).path.displayBytes }
    }
    return paths
  }

  private static func errors(in spec: ExpandedSpec) -> Int { spec.problems.count { $0.severity == .error } }
}

extension CachePath {
  /// Whether the spec has a say in the path: it is not the caller's default, and something of it is known.
  fileprivate var isSetBySpec: Bool {
    guard decidedBy != "HOME" || setAt != nil else { return false }
    return path.parts.contains { if case .known = $0 { true } else { false } }
  }
}
