/// Fedora's Go and forge macros: go-rpm-macros 3.8, forge-srpm-macros, go-vendor-tools.
///
/// Environment and commands are what matters: which GOPATH and GO111MODULE each go command gets, which flags, what happens
/// to vendor/ (facts measured with go-rpm-macros 3.6; that 3.8 relays unknown options to go is seen in its users' specs).
enum FedoraGo {
  static let macros = #"""
    %golang_arches x86_64 aarch64 ppc64le s390x riscv64 i386 i486 i586 i686 pentium3 pentium4 athlon geode
    %golang_arches_future x86_64 aarch64 ppc64le s390x riscv64
    %gccgo_arches %{nil}
    %go_arches %{golang_arches}
    %gopath /usr/share/gocode
    %go_compiler 1
    %gomodulesmode GO111MODULE="${GO111MODULE:-off}"
    %gocompilerflags -buildmode pie -compiler gc
    %goignoreflags_examples -r '.*example.*'
    %godefaultflags %{goignoreflags_examples}
    %goinstallflags %{godefaultflags}
    %gocheckflags %{godefaultflags}
    %gofilelist devel.file-list

    %forgemeta(z:isva) %{lua: for _, block in ipairs(rpmscope.chosen("forgeurl", rpm.expand("%{-z*}"), rpm.expand("%{-a}"))) do rpmscope.forgemeta(block) end}
    %forgesetup(z:va) %{lua: for _, block in ipairs(rpmscope.chosen("forgesetupargs", rpm.expand("%{-z*}"), rpm.expand("%{-a}"))) do print(rpm.expand("%setup %{!-v:-q} %{?forgesetupargs" .. block .. "}\\n")) end}
    %forgeautosetup(z:vNS:p:q) %{lua: print(rpm.expand("%autosetup %{-v} %{-N} %{?-S} %{?-p} %{?forgesetupargs" .. rpm.expand("%{-z*}") .. "}\\n"))}
    %forgeversion(pz:a) %{lua: local suffix = string.gsub(rpm.expand("%{?_forgeversionsuffix" .. rpm.expand("%{-z*}") .. "}"), "^%.", "") print(rpm.expand("%{?version}") .. (suffix ~= "" and (rpm.expand("%{-p:~}%{!-p:^}") .. suffix) or ""))}

    %gorpmname() %{lua: print(rpmscope.gorpmname(rpm.expand("%1"), rpm.expand("%{?2}")))}
    %gometa(az:svifL) %{expand:%{lua: for _, block in ipairs(rpmscope.chosen("goipath", rpm.expand("%{-z*}"), rpm.expand("%{-a}"))) do rpmscope.gometa(block) end}
    BuildRequires: go-rpm-macros
    %{!-f:ExclusiveArch: %{golang_arches}}%{-f:ExclusiveArch: %{golang_arches_future}}
    }
    %gopkg(av) %{lua: for _, block in ipairs(rpmscope.blocks("goipath")) do rpmscope.gopkg(block) end}
    %godevelpkg(z:av) %{lua: for _, block in ipairs(rpmscope.chosen("goipath", rpm.expand("%{-z*}"), rpm.expand("%{-a}"))) do rpmscope.gopkg(block) end}
    %goaltpkg(z:av) %{nil}
    %gopkgfiles(av) %{lua: for _, block in ipairs(rpmscope.blocks("goipath")) do rpmscope.gopkgfiles(block) end}
    %godevelfiles(z:av) %{lua: for _, block in ipairs(rpmscope.chosen("goipath", rpm.expand("%{-z*}"), rpm.expand("%{-a}"))) do rpmscope.gopkgfiles(block) end}
    %goaltfiles(z:av) %{nil}

    %goenv(z:i:vV:T:C:B:) %{lua: rpmscope.goenv(rpm.expand("%{-z*}"), rpm.expand("%{-i*}"))}
    %gomkdir(z:i:b:s:kv) %{expand:%goenv %{?-z} %{?-i}
    %{!-k:rm -fr "%{?-s*}%{!-s:%{currentgosourcedir}}/vendor"}
    if [[ ! -e "%{?-b*}%{!-b:%{gobuilddir}}/bin" ]] ; then
      install -m 0755 -vd "%{?-b*}%{!-b:%{gobuilddir}}/bin"
      export GOPATH="%{?-b*}%{!-b:%{gobuilddir}}:${GOPATH:+${GOPATH}:}%{?gopath}"
    fi
    if [[ ! -e "%{?-b*}%{!-b:%{gobuilddir}}/src/%{currentgoipath}" ]] ; then
      install -m 0755 -vd "$(dirname %{?-b*}%{!-b:%{gobuilddir}}/src/%{currentgoipath})"
      ln -fs "%{?-s*}%{!-s:%{currentgosourcedir}}" "%{?-b*}%{!-b:%{gobuilddir}}/src/%{currentgoipath}"
    fi
    cd "%{?-b*}%{!-b:%{gobuilddir}}/src/%{currentgoipath}"
    }
    %goprep(z:ai:b:s:kervS:Ap:) %{lua: for _, block in ipairs(rpmscope.chosen("goipath", rpm.expand("%{-z*}"), rpm.expand("%{-a}"))) do
      local number = block ~= "" and ("-z " .. block .. " ") or ""
      if rpm.expand("%{-e}") == "" then
        local setup = "%setup %{!-v:-q}"
        if rpm.expand("%{-p}") ~= "" then setup = "%autosetup %{-v} %{-S} %{-p}" elseif rpm.expand("%{-A}%{-S}") ~= "" then setup = "%autosetup -N %{-v} %{-S}" end
        print(rpm.expand(setup .. " %{?forgesetupargs" .. block .. "}\\n"))
      end
      print(rpm.expand("%gomkdir " .. number .. "%{?-i} %{?-b} %{?-s} %{-k} %{-v}\\n"))
    end}
    %go_prep_vendor %{nil}
    %go_generate_buildrequires(z:ai:) %{lua: print(rpm.expand('GOPATH="%{?gobuilddir:%{gobuilddir}:}${GOPATH:+${GOPATH}:}%{?gopath}" GO111MODULE=off golist --imported --package-path %{?-i*}%{!-i:%{goipath' .. rpm.expand("%{-z*}") .. '}} --with-tests --skip-self\\n'))}

    %gobuild_baseflags %{gocompilerflags} -tags="rpm_crashtraceback ${GO_BUILDTAGS-${BUILDTAGS-}}" -a -v -x
    %gobuild_ldflags ${GO_LDFLAGS-${LDFLAGS-}} %{?currentgoldflags} -B 0x$(echo "%{name}-%{version}-%{release}-${SOURCE_DATE_EPOCH:-}" | sha1sum | cut -d ' ' -f1) -compressdwarf=false -linkmode=external -extldflags '%{build_ldflags} %{?__golang_extldflags}'
    %gobuild_baseflags_shescaped "$(cat <<EOF\
    %{gobuild_baseflags}\
    EOF\
    )"
    %gobuild_ldflags_shescaped "$(cat <<EOF\
    %{gobuild_ldflags}\
    EOF\
    )"
    %gobuildflags() %{gobuild_baseflags} -ldflags "%{gobuild_ldflags}"
    %gobuildflags_shescaped() "$(cat <<EOF\
    %{gobuildflags}\
    EOF\
    )"
    %gobuild(-) %{expand:
      %undefine _auto_set_build_flags
      %global _dwz_low_mem_die_limit 0
      %{?gobuilddir:GOPATH="%{gobuilddir}:${GOPATH:+${GOPATH}:}%{?gopath}"} %{?gomodulesmode} \\
      go build %{gobuildflags} %{?**};
    }
    %gotestflags %{gocompilerflags}
    %gotestextldflags %{build_ldflags} %{?__golang_extldflags}
    %gotest(-) %{expand:
      %undefine _auto_set_build_flags
      %{?gomodulesmode} go test %{gotestflags} -ldflags "${GO_LDFLAGS-${LDFLAGS-}} %{?currentgoldflags} -extldflags '%{gotestextldflags}'" %{?**};
    }
    %gocheck(z:ai:b:s:vd:t:r:V:T:C:B:p:g:w) %{expand:%undefine _auto_set_build_flags
    %goenv %{?-z} %{?-i}
    %{?gotestflags:GO_TEST_FLAGS="%{gotestflags}" }%{?gotestextldflags:GO_TEST_EXT_LD_FLAGS="%{gotestextldflags}" }go-rpm-integration check -i "%{currentgoipath}" -b "%{gobuilddir}/bin" -s "%{gobuilddir}" -V "%{version}-%{release}" -p "%{buildroot}" -g "%{gopath}" %{?gocheckflags} %{?**}
    }
    %gocheck2(-) %{expand:
      %undefine _auto_set_build_flags
      GOCHECK2_GOTEST_FLAGS="%{gotestflags} -ldflags \\"${GO_LDFLAGS-${LDFLAGS-}} %{?currentgoldflags} -extldflags '%{gotestextldflags}'\\"" gocheck2 %{?gocheck2flags} %{?**};
    }
    %gochecks(-) %gocheck %{?**}
    %gobuildroot %gomkdir -k
    %gochecksflags %{?gocheckflags}
    %goinstall(z:ai:b:s:o:O:ve:d:t:r:V:T:C:B:p:g:) %{expand:%goenv %{?-z} %{?-i}
    go-rpm-integration install -i "%{currentgoipath}" -b "%{gobuilddir}/bin" -s "%{gobuilddir}" -o "%{thisgofilelist}" -O "%{goworkdir}" -V "%{version}-%{release}" -p "%{buildroot}" -g "%{gopath}" %{?goinstallflags} %{?**}
    }
    %gopkginstall(av) %{lua: for _, block in ipairs(rpmscope.blocks("goipath")) do print(rpm.expand("%godevelinstall" .. (block ~= "" and (" -z " .. block) or "") .. "\\n")) end}
    %godevelinstall(z:av) %{expand:%goenv %{?-z}
    (
    cd "%{gobuilddir}/src/%{currentgoipath}"
    go-rpm-integration install -i "%{currentgoipath}" -b "%{gobuilddir}/bin" -s "%{gobuilddir}" -o "%{thisgofilelist}" -O "%{goworkdir}" -V "%{version}-%{release}" -p "%{buildroot}" -g "%{gopath}" %{?goinstallflags}
    )
    }
    %goaltinstall(z:av) %{nil}

    %go_vendor_license_buildrequires(-) %{expand:
    go_vendor_license report %{?**} --mode=list >/dev/null
    }
    %go_vendor_license_install(-) %{expand:
    go_vendor_license %{?**} install --destdir "%{buildroot}" --install-directory "%{_defaultlicensedir}/%{name}" --filelist licenses.list
    }
    %go_vendor_license_check(-) %{expand:
    go_vendor_license %{?**} report --verify "%{?LICENSE}"
    }
    %go_vendor_license_filelist %{_builddir}/%{?buildsubdir}/licenses.list
    %go_vendor_archive_create go_vendor_archive create
    """#
}
