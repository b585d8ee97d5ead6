/// The words that are syntax where a command may begin (XCU 2.4 and the bash manual).
enum ReservedWord: String, CaseIterable {
  case not = "!"
  case openBrace = "{"
  case closeBrace = "}"
  case openTest = "[["
  case `case`, coproc, `do`, done, elif, `else`, esac, fi, `for`, function, `if`, `in`, select, then, time, until, `while`

  /// The longest reserved word has eight bytes, so each fits an integer.
  static let longest = 8

  /// Bytes that a reserved word can begin with.
  static let firstBytes = ByteSet("!{}[cdefistuw")

  private static let byKey = Dictionary(uniqueKeysWithValues: allCases.map { (key(of: $0.rawValue.utf8), $0) })

  static func key(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  init?(key: UInt64) {
    guard let word = Self.byKey[key] else { return nil }
    self = word
  }

  /// What the word closes, for those that end a list of commands.
  var terminator: Terminators? {
    switch self {
    case .closeBrace: .closeBrace
    case .do: .do
    case .done: .done
    case .elif: .elif
    case .else: .else
    case .esac: .esac
    case .fi: .fi
    case .then: .then
    case .not, .openBrace, .openTest, .case, .coproc, .for, .function, .if, .in, .select, .time, .until, .while: nil
    }
  }

  /// Begins a compound command other than `(`.
  var beginsCompoundCommand: Bool {
    switch self {
    case .openBrace, .openTest, .case, .for, .if, .select, .until, .while: true
    case .not, .closeBrace, .coproc, .do, .done, .elif, .else, .esac, .fi, .function, .in, .then, .time: false
    }
  }
}

/// What can end a list of commands.
struct Terminators: OptionSet {
  let rawValue: UInt16
  static let closeBrace = Self(rawValue: 1 << 0)
  static let `do` = Self(rawValue: 1 << 1)
  static let done = Self(rawValue: 1 << 2)
  static let elif = Self(rawValue: 1 << 3)
  static let `else` = Self(rawValue: 1 << 4)
  static let esac = Self(rawValue: 1 << 5)
  static let fi = Self(rawValue: 1 << 6)
  static let then = Self(rawValue: 1 << 7)
  static let closeParenthesis = Self(rawValue: 1 << 8)
  /// `;;`, `;&`, `;;&`
  static let caseBreak = Self(rawValue: 1 << 9)
}
