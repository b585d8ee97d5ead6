import Testing

@testable import GoCaches

/// What other programs and the kernel print.
struct RecordedOutputTests {
  /// btrfs-progs 6.2 of a subvolume with a limit.
  @Test func readsQuotaGroupsFromJSON() {
    let text = """
      {
        "__header": {
          "version": "1"
        },
        "qgroup-show": [
          {
            "qgroupid": "0/256",
            "referenced": "8404992",
            "max_referenced": "1073741824",
            "exclusive": "4210688",
            "max_exclusive": "none",
            "path": "gomod",
            "parents": [
            ],
            "children": [
            ]
          }
        ]
      }
      """
    let group = QuotaGroup(json: Array(text.utf8))
    #expect(group?.id == "0/256")
    #expect(group?.referenced == 8_404_992)
    #expect(group?.exclusive == 4_210_688)
    #expect(group?.maximumReferenced == 1_073_741_824)
    #expect(group?.maximumExclusive == nil)
    for length in text.utf8.indices where text.utf8.distance(from: text.startIndex, to: length) % 7 == 0 {
      _ = QuotaGroup(json: Array(text.utf8[..<length]))
    }
  }

  @Test func readsQuotaGroupsFromTables() {
    let table = """
      Qgroupid    Referenced    Exclusive  Max referenced  Max exclusive   Path 
      --------    ----------    ---------  --------------  -------------   ---- 
      0/256          8404992      4210688      1073741824           none   gomod

      """
    let old = """
      qgroupid         rfer         excl     max_rfer     max_excl
      --------         ----         ----     --------     --------
      0/256         8404992      4210688   1073741824         none

      """
    for text in [table, old] {
      let group = QuotaGroup(table: Array(text.utf8))
      #expect(group?.exclusive == 4_210_688)
      #expect(group?.maximumReferenced == 1_073_741_824)
    }
    #expect(QuotaGroup(table: Array("ERROR: can't list qgroups: quotas not enabled\n".utf8)) == nil)
  }

  @Test func readsSettingsFilesAsGoDoes() {
    let file = GoEnvironmentFile(
      path: "/f",
      text: Array(
        """
        # a comment

        GOPROXY=off
        export GOCACHE=/x
         GOBIN=/y
        GOCACHE="/x"
        GOMODCACHE=$HOME/mod
        GOFLAGS=-mod=mod
        gopath=/z
        GOMAXPROCS=2
        GOPROXY=direct
        GOSUMDB
        """.utf8))
    #expect(file.entry("GOPROXY")?.value == "direct")
    #expect(file.entry("GOCACHE")?.value == "\"/x\"")
    #expect(file.problems.map(\.line) == [4, 5, 6, 7, 9, 10, 12])
    #expect(file.problems.first?.message == "go ignores the line because it begins with 'export'; write 'NAME=value' alone")
  }

  private static let origins: [(String, BuildOrigin.Kind, String, String?)] = [
    ("/home/a/rpmbuild/BUILD/hello-2.4.0/_build/pkg/mod", .rpmbuild, "hello-2.4.0", "/home/a/rpmbuild/SPECS/hello.spec"),
    (
      "/home/a/rpmbuild/BUILD/hello-2.4.0-build/hello-2.4.0/go/pkg/mod", .rpmbuild, "hello-2.4.0-build", "/home/a/rpmbuild/SPECS/hello.spec"
    ),
    ("/home/a/rpmbuild/BUILD/hello-world-1-build/x", .rpmbuild, "hello-world-1-build", "/home/a/rpmbuild/SPECS/hello-world.spec"),
    ("/home/a/rpmbuild/BUILD/other-1/x", .rpmbuild, "other-1", nil),
    (
      "/var/lib/mock/fedora-43-x86_64/root/builddir/go/pkg/mod", .mock, "fedora-43-x86_64",
      "/var/lib/mock/fedora-43-x86_64/root/builddir/build/SPECS/weather.spec"
    ),
    ("/home/a/go/pkg/mod", .home, "/home/a", nil), ("/home/a/.cache/go-build", .home, "/home/a", nil),
  ]

  @Test(arguments: origins)
  func tellsWhichBuildMadeACache(path: String, kind: BuildOrigin.Kind, name: String, spec: String?) {
    let specs = [
      "/home/a/rpmbuild/SPECS": ["hello.spec", "hello-world.spec", "README"],
      "/var/lib/mock/fedora-43-x86_64/root/builddir/build/SPECS": ["weather.spec"],
    ]
    let origin = BuildOrigin(path: path) { specs[$0] ?? [] }
    #expect(origin?.kind == kind)
    #expect(origin?.name == name)
    #expect(origin?.spec == spec)
  }

  @Test func knowsNothingOfOtherPlaces() {
    #expect(BuildOrigin(path: "/srv/modules") { _ in [] } == nil)
  }
}
