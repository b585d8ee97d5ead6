import Testing

/// Fixes of the rules for any spec.
@Suite("Fixes of general rules")
struct GeneralFixTests {
  @Test(
    "that only the packager can judge",
    arguments: [
      FixCase(
        "a configuration file", "etc-file-without-config", "%description\nGreets.\n%files\n%attr(0600,root,root) /etc/hello.conf",
        "%description\nGreets.\n%files\n%attr(0600,root,root) %config(noreplace) /etc/hello.conf", isUnsafe: true),
      FixCase(
        "the folder is listed", "unowned-directory", "%description\nGreets.\n%files\n%{_datadir}/%{name}/a\n%{_datadir}/%{name}/b",
        "%description\nGreets.\n%files\n%dir %{_datadir}/%{name}\n%{_datadir}/%{name}/a\n%{_datadir}/%{name}/b", isUnsafe: true),
      FixCase(
        "a license alone", "license-as-doc", "%description\nGreets.\n%files\n%doc COPYING",
        "%description\nGreets.\n%files\n%license COPYING", isUnsafe: true),
      FixCase(
        "a license among others", "license-as-doc", "%description\nGreets.\n%files\n%doc README COPYING NEWS\n/x",
        "%description\nGreets.\n%files\n%doc README NEWS\n%license COPYING\n/x", isUnsafe: true),
    ])
  func unsafe(_ example: FixCase) throws { try example.check() }
}
