/// A line that steers which lines are read: rpm-spec(5) "Conditionals" and `%include`.
package enum LineKeyword: String, Sendable, CaseIterable {
  case endif = "%endif"
  case `else` = "%else"
  case `if` = "%if"
  case ifarch = "%ifarch"
  case ifnarch = "%ifnarch"
  case ifos = "%ifos"
  case ifnos = "%ifnos"
  case include = "%include"
  case elifarch = "%elifarch"
  case elifos = "%elifos"
  case elif = "%elif"

  /// The keyword a line starts with, white space before it apart.
  ///
  /// rpm wants a blank or the end after a keyword with an argument, and anything but a letter after `%else` and `%endif`
  /// (`ISMACRO`, `ISMACROWITHARG` in build/parseSpec.c); so `%if(` is no condition and `%endif#` is one.
  package init?(line: ArraySlice<UInt8>) {
    // Nearly every line of a spec is asked, and nearly none is one.
    guard let start = line.firstIndex(where: { !$0.isSpace || $0 == UInt8(ascii: "\n") }), line[start] == UInt8(ascii: "%"),
      start + 1 < line.endIndex, line[start + 1] == UInt8(ascii: "i") || line[start + 1] == UInt8(ascii: "e")
    else { return nil }
    let text = line[start...]
    let match = Self.allCases.first { keyword in
      let token = keyword.rawValue.utf8
      guard text.starts(with: token) else { return false }
      let next = text.dropFirst(token.count).first
      guard let next else { return true }
      return keyword.takesArgument ? next.isBlank || next == 0 : !next.isLetter
    }
    guard let match else { return nil }
    self = match
  }

  package init?(line: some Collection<UInt8>) { self.init(line: Array(line)[...]) }

  package var takesArgument: Bool {
    switch self {
    case .endif, .else: false
    case .if, .ifarch, .ifnarch, .ifos, .ifnos, .include, .elifarch, .elifos, .elif: true
    }
  }

  /// Opens a level that `%endif` closes.
  package var opensBranch: Bool {
    switch self {
    case .if, .ifarch, .ifnarch, .ifos, .ifnos: true
    case .endif, .else, .include, .elifarch, .elifos, .elif: false
    }
  }

  /// `%elif` and its kin.
  package var continuesBranch: Bool {
    switch self {
    case .elifarch, .elifos, .elif: true
    case .endif, .else, .include, .if, .ifarch, .ifnarch, .ifos, .ifnos: false
    }
  }
}

extension UInt8 {
  /// rpm's `risspace`: white space of the C locale, the line feed among it.
  package var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// rpm's `risblank`.
  package var isBlank: Bool { self == 0x20 || self == 0x09 }
  package var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  package var isDigit: Bool { (0x30...0x39).contains(self) }
  /// What may stand in a macro's name.
  package var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  package var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
  package var uppercased: UInt8 { (0x61...0x7A).contains(self) ? self - 0x20 : self }
}
