/// The text that stands for what a `%(command)` would have printed, where it was not run and could not be computed.
///
/// A word that every shell and every rpm tag accepts, so that analysis can go on around it:
/// `__opaque_0__` is the output of `ExpandedSpec.commands[0]`.
package enum OpaqueValue {
  package static func token(_ index: Int) -> [UInt8] { Array("__opaque_\(index)__".utf8) }
}
