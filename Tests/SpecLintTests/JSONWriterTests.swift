import Foundation
import SpecLint
import Testing

@Suite("JSON")
struct JSONWriterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let json: String
    var testDescription: String { json }
  }

  @Test(
    "keeps every byte",
    arguments: [
      Case(bytes: Array("plain".utf8), json: #""plain""#),
      Case(bytes: Array("quote \" back \\ slash /".utf8), json: #""quote \" back \\ slash /""#),
      Case(bytes: [0x09, 0x0A, 0x0D, 0x00, 0x1B, 0x7F], json: #""\t\n\r\u0000\u001b\u007f""#),
      Case(bytes: Array("ä€😀".utf8), json: "\"ä€😀\""),
      // A lone byte, a truncated sequence, an overlong one, a surrogate, one past U+10FFFF.
      Case(bytes: [0x61, 0xFF, 0x62], json: #""a\udcffb""#),
      Case(bytes: [0xE2, 0x82], json: #""\udce2\udc82""#),
      Case(bytes: [0xC0, 0xAF], json: #""\udcc0\udcaf""#),
      Case(bytes: [0xED, 0xA0, 0x80], json: #""\udced\udca0\udc80""#),
      Case(bytes: [0xF4, 0x90, 0x80, 0x80], json: #""\udcf4\udc90\udc80\udc80""#),
    ])
  func strings(_ example: Case) {
    var json = JSONWriter()
    json.string(bytes: example.bytes)
    #expect(String(decoding: json.bytes, as: UTF8.self) == example.json)
  }

  @Test("decodes as Python's surrogateescape encodes", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func python() throws {
    var generator = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = [0x80, 0xC3, 0xA4, 0xE2, 0x82, 0xAC, 0xED, 0xF0, 0x9F, 0x98, 0x41, 0x22, 0x00, 0xFF]
    let texts: [[UInt8]] = (0..<200).map { _ in
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    }
    var json = JSONWriter()
    json.array(texts) { $0.string(bytes: $1) }
    let folder = try TemporaryFolder()
    try Data(json.bytes).write(to: URL(fileURLWithPath: folder.path + "/texts.json"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      "-c", "import json,sys; [print(t.encode('utf-8','surrogateescape').hex()) for t in json.load(open(sys.argv[1]))]",
      folder.path + "/texts.json",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let expected = texts.map { text in text.map { byte in String(format: "%02x", byte) }.joined() }
    #expect(lines.map(String.init) == expected)
  }

  @Test("separates members and elements")
  func containers() {
    var json = JSONWriter()
    json.object { json in
      json.member("a", 1)
      json.member("b", array: [true, false]) { $0.bool($1) }
      json.member("c") { _ in }
      json.key("d")
      json.null()
      json.member("e", "x")
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":1,"b":[true,false],"c":{},"d":null,"e":"x"}"#)
  }
}
