package import Diagnostics
package import SpecSyntax

/// A spec as rpm sees it, with every byte's origin.
package struct ExpandedSpec: Sendable {
  /// The spec first, then the files it included; `Origin` names them by index.
  package var files: [SourceFile]
  /// The macro set it was read with: "host", "fedora" …
  package var target: String
  /// Why this set was chosen; empty where the caller named it.
  package var targetReason: String
  /// Whether nothing in the spec speaks for another distribution; true where the caller named it.
  package var isTargetSure: Bool
  /// What `rpmspec -P` prints.
  package var text: ExpandedText
  /// In the spec's order; the preamble is the first.
  package var sections: [Section]
  package var tags: [Tag]
  /// `%global` and `%define` met on the way, also those in macros' bodies.
  package var definitions: [MacroDefinition]
  package var conditions: [Condition]
  /// `%(…)`, Lua's io.popen and os.execute met on the way.
  package var commands: [ShellCall]
  package var problems: [Problem]
  /// Calls of macros that nobody defines, in lines that were read.
  package var undefinedMacros: [UndefinedMacro]
  /// Values after the preamble and at the end, by name without `%`: what the analysis needs to know
  /// (`_builddir`, `buildroot`, `buildsubdir`, `_sourcedir`, `name`, `version`, `release` …); absent where undefined.
  package var macros: [String: [UInt8]]
  /// `Requires`, `BuildRequires` … are in `tags`; this is `%{sources}` and `%{patches}`.
  package var sources: [[UInt8]]
  package var patches: [[UInt8]]
  /// Those of the sources that lie beside the spec; none where they were not asked for.
  package var localSources: [LocalSource] = []

  package init(
    files: [SourceFile] = [], target: String = "host", targetReason: String = "", isTargetSure: Bool = true,
    text: ExpandedText = ExpandedText(),
    sections: [Section] = [], tags: [Tag] = [], definitions: [MacroDefinition] = [], conditions: [Condition] = [],
    commands: [ShellCall] = [], problems: [Problem] = [],
    undefinedMacros: [UndefinedMacro] = [],
    macros: [String: [UInt8]] = [:], sources: [[UInt8]] = [], patches: [[UInt8]] = []
  ) {
    self.files = files
    self.target = target
    self.targetReason = targetReason
    self.isTargetSure = isTargetSure
    self.text = text
    self.sections = sections
    self.tags = tags
    self.definitions = definitions
    self.conditions = conditions
    self.commands = commands
    self.problems = problems
    self.undefinedMacros = undefinedMacros
    self.macros = macros
    self.sources = sources
    self.patches = patches
  }
}

/// A part of the spec, from its header line to the next one.
package struct Section: Sendable {
  package var keyword: SectionKeyword
  /// The header line's words after the name, expanded.
  package var arguments: [[UInt8]]
  /// 1-based line of the header; 1 for the preamble.
  package var line: Int
  /// The text after the header; for a build scriptlet exactly what librpm's rpmSpecGetSection gives.
  package var text: ExpandedText
  /// `%___build_pre` for build scriptlets: the shell text that rpm puts before them.
  package var prologue: ExpandedText

  package init(
    _ keyword: SectionKeyword, arguments: [[UInt8]] = [], line: Int, text: ExpandedText = ExpandedText(),
    prologue: ExpandedText = ExpandedText()
  ) {
    self.keyword = keyword
    self.arguments = arguments
    self.line = line
    self.text = text
    self.prologue = prologue
  }
}

/// A preamble tag: `BuildRequires: golang`.
package struct Tag: Sendable {
  /// As written, without colon and qualifier: "BuildRequires".
  package var name: String
  /// `Requires(post)`: "post".
  package var qualifier: String?
  /// Expanded.
  package var value: ExpandedText
  /// The tag's line in its file.
  package var source: SourceReference
  /// Sub-package as `%package` names it; nil for the main one.
  package var package: String?

  package init(name: String, qualifier: String? = nil, value: ExpandedText, source: SourceReference, package: String? = nil) {
    self.name = name
    self.qualifier = qualifier
    self.value = value
    self.source = source
    self.package = package
  }
}

/// A macro that the spec (or a macro of it) defined.
package struct MacroDefinition: Sendable {
  package var name: String
  package var options: String?
  /// As stored: for `%global` already expanded.
  package var body: [UInt8]
  package var isGlobal: Bool
  /// The whole `%global NAME BODY`, or the call that led to it.
  package var source: SourceReference

  package init(name: String, options: String? = nil, body: [UInt8], isGlobal: Bool, source: SourceReference) {
    self.name = name
    self.options = options
    self.body = body
    self.isGlobal = isGlobal
    self.source = source
  }
}

/// `%if`, `%ifarch`, `%elif` … and how it was decided.
package struct Condition: Sendable {
  /// With the keyword, as written: "%if %{with vendor}".
  package var text: [UInt8]
  package var source: SourceReference
  package var isTaken: Bool
  /// Not decided, because an enclosing branch was not taken.
  package var isUnreached: Bool
  /// Byte range of the lines it governs, up to the next %elif, %else or %endif.
  package var body: ByteRange

  package init(text: [UInt8], source: SourceReference, isTaken: Bool, isUnreached: Bool, body: ByteRange) {
    self.text = text
    self.source = source
    self.isTaken = isTaken
    self.isUnreached = isUnreached
    self.body = body
  }
}

/// A command that the spec wanted run while it was read.
package struct ShellCall: Sendable {
  package enum Outcome: UInt8, Sendable {
    /// Computed without running anything.
    case computed
    /// Not run; its value is unknown.
    case opaque
    /// Run for real, with --allow-shell.
    case executed
  }
  package var command: [UInt8]
  package var outcome: Outcome
  /// Of the macro call, or the line, it came from.
  package var source: SourceReference

  package init(command: [UInt8], outcome: Outcome, source: SourceReference) {
    self.command = command
    self.outcome = outcome
    self.source = source
  }
}

/// Something wrong that was met while reading.
package struct Problem: Sendable {
  package var id: ReadingProblem
  package var severity: Severity
  package var confidence: Confidence
  package var message: String
  package var source: SourceReference
  /// What is known of it besides its words; nil where those say all.
  package var cause: Cause?

  package enum Cause: Sendable, Hashable {
    /// A function of Lua's that is not run while a spec is read, because it would change something: "os.remove".
    case refusedCall(String)
    /// A file of macros that a spec loads is not there.
    case missingMacroFile
    /// A macro that calls itself.
    case recursion
    /// The slip behind an undefined macro, where another name is near.
    case misspelling(written: String, meant: String)
    /// librpm says so, in these words and as gravely.
    case parser(says: String, severity: Severity)
  }

  /// - Parameter severity: nil for that of its kind.
  package init(
    _ id: ReadingProblem, severity: Severity? = nil, confidence: Confidence = .high, message: String, source: SourceReference,
    cause: Cause? = nil
  ) {
    self.id = id
    if case .parser(_, let said) = cause { self.severity = said } else { self.severity = severity ?? id.severity }
    self.confidence = confidence
    self.message = message
    self.source = source
    self.cause = cause
  }
}

/// A call `%name` or `%{name}` of a macro without a definition: rpm leaves the text as it is.
package struct UndefinedMacro: Sendable, Hashable {
  package var name: String
  package var isBraced: Bool
  /// The section it stands in.
  package var section: SectionKeyword
  package var source: SourceReference

  package init(name: String, isBraced: Bool, section: SectionKeyword, source: SourceReference) {
    self.name = name
    self.isBraced = isBraced
    self.section = section
    self.source = source
  }
}

/// Something that is written in a file of a spec.
package protocol Sourced {
  var source: SourceReference { get }
}

extension Sourced {
  package var file: Int { source.file }
  package var range: ByteRange { source.range }
}

extension Tag: Sourced {}
extension MacroDefinition: Sourced {}
extension Condition: Sourced {}
extension ShellCall: Sourced {}
extension Problem: Sourced {}
extension UndefinedMacro: Sourced {}
