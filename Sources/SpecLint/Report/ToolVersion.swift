/// The release this is; reports name it.
package enum ToolVersion {
  package static let current = "0.1.0"
}
