import Diagnostics
import MacroExpansion
import SpecSyntax
import Testing

/// Files that become specs later.
@Suite struct TemplateTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let path: String
    let text: String
    /// nil for a finished spec.
    let placeholder: String?

    var testDescription: String { path }
  }

  private static let body = "\nRelease: 1\nSummary: x\nLicense: MIT\n%description\nx\n%build\nmake\n"

  static let cases: [Case] = [
    Case(path: "rpkg.spec", text: "Name: {{{ git_dir_name }}}\nVersion: {{{ git_dir_version }}}" + body, placeholder: "{{{ … }}}"),
    Case(
      path: "x.spec.rpkg", text: "Name: {{{ git_dir_name }}}\nVersion: 1" + body + "%changelog\n{{{ git_dir_changelog }}}\n",
      placeholder: "{{{ … }}}"),
    Case(
      path: "rpkg-long.spec", text: "Name: x\nVersion: {{{\n  git_dir_version\n  lead=1 }}}" + body, placeholder: "{{{ … }}}"),
    Case(path: "autoconf.spec.in", text: "Name: x\nVersion: @PACKAGE_VERSION@\n@EXTRA_TAGS@" + body, placeholder: "@NAME@"),
    Case(path: "autoconf.spec", text: "Name: x\nVersion: @VERSION@" + body, placeholder: "@NAME@"),
    Case(path: "jinja.spec.j2", text: "Name: {{ name }}\n{% if vendored %}\nVersion: 1\n{% endif %}" + body, placeholder: "{{ … }}"),
    Case(path: "jinja.spec", text: "{% set v = '1' %}\nName: x\nVersion: {{ v }}" + body, placeholder: "{{ … }}"),
    Case(path: "goreleaser.spec.tmpl", text: "Name: {{ .Name }}\nVersion: {{ .Version }}" + body, placeholder: "{{ … }}"),
    Case(path: "erb.spec.erb", text: "Name: x\nVersion: <%= version %>" + body, placeholder: "<% … %>"),
    Case(path: "shell.spec", text: "Name: x\nVersion: ${VERSION}" + body, placeholder: "${NAME}"),
    Case(path: "plain.spec.in", text: "Name: x\nVersion: 1" + body, placeholder: "@NAME@"),
    Case(path: "cms.spec", text: "### RPM external zlib 1.3\nSource: x\n%build\nmake\n", placeholder: "### RPM"),
    Case(path: "cms.spec", text: "%define ver 1.3\n### RPM external zlib %{ver}\nSource: x\n%build\nmake\n", placeholder: "### RPM"),
    // What looks like it in finished specs.
    Case(path: "plain.spec", text: "Name: x\nVersion: 1" + body, placeholder: nil),
    Case(
      path: "docker.spec", text: "Name: x\nVersion: 1" + body + "docker ps --format '{{.ID}}' | sed s/@FOO@/bar/\nx=${Y}\n",
      placeholder: nil),
    Case(path: "mail.spec", text: "Name: x\nVersion: 1\nPackager: A <a@b.org>, B <b@c.org>" + body, placeholder: nil),
    Case(path: "command.spec", text: "Name: x\nVersion: 1^git%(c=%{commit}; echo ${c:0:7})" + body, placeholder: nil),
    Case(path: "awk.spec", text: "Name: x\nVersion: 1" + body + "awk '{{print}}' x\n", placeholder: nil),
    Case(path: "folded.spec", text: "# {{{ tags\nName: x\nVersion: 1\n# }}}" + body, placeholder: nil),
    Case(path: "commented.spec", text: "# Version: @VERSION@ of {{{ x }}}\nName: x\nVersion: 1" + body, placeholder: nil),
  ]

  @Test(arguments: cases) func areToldOnce(_ example: Case) throws {
    let spec = try SpecText.read(example.text, target: "fedora", path: example.path)
    let expected = example.placeholder.map {
      ["unfilled-template: the file is a template; what takes the place of '\($0)' is not known"]
    }
    #expect(spec.messages == expected ?? [])
    #expect(spec.words(of: .build).hasPrefix("make"))
  }

  @Test func faultsOfTheFinishedPartsAreStillTold() throws {
    let spec = try SpecText.read(
      "Name: {{{ git_dir_name }}}\nVersion: 1" + Self.body + "%{nobody_has_this} %{if x\n", target: "fedora", path: "x.spec.rpkg")
    #expect(spec.problems.map(\.id).contains(.unclosedMacro))
  }
}
