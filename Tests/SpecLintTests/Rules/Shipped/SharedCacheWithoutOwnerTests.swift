import Diagnostics
import Testing

@Suite("shared-cache-without-owner")
struct SharedCacheWithoutOwnerTests {
  private static let file = "%{buildroot}/usr/lib/tmpfiles.d/hello.conf"

  @Test(
    "finds",
    arguments: [
      RuleCase("a tmpfiles.d line", "%install\n«echo 'd /var/tmp/go-build 0755 root root -' > \(file)»"),
      RuleCase("defaults", "%install\n«printf 'd /var/cache/gocache\\n' > \(file)»"),
      RuleCase(
        "a here-document", "%install\n«cat > \(file) <<'EOF'»\n# hello\nd /run/hello 0755 root root\nD! /srv/go/pkg/mod 755 - - 1d\nEOF"),
      RuleCase("%dir", "%files\n«%dir /var/cache/go-build»"),
      RuleCase("%dir with %attr", "%files\n/usr/bin/hello\n«%attr(750, root, builders) %dir /var/cache/gomodcache»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("shared-cache-without-owner") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("a group that may write", "%install\necho 'd /var/cache/go-build 2775 root builders -' > \(file)", confidence: .low),
      RuleCase("everybody", "%install\necho 'd /var/cache/go-build 1777 root root -' > \(file)", confidence: .low),
      RuleCase("a service's own", "%install\necho 'd /var/cache/gocache 0750 hello hello -' > \(file)", confidence: .low),
      RuleCase("other folders", "%install\necho 'd /var/cache/hello 0755 root root -' > \(file)", confidence: .low),
      RuleCase("removal", "%install\necho 'R /var/cache/go-build' > \(file)", confidence: .low),
      RuleCase("%attr for a service", "%files\n%dir %attr(0750,hello,hello) /var/cache/gocache", confidence: .low),
      RuleCase(
        "a mode of the build's", "%install\ninstall -d -m 1777 %{buildroot}/var/cache/gocache\n%files\n%dir /var/cache/gocache",
        confidence: .low),
      RuleCase("files of other names", "%files\n%dir /usr/share/gocode\n/usr/share/gocode/src", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("shared-cache-without-owner") }
}
