extension MacroLayer {
  /// The CMS experiment's cmsBuild: `### RPM GROUP NAME VERSION` in place of a preamble, which cmsBuild writes.
  static let cms = MacroLayer(
    name: "cms", summary: "CMS experiment's cmsBuild", base: "epel9", words: ["### RPM external ", "### RPM cms ", "### RPM lcg "],
    macros: #"""
      %realversion 1.0
      %pkgname package
      %pkgcategory external
      %pkgrel %{pkgcategory}/%{pkgname}/%{realversion}
      %pkgversion %{realversion}
      %pkgreqs %{nil}
      %directpkgreqs %{nil}
      %requiredtools %{nil}
      %buildrequiredtools %{nil}
      %cmsroot %{_topdir}
      %instroot %{cmsroot}/%{cmsplatf}
      %pkginstroot %{instroot}/%{pkgrel}
      %pkgdir %{pkgcategory}/%{pkgname}
      %cmsplatf el9_amd64_gcc13
      %cmsos el9_amd64
      %cms_arch amd64
      %cmscompiler gcc13
      %cms_cxx_standard 20
      %cms_python3_major_minor_version 3.9
      %selected_microarch -march=x86-64-v3
      %arch_build_flags %{nil}
      %cuda_gcc_support 1
      %cuda_arch 80
      %cmake_prefix_path %{nil}
      %makeprocesses -j%{_smp_build_ncpus}
      %compiling_processes %{_smp_build_ncpus}
      %relocateConfig perl -p -i -e "s|%{pkginstroot}|\\$RPM_INSTALL_PREFIX|g" %{pkginstroot}/
      %relocateCmsFiles echo
      %relocateRpmPkg echo
      %relocatePy2SitePackages %{nil}
      %common_revision_script true
      %get_config_sub() cp /usr/lib/rpm/config.sub %{1}
      %get_config_guess() cp /usr/lib/rpm/config.guess %{1}
      %mic false
      %build_cc gcc
      """#)
}
