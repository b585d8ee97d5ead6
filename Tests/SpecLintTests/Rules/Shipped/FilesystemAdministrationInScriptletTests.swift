import Diagnostics
import Testing

@Suite("filesystem-administration-in-scriptlet")
struct FilesystemAdministrationInScriptletTests {
  @Test(
    "finds",
    arguments: [
      RuleCase("a subvolume", "%post\n«btrfs subvolume create /srv/x»"),
      RuleCase("quotas, by path", "%post\n«/usr/sbin/btrfs quota enable /» || :"),
      RuleCase("a bind mount", "%posttrans\n«mount --bind /srv/a /var/b»\n«mount -t none -o rw,bind /srv/a /var/b»"),
      RuleCase("fstab", "%post\ngrep -q /srv/x /etc/fstab || «sed -i '$a /srv/x /x none bind 0 0' /etc/fstab»"),
      RuleCase("fstab, by redirection", "%post\n«echo '/a /b none bind 0 0' >> /etc/fstab»"),
      RuleCase("what goes at removal", "%postun\n[ $1 = 0 ] && «btrfs subvolume delete /srv/x»"),
    ])
  func finds(_ example: RuleCase) throws { try example.check("filesystem-administration-in-scriptlet") }

  @Test(
    "accepts",
    arguments: [
      RuleCase("questions", "%post\nbtrfs subvolume list /\nbtrfs quota rescan -s /\nmount | grep x\ngrep x /etc/fstab", confidence: .low),
      RuleCase("the build's scriptlets", "%install\nmount --bind a b\nbtrfs subvolume create x", confidence: .low),
      RuleCase("other mounts", "%post\nmount -t binfmt_misc none /proc/sys/fs/binfmt_misc", confidence: .low),
      RuleCase("an option that only sounds so", "%post\nmount -o remount,rw /boot", confidence: .low),
      RuleCase("a copy of fstab", "%pre\ncp /etc/fstab /var/lib/hello/fstab.saved", confidence: .low),
      RuleCase("Lua", "%pretrans -p <lua>\nmount --bind a b", confidence: .low),
    ])
  func accepts(_ example: RuleCase) throws { try example.check("filesystem-administration-in-scriptlet") }
}
