import Testing

@Suite("The picture of the text output")
struct PictureTests {
  @Test("shows what the command prints", .enabled(if: LinkedRPM.sharesBuildFolder, "its findings are those of rpm up to 4.19"))
  func freshness() throws {
    let script = "\(BuiltCommand.package)/Tests/Pictures/text-report.py"
    let result = try BuiltCommand(atPath: "/usr/bin/python3").run([script, BuiltCommand.path(of: "rpmscope"), "--check"])
    #expect(result.status == 0, "\(result.errors)")
  }
}
