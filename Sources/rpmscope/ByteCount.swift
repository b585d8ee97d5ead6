import ArgumentParser

/// A number of bytes as people write it: `100K`, `2G`, `1.5G`, powers of 1024 as in du(1).
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let units = ["K": 10, "M": 20, "G": 30, "T": 40]
    var number = argument.uppercased()
    for tail in ["IB", "B"] where number.hasSuffix(tail) {
      number.removeLast(tail.count)
      break
    }
    let shift = number.last.flatMap { units[String($0)] }
    if shift != nil { number.removeLast() }
    guard let value = Double(number), value >= 0, value.isFinite, value < 1e15 else { return nil }
    let product = value * Double(1 << (shift ?? 0))
    guard product < 9e18 else { return nil }
    bytes = Int(product)
  }

  /// "1.5 GiB", three digits that count.
  static func text(_ bytes: Int) -> String {
    var value = Double(max(0, bytes))
    var unit = "B"
    for next in ["KiB", "MiB", "GiB", "TiB"] where value >= 1000 {
      value /= 1024
      unit = next
    }
    if unit == "B" { return "\(Int(value)) B" }
    let tenths = Int((value * 10).rounded())
    return tenths >= 1000 ? "\((tenths + 5) / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}

/// "12,345".
func grouped(_ number: Int) -> String {
  let digits = String(number)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0, text != "-" { text += "," }
    text.append(digit)
  }
  return text
}
