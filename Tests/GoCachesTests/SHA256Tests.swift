import Testing

@testable import GoCaches

struct SHA256Tests {
  /// The examples of FIPS 180-4 and their like, as sha256sum(1) gives them.
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func hashes(count: Int, digest: String) {
    var hash = SHA256()
    for byte in [UInt8](repeating: UInt8(ascii: "a"), count: count) { hash.update([byte]) }
    #expect(String(decoding: SHA256.hexadecimal(hash.finish()), as: UTF8.self) == digest)
  }
}
