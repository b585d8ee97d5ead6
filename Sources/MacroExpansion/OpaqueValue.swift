internal import Diagnostics

/// The text that stands for what a `%(command)` would have printed, where it was not run and could not be computed.
///
/// A word that every shell and every rpm tag accepts, so that analysis can go on around it:
/// `__opaque_0__` is the output of `ExpandedSpec.commands[0]`.
package enum OpaqueValue {
  package static func token(_ index: Int) -> [UInt8] { Array("__opaque_\(index)__".utf8) }

  /// The first such word in a text.
  package static func first(in text: ArraySlice<UInt8>) -> Range<Int>? {
    var rest = text
    while let start = rest.firstRange(of: "__opaque_".utf8) {
      let digits = rest[start.upperBound...].prefix { (0x30...0x39).contains($0) }
      if !digits.isEmpty, rest[digits.endIndex...].starts(with: "__".utf8) { return start.lowerBound..<digits.endIndex + 2 }
      rest = rest[start.upperBound...]
    }
    return nil
  }
}
