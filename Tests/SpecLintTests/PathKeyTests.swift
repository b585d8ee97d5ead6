import Foundation
import Testing

/// A way to set a cache, and what its path changes with.
struct KeyedPath: Sendable, CustomTestStringConvertible {
  /// Lines of the preamble, before the tags.
  var before = ""
  var tags = "Name: hello\nVersion: 1.2.3\nRelease: 4%{?dist}\n"
  /// Lines of the preamble, after the tags.
  var after = ""
  var prep = "%setup -q"
  /// Lines of `%build`, of which the last one runs go.
  let build: String
  var cache = "buildCache"
  /// "fedora" has rpm 6 and a folder for each build.
  var target = "host"
  let keys: [String]

  var testDescription: String { "\(target): \(before)\(after)\(build)" }

  var spec: String {
    "\(before)\(tags)Summary: x\nLicense: MIT\nSource0: x.tar.gz\n\(after)%description\nx\n%prep\n\(prep)\n%build\n\(build)\n"
  }
}

@Suite("What a cache is keyed by")
struct PathKeyTests {
  static let commit = "%global commit 0123456789abcdef0123456789abcdef01234567\n"

  static let table: [KeyedPath] = [
    // Nothing: what looks like the version need not be it.
    KeyedPath(build: "go build", keys: []),
    KeyedPath(build: "export GOCACHE=/var/cache/go\ngo build", keys: []),
    KeyedPath(build: "export GOCACHE=/opt/go-1.2.3/hello\ngo build", keys: []),
    KeyedPath(before: "%global tools /opt/1.2.3\n", build: "export GOCACHE=%{tools}/cache\ngo build", keys: []),
    KeyedPath(build: "export GOCACHE=%{_var}/cache/go\ngo build", keys: []),
    KeyedPath(after: "%global top %(echo %{version} | sed 's/.*/x/')\n", build: "export GOCACHE=/c/%{top}\ngo build", keys: []),
    KeyedPath(build: "export GOMODCACHE=$HOME/mod GOCACHE=$HOME/c\ngo build", keys: []),
    KeyedPath(build: "v=%{version}\nexport GOCACHE=/c/${v:+some}\ngo build", keys: []),
    // Plain, and through macros.
    KeyedPath(build: "export GOCACHE=/c/%{name}\ngo build", keys: ["name"]),
    KeyedPath(build: "export GOCACHE=/c/%{version}\ngo build", keys: ["version"]),
    KeyedPath(build: "export GOCACHE=/c/%{release}\ngo build", keys: ["release"]),
    KeyedPath(build: "GOCACHE=/c/%{NAME}-%{VERSION} go build", keys: ["name", "version"]),
    KeyedPath(after: "Epoch: 2\n", build: "export GOCACHE=/c/%{epoch}\ngo build", keys: ["version"]),
    KeyedPath(
      after: "%global cachedir /c/%{name}\n%define longdir %{cachedir}/%{version}\n", build: "export GOCACHE=%{longdir}\ngo build",
      keys: ["name", "version"]),
    KeyedPath(
      before: "%global ver 1.2.3\n", tags: "Name: hello\nVersion: %{ver}\nRelease: 1\n", build: "export GOCACHE=/c/%{ver}\ngo build",
      keys: ["version"]),
    KeyedPath(
      before: "%global major 1\n%define minor 2\n%define ver %{major}.%{minor}\n", tags: "Name: hello\nVersion: %{ver}\nRelease: 1\n",
      build: "export GOCACHE=/c/%{minor}\ngo build", keys: ["version"]),
    KeyedPath(
      before: "%global build_id 77\n", tags: "Name: hello\nVersion: 1\nRelease: %{build_id}%{?dist}\n",
      build: "export GOCACHE=/c/%{build_id}\ngo build", keys: ["release"]),
    // Cut, joined, computed.
    KeyedPath(
      after: "%global short %(echo %{version} | cut -d. -f1,2)\n", build: "export GOCACHE=/c/%{short}\ngo build", keys: ["version"]),
    KeyedPath(after: "%global under %(echo %{version} | tr . _)\n", build: "export GOCACHE=/c/%{under}\ngo build", keys: ["version"]),
    KeyedPath(build: "export GOCACHE=/c/%{lua: print(rpm.expand('%{version}'))}\ngo build", keys: ["version"]),
    KeyedPath(build: "export GOCACHE=/c/%{lua: print((rpm.expand('%{version}'):gsub('[.]', '')))}\ngo build", keys: ["version"]),
    KeyedPath(build: "export GOCACHE=/c/%{lua: print(rpm.expand('%{name}'):upper())}\ngo build", keys: ["name"]),
    KeyedPath(build: "export GOCACHE=/c/%{sub %{version} 1 3}\ngo build", target: "fedora", keys: ["version"]),
    KeyedPath(build: "export GOCACHE=/c/%{sub %{name} 2 4}\ngo build", target: "fedora", keys: ["name"]),
    KeyedPath(before: commit, build: "export GOCACHE=/c/%{commit}\ngo build", keys: ["version"]),
    KeyedPath(before: commit, build: "export GOCACHE=/c/%(c=%{commit}; echo ${c:0:7})\ngo build", target: "fedora", keys: ["version"]),
    KeyedPath(
      before: "%global shortcommit %(echo 0123456789abcdef0123456789abcdef01234567 | cut -c1-7)\n",
      tags: "Name: hello\nVersion: 0^git%{shortcommit}\nRelease: 1\n", build: "export GOCACHE=/c/%{shortcommit}\ngo build",
      keys: ["version"]),
    // Through the shell.
    KeyedPath(build: "v=%{version}\nw=x-$v\nexport GOCACHE=\"/c/${w}\"\ngo build", keys: ["version"]),
    KeyedPath(build: "v=%{version}\nexport GOCACHE=/c/${v%%.*}\ngo build", keys: ["version"]),
    KeyedPath(build: "export GOCACHE=/c/$(echo %{version} | tr . -)\ngo build", keys: ["version"]),
    KeyedPath(build: "export GOCACHE=/c/$RPM_PACKAGE_VERSION-$RPM_PACKAGE_RELEASE\ngo build", keys: ["version", "release"]),
    KeyedPath(build: "export GOCACHE=$RPM_BUILD_ROOT/c\ngo build", keys: ["buildroot"]),
    KeyedPath(build: "export GOCACHE=/c/$RPM_ARCH\ngo build", keys: ["arch"]),
    KeyedPath(build: "export GOCACHE=/c/$(uname -m)\ngo build", keys: ["arch"]),
    KeyedPath(build: "export GOCACHE=/c/$(go env GOARCH)\ngo build", keys: ["arch"]),
    KeyedPath(build: "export GOCACHE=/c/%{_target_platform}\ngo build", keys: ["arch"]),
    KeyedPath(build: "export GOCACHE=/c/$$\ngo build", keys: ["process"]),
    KeyedPath(build: "export GOCACHE=/c/$RANDOM\ngo build", keys: ["random"]),
    KeyedPath(build: "export GOCACHE=$(mktemp -d)\ngo build", keys: ["random"]),
    KeyedPath(build: "export GOCACHE=/c/%{version}-$$\ngo build", keys: ["version", "process"]),
    // The build's folders, under both generations of rpm.
    KeyedPath(
      build: "export GOCACHE=$PWD/.cache\ngo build", target: LinkedRPM.sharedTarget ?? "host", keys: ["name", "version", "builddir"]),
    KeyedPath(
      prep: "%setup -q -n src", build: "export GOCACHE=$PWD/.cache\ngo build", target: LinkedRPM.sharedTarget ?? "host", keys: ["builddir"]),
    KeyedPath(build: "cd ..\nexport GOCACHE=$(pwd)/c\ngo build", target: LinkedRPM.sharedTarget ?? "host", keys: ["builddir"]),
    KeyedPath(build: "export GOCACHE=%{_builddir}/c\ngo build", target: LinkedRPM.sharedTarget ?? "host", keys: ["builddir"]),
    KeyedPath(build: "export GOCACHE=%{_builddir}/c\ngo build", target: "fedora", keys: ["name", "version", "builddir"]),
    KeyedPath(
      after: "%global c %{_builddir}/c\n", build: "export GOCACHE=%{c}\ngo build", target: LinkedRPM.sharedTarget ?? "host",
      keys: ["builddir"]),
    KeyedPath(
      after: "%global c %{_builddir}/c\n", build: "export GOCACHE=%{c}\ngo build", target: "fedora", keys: ["name", "version", "builddir"]),
    KeyedPath(build: "export GOCACHE=$RPM_BUILD_DIR/c\ngo build", target: LinkedRPM.sharedTarget ?? "host", keys: ["builddir"]),
    KeyedPath(build: "export GOCACHE=%{buildroot}/c\ngo build", keys: ["buildroot"]),
    KeyedPath(build: "export GOCACHE=%{buildroot}/c\ngo build", target: "fedora", keys: ["buildroot"]),
    // What stands behind the caches.
    KeyedPath(build: "export GOPATH=$PWD/_build:/usr/share/gocode\ngo build", cache: "moduleCache", keys: ["name", "version", "builddir"]),
    KeyedPath(build: "export GOPATH=/shared:$PWD/_build\ngo build", cache: "moduleCache", keys: []),
    KeyedPath(build: "export GOPATH=$PWD/_build GOMODCACHE=/shared\ngo build", cache: "moduleCache", keys: []),
    KeyedPath(build: "export HOME=%{_builddir}/%{buildsubdir}\ngo build", keys: ["name", "version", "builddir"]),
    KeyedPath(build: "export HOME=%{_builddir}/%{buildsubdir}\ngo build", cache: "moduleCache", keys: ["name", "version", "builddir"]),
    KeyedPath(build: "export XDG_CACHE_HOME=/c/%{name}\ngo build", keys: ["name"]),
    KeyedPath(build: "export XDG_CACHE_HOME=/c/%{name}\ngo build", cache: "moduleCache", keys: []),
    KeyedPath(
      before: "%global goipath example.org/hello\n", tags: "Version: 1.2.3\n%gometa\nName: hello\nRelease: 1\n", prep: "%goprep -k",
      build: "export GO111MODULE=on\n%gobuild -o %{gobuilddir}/bin/hello .", cache: "moduleCache", target: "fedora",
      keys: ["name", "version", "builddir"]),
  ]

  @Test("comes from a second reading with another identity", arguments: table)
  func keys(_ path: KeyedPath) throws {
    let result = try BuiltCommand().run(["resolve", "--json", "--target", path.target, "-"], input: Array(path.spec.utf8))
    #expect(result.status == 0, "\(result.errors)")
    let resolution = try JSONDecoder().decode(Resolution.self, from: Data(result.output))
    let command = try #require(resolution.commands.last)
    let cache = path.cache == "moduleCache" ? command.moduleCache : command.buildCache
    #expect(cache.keyedBy == path.keys, "\(cache.path)")
  }

  private struct Resolution: Decodable {
    struct Cache: Decodable {
      let path: String
      let keyedBy: [String]
    }
    struct Command: Decodable { let moduleCache, buildCache: Cache }
    let commands: [Command]
  }
}
