import MacroExpansion

/// The fork servers that are running, one for each selection of macros that was asked for lately.
struct ForkServers {
  private var macros: ConfiguredMacros
  /// Newest use first.
  private var servers: [ForkServer] = []

  /// Specs of many distributions in one call may make this many selections worth keeping.
  private static let limit = 16

  init(_ macros: ConfiguredMacros) { self.macros = macros }

  /// Takes other macros for all that is started from now on.
  mutating func replace(with macros: ConfiguredMacros) {
    for server in servers { server.end() }
    servers = []
    self.macros = macros
  }

  /// The server for a selection, started if need be.
  mutating func server(for selection: MacroSelection) -> Result<ForkServer, EvaluationFailure> {
    if let index = servers.firstIndex(where: { $0.selection == selection }) {
      let found = servers.remove(at: index)
      servers.insert(found, at: 0)
      return .success(found)
    }
    return ForkServer.start(selection, macros: macros).map { server in
      servers.insert(server, at: 0)
      if servers.count > Self.limit { servers.removeLast().end() }
      return server
    }
  }

  /// Drops a server that does not answer.
  mutating func discard(_ selection: MacroSelection) {
    guard let index = servers.firstIndex(where: { $0.selection == selection }) else { return }
    servers.remove(at: index).end()
  }
}
