package import Diagnostics

/// Where a stretch of expanded text came from.
package enum Origin: Sendable, Hashable {
  /// The bytes stand in the spec (or an included file) as they are, from `offset` on.
  case verbatim(file: Int, offset: Int)
  /// They are what the macro call at `call` expanded to.
  case macro(file: Int, call: ByteRange, name: String)
}

/// A stretch of expanded text with one origin.
package struct Run: Sendable, Hashable {
  /// Byte offset in the expanded text.
  package var offset: Int
  /// In bytes; never 0.
  package var length: Int
  package var origin: Origin

  package init(offset: Int, length: Int, origin: Origin) {
    self.offset = offset
    self.length = length
    self.origin = origin
  }
}

/// Text after macro expansion in which every byte knows where it came from.
package struct ExpandedText: Sendable, Hashable {
  package private(set) var bytes: [UInt8]
  /// In order, without gaps, covering `bytes`.
  package private(set) var runs: [Run]

  package init() {
    bytes = []
    runs = []
  }

  /// Makes room for what is going to be appended.
  mutating func reserve(bytes: Int, runs: Int) {
    self.bytes.reserveCapacity(bytes)
    self.runs.reserveCapacity(runs)
  }

  /// Appends text with one origin; a verbatim stretch that goes on where the last one ended is joined to it.
  package mutating func append(_ text: some Collection<UInt8>, origin: Origin) { append(Array(text)[...], origin: origin) }

  /// The same without generic code, for each piece of a line.
  package mutating func append(_ text: ArraySlice<UInt8>, origin: Origin) {
    guard !text.isEmpty else { return }
    let offset = bytes.count
    bytes.append(contentsOf: text)
    let length = bytes.count - offset
    if let last = runs.last {
      switch (last.origin, origin) {
      case (.verbatim(let file, let start), .verbatim(let nextFile, let nextStart))
      where file == nextFile && start + last.length == nextStart:
        runs[runs.count - 1].length += length
        return
      case (.macro, .macro) where last.origin == origin:
        runs[runs.count - 1].length += length
        return
      case (.verbatim, _), (.macro, _): break
      }
    }
    runs.append(Run(offset: offset, length: length, origin: origin))
  }

  package mutating func append(_ other: ExpandedText) {
    if runs.isEmpty {
      self = other
      return
    }
    for run in other.runs { append(other.bytes[run.offset..<run.offset + run.length], origin: run.origin) }
  }

  /// The index of the run that holds a byte; nil outside the text.
  package func runIndex(at offset: Int) -> Int? {
    guard offset >= 0, offset < bytes.count else { return nil }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].offset <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The text of a range with its origins.
  package subscript(range: ByteRange) -> ExpandedText {
    var part = ExpandedText()
    let range = range.clamped(to: 0..<bytes.count)
    guard !range.isEmpty, var index = runIndex(at: range.lowerBound) else { return part }
    while index < runs.count, runs[index].offset < range.upperBound {
      let run = runs[index]
      let start = max(run.offset, range.lowerBound)
      let end = min(run.offset + run.length, range.upperBound)
      part.append(bytes[start..<end], origin: run.origin.advanced(by: start - run.offset))
      index += 1
    }
    return part
  }

  /// The stretch of source that a range of expanded text came from: verbatim bytes themselves, a macro's whole call.
  ///
  /// Where the range starts and ends in different files the range of its start is given.
  package func source(of range: ByteRange) -> SourceReference? {
    let first = runIndex(at: range.lowerBound) ?? (bytes.isEmpty ? nil : runs.count - 1)
    guard let first else { return nil }
    let start = runs[first].source(from: range.lowerBound, to: min(range.upperBound, runs[first].offset + runs[first].length))
    guard range.count > 1, let last = runIndex(at: range.upperBound - 1), last != first else { return start }
    let end = runs[last].source(from: runs[last].offset, to: range.upperBound)
    guard end.file == start.file, end.range.upperBound >= start.range.lowerBound else { return start }
    return SourceReference(
      file: start.file, range: start.range.lowerBound..<max(start.range.upperBound, end.range.upperBound))
  }
}

extension Origin {
  /// The origin of the byte `count` bytes further on in the same run.
  package func advanced(by count: Int) -> Origin {
    switch self {
    case .verbatim(let file, let offset): .verbatim(file: file, offset: offset + count)
    case .macro: self
    }
  }
}

extension Run {
  fileprivate func source(from start: Int, to end: Int) -> SourceReference {
    switch origin {
    case .verbatim(let file, let sourceOffset):
      let low = sourceOffset + start - offset
      return SourceReference(file: file, range: low..<max(low, sourceOffset + end - offset))
    case .macro(let file, let call, _): return SourceReference(file: file, range: call)
    }
  }
}
