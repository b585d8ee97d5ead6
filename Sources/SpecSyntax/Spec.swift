package import Diagnostics

/// A spec's own text as a tree: lines, sections, tags, conditionals, macro calls and definitions, entries of `%files` and `%changelog`.
///
/// It is lossless: the lines, and the pieces of each line, cover every byte once and in order. It is total: every byte sequence has one,
/// in time linear in its length.
///
/// It says what is written, not what rpm makes of it: nothing is expanded and no condition decided, so that sections and tags that come out of
/// macros are not in it, and both branches of a conditional are. Whether an unbraced call takes the rest of its line for arguments depends
/// on the macro's definition; here it does not. What was expanded is `ExpandedSpec`, whose origins lead back to these nodes by offset.
package struct Spec: Sendable {
  package let bytes: [UInt8]
  /// Logical lines, as rpm joins them.
  package let lines: [SpecLine]
  /// In their order, the preamble first; they cover all lines.
  package let sections: [SpecSection]
  /// In the order of their `%if`.
  package let conditionals: [Conditional]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var parser = SpecParser(bytes)
    parser.parse()
    lines = parser.lines
    sections = parser.sections
    conditionals = parser.conditionals
  }

  package subscript(_ range: ByteRange) -> ArraySlice<UInt8> { bytes[range] }
}

/// A part of a spec: its header line and all lines up to the next header.
package struct SpecSection: Sendable, Hashable {
  package let keyword: SectionKeyword
  /// nil for the preamble.
  package let header: SectionHeader?
  /// Indices into `Spec.lines`, the header's among them.
  package let lines: Range<Int>
  package let range: ByteRange
}

/// `%post -n hello -p <lua>`
package struct SectionHeader: Sendable, Hashable {
  package let keyword: SectionKeyword
  /// With the percent sign.
  package let name: ByteRange
  /// Each by itself, split at white space.
  package let arguments: [ByteRange]
}

/// `%if` to `%endif`, with its branches.
package struct Conditional: Sendable, Hashable {
  package struct Branch: Sendable, Hashable {
    package let keyword: LineKeyword
    /// The index of its own line, `%if`, `%elif` or `%else`.
    package let line: Int
    /// What follows the keyword; empty for `%else`.
    package let condition: ByteRange
    /// The lines it governs.
    package internal(set) var body: Range<Int>
  }

  package internal(set) var branches: [Branch]
  /// The index of the `%endif`; nil where there is none before the text ends.
  package internal(set) var end: Int?
  /// How many others it lies in.
  package let depth: Int
}

/// A line as rpm joins it: one with open brackets of a macro, or a backslash at its end, goes on in the next.
package struct SpecLine: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// Nothing but white space.
    case blank
    /// Its first byte is `#`, or it is `%dnl`.
    case comment
    case header(SectionHeader)
    /// `%if`, `%else`, `%endif`, `%include` …, with what follows the keyword.
    case directive(LineKeyword, argument: ByteRange)
    indirect case definition(MacroDefinitionNode)
    case tag(TagNode)
    case file(FileEntry)
    case changelogHeading(ChangelogHeading)
    /// Anything else: a scriptlet's line, prose, calls of macros.
    case text
  }

  /// With its line feed.
  package let range: ByteRange
  package let content: Content
  /// `%if`, `%include` …; nil for other lines.
  package var directive: LineKeyword? { if case .directive(let keyword, argument: _) = content { keyword } else { nil } }
  /// The `%{?x:…}` that holds the whole content: `%{?el7:BuildRequires: hello}`.
  package var condition: MacroCall? { conditions.first }
  /// None or one: few lines have it, and every line would have the room for it.
  private let conditions: [MacroCall]
  /// The whole line; text and calls follow each other without gaps.
  package let pieces: [MacroPiece]

  init(range: ByteRange, content: Content, condition: MacroCall?, pieces: [MacroPiece]) {
    self.range = range
    self.content = content
    conditions = condition.map { [$0] } ?? []
    self.pieces = pieces
  }
}

/// `Requires(post): hello >= 1`
package struct TagNode: Sendable, Hashable {
  package let name: ByteRange
  /// Between the parentheses.
  package let qualifier: ByteRange?
  /// Without the white space around it.
  package let value: ByteRange
}

/// `%attr(0755,root,root) %dir /var/lib/hello`
package struct FileEntry: Sendable, Hashable {
  package struct Directive: Sendable, Hashable {
    /// Without the percent sign.
    package let name: ByteRange
    /// Between the parentheses.
    package let arguments: ByteRange?
  }
  package let directives: [Directive]
  package let paths: [ByteRange]
}

/// `* Mon Jan 01 2024 Jane Doe <jane@example.com> - 1.0-1`
package struct ChangelogHeading: Sendable, Hashable {
  /// The four words after the asterisk, as far as there are so many.
  package let date: ByteRange
  /// Name, address and version, as they stand.
  package let author: ByteRange
}
