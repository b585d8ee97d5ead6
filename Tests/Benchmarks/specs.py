"""Specs of any size, made up."""

HEAD = """Name: speed
Version: 1.0
Release: 1%{?dist}
Summary: Speed
License: MIT
URL: https://example.org/%{name}
Source0: %{url}/%{name}-%{version}.tar.gz
BuildRequires: golang

%description
Speed.

%prep
%autosetup

%build
"""
TAIL = """
%install
install -Dm755 speed %{buildroot}%{_bindir}/speed

%files
%{_bindir}/speed

%changelog
* Mon Jan 01 2024 A B <a@example.org> - 1.0-1
- First
"""


def of(build):
    return HEAD + "".join(line + "\n" for line in build) + TAIL


def clean():
    """Nothing is found, nothing is built with go."""
    return of(["make %{?_smp_mflags}"])


def small():
    """25 lines with a go command and a cache of its own."""
    return of(["export GOPATH=%{_builddir}/go", "go build -o speed ."])


def lines(count):
    rest = count - (HEAD + TAIL).count("\n")
    return of(f"echo %{{name}} line {number} > out-{number}.txt" for number in range(rest))


def findings(count):
    """As many rewrites of one kind."""
    return of(f"go build -a -o speed{number} ./cmd/{number}" for number in range(count))


def conditions(count):
    return of(
        line
        for number in range(count)
        for line in (f"%if %{{with feature{number}}}", f"go build -o speed{number} ./cmd/{number}", "%endif")
    )
