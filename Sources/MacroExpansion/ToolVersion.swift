/// The release this is; reports name it, and command and worker must be of the same.
package enum ToolVersion {
  package static let current = "0.1.0"
}
