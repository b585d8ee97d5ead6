internal import Diagnostics
internal import MacroExpansion

/// One of rpm's sentences about a spec, and what is said of it here.
///
/// The sentences are those of build/parse*.c, build/spec.c, lib/rpmds.c and rpmio/rpmlua.c in rpm 4.18 to 6.1, untranslated; the first
/// row whose words occur in a message counts.
struct RefusalRow {
  /// What a message is about, seen from the line that the parser had read when it gave it.
  enum Subject {
    /// The line itself.
    case line
    /// The section that the line is the header of.
    case section
    /// The section before that header.
    case sectionBefore
    /// The package that the message names.
    case package
    /// A tag of that package, named by the message.
    case repeatedTag
    /// An entry of the %changelog before the line.
    case changelog
    /// The architectures of the package.
    case buildArchitecture
    /// Texts that are not UTF-8, named by the message.
    case encoding
    /// Nothing that is wrong with the spec, or what the evaluator itself reports.
    case nothing
  }

  let words: String
  let id: ReadingProblem
  let subject: Subject
  /// Our own sentence; `{tag}`, `{value}`, `{package}`, `{header}` and `{detail}` (what rpm names) are filled in.
  let text: String

  private init(_ words: String, _ id: ReadingProblem, _ subject: Subject, _ text: String) {
    self.words = words
    self.id = id
    self.subject = subject
    self.text = text
  }

  /// - Parameter hasLine: whether rpm says at which line; other sentences that are not known are about the machine or its macros.
  static func matching(_ message: String, hasLine: Bool) -> RefusalRow {
    all.first { message.contains($0.words) } ?? (hasLine ? other : unplaced)
  }

  private static let unplaced = RefusalRow("", .specRefused, .nothing, "")

  private static let other = RefusalRow("", .specRefused, .line, "rpm refuses this: {detail}")

  private static let all = nothing + tags + dependencies + packages + headers + changelog

  private static let nothing = [
    // `undefined-macro` says it.
    RefusalRow("Possible unexpanded macro", .specRefused, .nothing, ""),
    RefusalRow("encoding utf-8 not supported by system", .specRefused, .nothing, ""),
    RefusalRow("invalid rpm format", .specRefused, .nothing, ""),
    RefusalRow("must be present before build", .missingTag, .package, ""),
    RefusalRow("shell expansion pipe", .specRefused, .nothing, ""),
  ]

  private static let tags = [
    RefusalRow(
      "Only package names are allowed in Obsoletes", .obsoletesNotAName, .line,
      "'{value}' is not a package name; 'Obsoletes' takes names of packages, not what they provide"),
    RefusalRow("Illegal char", .invalidTagValue, .line, "{detail} cannot be part of {what} '{value}'"),
    RefusalRow("Illegal sequence", .invalidTagValue, .line, "'..' cannot be part of {what} '{value}'"),
    RefusalRow("Tag takes single token only", .invalidTagValue, .line, "'{tag}' takes one word, not '{value}'"),
    RefusalRow(
      "Epoch field must be an unsigned number", .invalidTagValue, .line, "epoch '{value}' is not a whole number from 0 to 4294967295"),
    RefusalRow("Prefixes must not end with", .invalidTagValue, .line, "the prefix '{value}' must not end in '/'"),
    RefusalRow("Docdir must begin with", .invalidTagValue, .line, "the documentation folder '{value}' must begin with '/'"),
    RefusalRow("Bad BuildArchitecture format", .invalidTagValue, .line, "a quote in '{value}' is not closed"),
    RefusalRow("Error parsing tag field", .invalidTagValue, .line, "a quote in '{value}' is not closed"),
    RefusalRow(
      "Only noarch subpackages are supported", .invalidTagValue, .line, "a sub-package can be built for 'noarch' only, not for '{value}'"
    ),
    RefusalRow(
      "No compatible architectures found for build", .invalidTagValue, .buildArchitecture,
      "'{value}' is not an architecture that rpm knows; write 'noarch' or leave the tag out"),
    RefusalRow("Bad number:", .invalidTagValue, .line, "'{value}' is not a number of a source or patch"),
    RefusalRow("Bad nosource number", .invalidTagValue, .line, "there is no source {detail} before this line"),
    RefusalRow("Bad nopatch number", .invalidTagValue, .line, "there is no patch {detail} before this line"),
    RefusalRow("Malformed tag", .unknownTag, .line, "unknown tag '{value}'"),
    RefusalRow("Unknown tag", .unknownTag, .line, "unknown tag '{value}'"),
    RefusalRow("Empty tag", .emptyTag, .line, "tag '{tag}' has no value"),
    RefusalRow("Internal error: Bogus tag", .unknownTag, .line, "rpm knows the tag '{tag}' and cannot read it"),
    RefusalRow(
      "Duplicate BuildArch entry", .duplicateTag, .line, "'BuildArch' is given a second time; list all architectures in one line"),
    RefusalRow("defined multiple times", .duplicateTag, .line, "this number of a source or patch is given a second time"),
    RefusalRow("Duplicate ", .duplicateTag, .repeatedTag, "'{tag}' is given a second time"),
    RefusalRow("field must be present in package", .missingTag, .package, "tag '{detail}' of package '{package}' is missing"),
    RefusalRow("is deprecated", .deprecatedTag, .line, "'{tag}' is deprecated; write '{modern}'"),
    RefusalRow("invalid utf-8 encoding", .invalidEncoding, .encoding, "this is not UTF-8; save the spec in UTF-8"),
  ]

  private static let dependencies = [
    RefusalRow(
      "unversioned Obsoletes", .unversionedObsoletes, .line,
      "'Obsoletes' without a version also removes later packages of that name; write 'NAME < VERSION'"),
    RefusalRow(
      "use '>' in Obsoletes", .unversionedObsoletes, .line,
      "'Obsoletes' with '>' also removes all later packages of that name; write 'NAME < VERSION'"),
    RefusalRow(
      ": qualifiers", .dependencySyntax, .line,
      "'{qualifier}' is not a qualifier that rpm knows; write the name of a scriptlet, 'meta' or 'verify'"),
    RefusalRow(
      "Dependency tokens must begin with", .dependencySyntax, .line,
      "a dependency must begin with a letter, a digit, '_' or '/': '{value}'"),
    RefusalRow("Versioned file name not permitted", .dependencySyntax, .line, "a file cannot have a version: '{value}'"),
    RefusalRow("double separator", .dependencySyntax, .line, "the version has a second {separator}; write '[EPOCH:]VERSION[-RELEASE]'"),
    RefusalRow("epoch must be unsigned integer", .dependencySyntax, .line, "the epoch before ':' is not a number: '{value}'"),
    RefusalRow("Version required", .dependencySyntax, .line, "a version must follow the comparison: '{value}'"),
    RefusalRow("Name required", .dependencySyntax, .line, "a name is missing: '{value}'"),
    RefusalRow("No rich dependencies allowed", .dependencySyntax, .line, "'{tag}' takes no expression in parentheses"),
    RefusalRow("Unterminated rich dependency", .dependencySyntax, .line, "the parenthesis is not closed: '{value}'"),
    RefusalRow(
      "Unknown rich dependency op", .dependencySyntax, .line,
      "{detail} is not an operator; 'and', 'or', 'if', 'else', 'unless', 'with' and 'without' are"),
    RefusalRow("Cannot chain different ops", .dependencySyntax, .line, "different operators need parentheses of their own: '{value}'"),
    RefusalRow(
      "Can only chain and/or/with ops", .dependencySyntax, .line, "only 'and', 'or' and 'with' can follow each other: '{value}'"),
    RefusalRow(
      "Illegal ops in with/without", .dependencySyntax, .line,
      "only 'with', 'without' and 'or' are allowed inside 'with' and 'without': '{value}'"),
    RefusalRow(
      "Illegal context for", .dependencySyntax, .line, "'if' is not allowed inside 'or', nor 'unless' inside 'and': '{value}'"),
    RefusalRow("Missing argument to rich dependency op", .dependencySyntax, .line, "an operator has nothing after it: '{value}'"),
    RefusalRow("Empty rich dependency", .dependencySyntax, .line, "the parentheses are empty: '{value}'"),
    RefusalRow(
      "Rich dependency does not start with", .dependencySyntax, .line, "the expression does not begin with a parenthesis: '{value}'"),
    RefusalRow("Junk after rich dependency", .dependencySyntax, .line, "text follows the closing parenthesis: '{value}'"),
    RefusalRow("invalid dependency", .dependencySyntax, .line, "rpm cannot read the dependency '{value}'"),
    RefusalRow(
      "Trigger fired by the same package", .malformedSectionHeader, .sectionBefore,
      "two triggers of this package have the same condition"),
    RefusalRow(
      "Only absolute paths are allowed in file triggers", .malformedSectionHeader, .sectionBefore,
      "a path of the trigger does not begin with '/'"),
    RefusalRow("file trigger condition", .malformedSectionHeader, .sectionBefore, "a path of the trigger does not begin with '/'"),
  ]

  private static let packages = [
    RefusalRow("Package has no %description", .missingDescription, .package, "package '{package}' has no %description"),
    RefusalRow("already exists", .duplicatePackage, .section, "package '{package}' is defined a second time"),
    RefusalRow("does not exist", .unknownPackage, .section, "there is no package '{package}' before this line"),
    RefusalRow("Bad package specification", .malformedSectionHeader, .section, "'%package' takes one name, or '-n' and one name"),
    RefusalRow("second %", .duplicateSection, .section, "second {section}"),
    RefusalRow("Second %", .duplicateSection, .section, "second {section} of package '{package}'"),
    RefusalRow("second Description", .duplicateSection, .sectionBefore, "second %description of package '{package}'; rpm keeps this one"),
    RefusalRow("second ", .duplicateTag, .line, "'{tag}' is given a second time"),
    RefusalRow(
      "multiple %files for package", .repeatedFilesSection, .section,
      "second %files of package '{package}'; rpm forgets what the first one lists"),
  ]

  private static let headers = [
    RefusalRow("triggers must have --", .malformedSectionHeader, .section, "a trigger needs ' -- ' and what triggers it: '{header}'"),
    RefusalRow("missing trigger condition", .malformedSectionHeader, .section, "nothing follows '--'; what triggers it belongs there"),
    RefusalRow(
      "script program must begin with", .malformedSectionHeader, .section,
      "the interpreter after '-p' must be an absolute path or '<lua>'"),
    RefusalRow("internal script must end with", .malformedSectionHeader, .section, "the interpreter '<lua>' needs its closing '>'"),
    RefusalRow("unsupported internal script", .malformedSectionHeader, .sectionBefore, "'<lua>' is the only interpreter built into rpm"),
    RefusalRow("Priorities are allowed only", .malformedSectionHeader, .section, "'-P' is for triggers only"),
    RefusalRow(
      "interpreter arguments not allowed in triggers", .malformedSectionHeader, .sectionBefore,
      "the interpreter of a trigger takes no arguments"),
    RefusalRow("Too many names", .malformedSectionHeader, .section, "'{header}' names more than one package"),
    RefusalRow("Bad option", .malformedSectionHeader, .section, "{detail} is not an option of {section}"),
    RefusalRow("Error parsing %", .malformedSectionHeader, .section, "a quote in '{header}' is not closed"),
    RefusalRow("invalid syntax in lua", .luaSyntax, .sectionBefore, "the Lua code of {section} has a syntax error: {detail}"),
  ]

  private static let changelog = [
    RefusalRow(
      "%changelog entries must start with *", .changelogEntry, .changelog, "text before the first entry; an entry begins with '*'"),
    RefusalRow("incomplete %changelog entry", .changelogEntry, .changelog, "the entry has no text"),
    RefusalRow("no description in %changelog", .changelogEntry, .changelog, "the entry has no text"),
    RefusalRow("missing name in %changelog", .changelogEntry, .changelog, "the entry has no name after its date"),
    RefusalRow("bad date in %changelog", .changelogEntry, .changelog, "the entry does not begin with a date such as 'Mon Jan 01 2024'"),
    RefusalRow("bogus date in %changelog", .changelogWeekday, .changelog, "{weekday}"),
    RefusalRow(
      "not in descending chronological order", .changelogOrder, .changelog,
      "the entry is later than the one above it; the latest comes first"),
  ]
}
