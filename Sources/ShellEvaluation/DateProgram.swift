/// GNU's `date` where the time is given: `-d @SECONDS`, `-d YYYY-MM-DD`, or a clock that stands still; in UTC only.
enum DateProgram {
  static func run(_ arguments: ProgramArguments, time: Int?, timeZone: [UInt8]?) throws(Doubt) -> ProgramResult {
    let parsed = try arguments.parsed(
      flags: "u", valued: "d", long: ["utc": "u", "universal": "u", "date": "d"], program: "date")
    let seconds: Int
    if let given = parsed.value("d") {
      seconds = try moment(given)
    } else {
      guard let time else { throw Doubt("depends on the time") }
      seconds = time
    }
    guard parsed.has("u") || timeZone.map({ ["UTC", "UTC0"].contains($0.text) }) ?? false else { throw Doubt("depends on the time zone") }
    guard let format = parsed.operands.first, parsed.operands.count == 1, format.hasPrefix("+"), abs(seconds) < 1 << 36 else {
      throw .locale
    }
    return ProgramResult(output: try formatted(Array(format.dropFirst()), CivilTime(seconds)) + [0x0A])
  }

  private static func moment(_ text: [UInt8]) throws(Doubt) -> Int {
    if text.hasPrefix("@") {
      let isNegative = text.hasPrefix("@-")
      guard let value = text.dropFirst(isNegative ? 2 : 1).count10 else { throw Doubt("depends on the time") }
      return isNegative ? -value : value
    }
    let isPlain = text.count == 10 && text[4] == UInt8(ascii: "-") && text[7] == UInt8(ascii: "-")
    guard isPlain, let year = text[..<4].count10, let month = text[5..<7].count10, let day = text[8...].count10, (1...12).contains(month),
      (1...28).contains(day), year >= 1970
    else { throw Doubt("depends on the time") }
    return CivilTime.days(year: year, month: month, day: day) * 86_400
  }

  private static func formatted(_ format: [UInt8], _ time: CivilTime) throws(Doubt) -> [UInt8] {
    var output = ""
    var bytes: [UInt8] = []
    var index = 0
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    while index < format.count {
      guard format[index] == UInt8(ascii: "%") else {
        bytes.append(format[index])
        index += 1
        continue
      }
      guard index + 1 < format.count else { throw Doubt("uses an unusual format") }
      switch format[index + 1] {
      case UInt8(ascii: "Y"): output = "\(time.year)"
      case UInt8(ascii: "y"): output = two(time.year % 100)
      case UInt8(ascii: "C"): output = two(time.year / 100)
      case UInt8(ascii: "m"): output = two(time.month)
      case UInt8(ascii: "d"): output = two(time.day)
      case UInt8(ascii: "e"): output = (time.day < 10 ? " " : "") + String(time.day)
      case UInt8(ascii: "H"): output = two(time.hour)
      case UInt8(ascii: "M"): output = two(time.minute)
      case UInt8(ascii: "S"): output = two(time.second)
      case UInt8(ascii: "F"): output = "\(time.year)-\(two(time.month))-\(two(time.day))"
      case UInt8(ascii: "T"): output = "\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
      case UInt8(ascii: "R"): output = "\(two(time.hour)):\(two(time.minute))"
      case UInt8(ascii: "D"): output = "\(two(time.month))/\(two(time.day))/\(two(time.year % 100))"
      case UInt8(ascii: "s"): output = "\(time.seconds)"
      case UInt8(ascii: "j"): output = (time.dayOfYear < 100 ? "0" : "") + two(time.dayOfYear)
      case UInt8(ascii: "u"): output = "\(time.weekday == 0 ? 7 : time.weekday)"
      case UInt8(ascii: "w"): output = "\(time.weekday)"
      case UInt8(ascii: "a"): output = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][time.weekday]
      case UInt8(ascii: "b"), UInt8(ascii: "h"):
        output = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][time.month - 1]
      case UInt8(ascii: "z"): output = "+0000"
      case UInt8(ascii: "Z"): output = "UTC"
      case UInt8(ascii: "n"): output = "\n"
      case UInt8(ascii: "t"): output = "\t"
      case UInt8(ascii: "%"): output = "%"
      default: throw Doubt("uses an unusual format")
      }
      bytes += Array(output.utf8)
      index += 2
    }
    return bytes
  }
}

/// A moment in UTC, in the Gregorian calendar.
struct CivilTime {
  let seconds: Int
  let year: Int
  let month: Int
  let day: Int
  let weekday: Int
  let dayOfYear: Int
  var hour: Int { secondOfDay / 3600 }
  var minute: Int { secondOfDay / 60 % 60 }
  var second: Int { secondOfDay % 60 }
  private let secondOfDay: Int

  init(_ seconds: Int) {
    self.seconds = seconds
    secondOfDay = (seconds % 86_400 + 86_400) % 86_400
    let days = (seconds - secondOfDay) / 86_400
    weekday = ((days + 4) % 7 + 7) % 7
    // Years from March on, so that the leap day is the last; in eras of 400 years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfShifted = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfShifted + 2) / 153
    day = dayOfShifted - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    dayOfYear = days - Self.days(year: year, month: 1, day: 1) + 1
  }

  /// Days since 1970.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
