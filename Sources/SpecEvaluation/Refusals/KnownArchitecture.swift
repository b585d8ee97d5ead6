/// The architectures of rpm's rpmrc.in, 4.18 to 6.1: a package for one of them can be built on some machine.
enum KnownArchitecture {
  static func isNamed(in value: some StringProtocol) -> Bool {
    value.split { $0 == " " || $0 == "\t" || $0 == "\"" }.contains { names.contains($0.lowercased()) }
  }

  private static let names = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let text = """
    noarch x86_64 x86_64_v2 x86_64_v3 x86_64_v4 amd64 ia32e em64t i370 i386 i486 i586 i686 pentium3 pentium4 athlon geode ia64 aarch64
    alpha alphaev5 alphaev56 alphaev6 alphaev67 alphapca56 armv3l armv4b armv4l armv4tl armv5tejl armv5tel armv5tl armv6hl armv6l armv7hl
    armv7hnl armv7l armv8hcnl armv8hl armv8hnl armv8l e2k e2kv4 e2kv5 e2kv6 e2k16c e2k1cp e2k2c3 e2k8c e2k8c2 hppa1.0 hppa1.1 hppa1.2
    hppa2.0 parisc loongarch64 m68k m68kmint atarist atariste ataritt atariclone falcon hades milan mips mipsel mips64 mips64el mipsr6
    mipsr6el mips64r6 mips64r6el ppc ppc64 ppc64le ppc64p7 ppc64iseries ppc64pseries ppc8260 ppc8560 ppc32dy4 ppciseries ppcpseries
    powerpc powerppc rs6000 riscv riscv64 s390 s390x sh sh3 sh4 sh4a sparc sparcv8 sparcv9 sparcv9v sparc64 sparc64v sun4 sun4c sun4d
    sun4m sun4u xtensa
    """
}
