import Diagnostics
import MacroExpansion
import SpecSyntax

@testable import GoBuild

/// Specs made of shell text, as the worker would hand them over.
enum Scriptlets {
  static let folder = "/builddir/build/BUILD"

  static func spec(_ sections: [(keyword: SectionKeyword, text: String)], macros: [String: String] = [:], prologue: String? = nil)
    -> ExpandedSpec
  {
    var spec = ExpandedSpec()
    spec.macros = macros.merging(
      ["name": "hello", "version": "1.2", "release": "3", "_builddir": folder, "buildsubdir": "hello-1.2", "_arch": "x86_64"]
    ) { given, _ in given }.mapValues { Array($0.utf8) }
    var source = ""
    for (keyword, body) in sections {
      source += "%\(keyword)\n"
      let offset = source.utf8.count
      var text = ExpandedText()
      text.append(Array(body.utf8), origin: .verbatim(file: 0, offset: offset))
      source += body
      var before = ExpandedText()
      let start = prologue ?? "RPM_BUILD_DIR=\"\(folder)\"\nexport RPM_BUILD_DIR\nunset CDPATH\ncd \"\(folder)\"\n"
      before.append(
        Array((start + (keyword == .prep || prologue != nil ? "" : "cd 'hello-1.2'\n")).utf8),
        origin: .macro(file: 0, call: 0..<0, name: "___build_pre"))
      spec.sections.append(Section(keyword, line: 1, text: text, prologue: before))
    }
    spec.files = [.init(path: "hello.spec", bytes: Array(source.utf8))]
    return spec
  }

  static func model(_ build: String) -> BuildModel { BuildModel(spec([(.build, build)])) }
}

extension BuildModel {
  /// The words of each go command: "go build ./...".
  var words: [String] { commands.map { $0.arguments.map(\.value.display).joined(separator: " ") } }
}
