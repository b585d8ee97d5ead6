import MacroExpansion
import RPMMacros

/// Has the worker read a made-up spec itself, so that its forks find done what is done once in a process.
///
/// The Swift runtime looks up conformances and builds metadata when they are first asked for, the loader binds functions when they are
/// first called: a third of the time that a small spec takes in a fresh fork. It takes about as long as reading three specs.
enum Rehearsal {
  /// - Returns: the macros as they were, read again.
  static func run(with macros: ConfiguredMacros, configuration: WorkerConfiguration) -> ConfiguredMacros {
    let request = EvaluationRequest(path: "rehearsal.spec", bytes: Array(spec.utf8), sourceDirectory: "/nonexistent")
    SpecReader(macros: macros, request: request).rehearse()
    macros.engine.forgetEverything()
    return ConfiguredMacros(configuration)
  }

  /// One of everything that specs are made of.
  private static let spec = """
    %global commit %(echo 0123456789 | cut -c1-7)
    %define greet() hello %{1} %*
    %bcond_without tests
    Name: rehearsal
    Version: 1.0
    Release: 1%{?dist}
    Summary: %{summary}
    License: MIT
    URL: https://example.org/%{name}
    Source0: %{url}/%{name}-%{version}.tar.gz
    Patch0: fix.patch
    BuildRequires: make >= 1, gcc
    Requires(post): /bin/sh

    %description
    %{greet world} %{?undefined:x} %{!?undefined:y} %undefined %{undefined}

    %package devel
    Summary: Headers
    Requires: %{name}%{?_isa} = %{version}-%{release}

    %description devel
    Headers.

    %if 0%{?fedora} >= 30 || %{with tests}
    %global flag 1
    %elif 1
    %global flag 2
    %else
    %global flag 3
    %endif

    %prep
    %autosetup -p1
    %setup -q -T -D
    %patch0 -p1

    %build
    export CFLAGS="%{optflags}"
    %{lua: print(rpm.expand("%{name}"))}
    make %{?_smp_mflags} VERSION=%{version} \\
      PREFIX=%{_prefix}

    %install
    rm -rf %{buildroot}
    make install DESTDIR=%{buildroot}

    %check
    make check

    %post
    echo %{name}

    %files
    %{_bindir}/%{name}

    %include missing

    %changelog
    * Mon Jan 01 2024 A B <a@example.org> - 1.0-1
    - First

    """
}
