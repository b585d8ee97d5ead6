/// A source of the spec that lies beside it, and what was found in it.
package struct LocalSource: Sendable, Equatable {
  /// The file's name: how its `Source` tag ends.
  package var name: String
  package var content: Content

  package enum Content: Sendable, Equatable {
    case text([UInt8])
    /// An archive, and those of its files that say what belongs to a Go module.
    ///
    /// Its files are taken for all there are only where it is complete: nothing was left out for its size, its time or its links.
    case archive(files: [ArchivedFile], isComplete: Bool)
    case unread(reason: String)
  }

  /// `hello-1.2/go.mod` in an archive.
  package struct ArchivedFile: Sendable, Equatable {
    /// Without `./` before it.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package init(name: String, content: Content) {
    self.name = name
    self.content = content
  }

  /// The file that rpm expects for a source: the last part of a URL, after `=` where a query ends in a file's name
  /// (`addSource` in rpm's build/parsePreamble.c).
  package static func fileName(of source: [UInt8]) -> [UInt8] {
    guard let slash = source.lastIndex(of: UInt8(ascii: "/")) else { return source }
    let name = source[(slash + 1)...]
    guard let equals = name.lastIndex(of: UInt8(ascii: "=")) else { return Array(name) }
    return Array(name[(equals + 1)...])
  }
}

extension LocalSource: WireCodable {
  package func write(into writer: inout WireWriter) {
    writer.write(name)
    switch content {
    case .text(let bytes):
      writer.write(0 as UInt64)
      writer.write(bytes)
    case .archive(let files, let isComplete):
      writer.write(1 as UInt64)
      writer.write(files) { file, writer in
        writer.write(file.path)
        writer.write(file.bytes)
      }
      writer.write(isComplete)
    case .unread(let reason):
      writer.write(2 as UInt64)
      writer.write(reason)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    name = try reader.readString()
    switch try reader.readUnsigned() {
    case 0: content = .text(try reader.readBytes())
    case 1:
      let files = try reader.readArray { reader throws(WireError) in
        let path = try reader.readString()
        return ArchivedFile(path: path, bytes: try reader.readBytes())
      }
      content = .archive(files: files, isComplete: try reader.readBool())
    case 2: content = .unread(reason: try reader.readString())
    default: throw .invalid
    }
  }
}
