/// What a source package (`.src.rpm`) holds: its spec, and the names of the files that were packed with it.
package struct SourcePackageContents: Sendable, Equatable {
  /// Without a folder: "hello.spec".
  package let specName: String
  package let spec: [UInt8]
  /// Without folders, in the package's order; the spec is one of them.
  package let files: [String]

  package init(specName: String, spec: [UInt8], files: [String]) {
    self.specName = specName
    self.spec = spec
    self.files = files
  }
}

extension SourcePackageContents: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(specName)
    writer.write(spec)
    writer.write(files) { $1.write($0) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    specName = try reader.readString()
    spec = try reader.readBytes()
    files = try reader.readArray { reader throws(WireError) in try reader.readString() }
  }
}
