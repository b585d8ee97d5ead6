// Build systems, cross compilers and collections.

extension MacroFamily {
  static let buildSystems: [MacroFamily] = [
    .cmake, .meson, .mingw, .mingwOfSUSE, .declared, .scl,
  ]

  /// CMake.
  static let cmake = MacroFamily(
    package: "cmake-rpm-macros", on: [.fedora, .enterprise, .openruyi], comesWith: ["cmake", "extra-cmake"],
    names: """
      _cmake_{lib_suffix64,shared_libs,skip_rpath,version} cmake cmake_{build,install} ctest cmake_* cmake3_*
      """)

  /// Meson.
  static let meson = MacroFamily(
    package: "meson", on: [.fedora, .enterprise, .opensuse, .mageia], comesWith: ["meson"],
    names: """
      buildsystem_{meson_build,meson_check,meson_conf,meson_generate_buildrequires,meson_install} meson meson_{build,install,test}
      """)

  /// Cross compilers for Windows.
  static let mingw = MacroFamily(
    package: "mingw-filesystem-base", on: [.fedora, .enterprise], comesWith: ["mingw", "ucrt64"],
    names: """
      mingw32_{addr2line,ar,as,cflags,cmake,cmake_generic,cmake_kde4,configure,cpp,cppflags,cxx,debug_package,description}
      mingw32_{dlltool,dllwrap,env,exec_prefix,fflags,gcov,gfortran,gprof,host,ld,ldflags,libexecdir,localstatedir,make,nm}
      mingw32_{objcopy,objdump,pkg_config,pkg_name,qmake_qt4,qmake_qt5,ranlib,readelf,sbindir,sharedstatedir,size,strings}
      mingw32_{windmc,windres}
      mingw64_{addr2line,ar,as,cflags,cmake,cmake_generic,cmake_kde4,configure,cpp,cppflags,cxx,debug_package,description}
      mingw64_{dlltool,dllwrap,env,exec_prefix,fflags,gcov,gfortran,gprof,host,ld,ldflags,libexecdir,localstatedir,make,nm}
      mingw64_{objcopy,objdump,pkg_config,pkg_name,qmake_qt4,qmake_qt5,ranlib,readelf,sbindir,sharedstatedir,size,strings}
      mingw64_{windmc,windres}
      mingw_{build_targets,cmake_kde4,find_lang,finddebuginfo,findprovides,findrequires,objcopy,objdump,qmake_qt4,qmake_qt5}
      mingw_strip mingw32_{bindir,cc,datadir,docdir,includedir,infodir,libdir,mandir,prefix,strip,sysconfdir,sysroot,target}
      mingw64_{bindir,cc,datadir,docdir,includedir,infodir,libdir,mandir,prefix,strip,sysconfdir,sysroot,target}
      mingw_{build_win32,build_win64,cmake,configure,debug_install_post,debug_package,make,make_install,package_header} mingw32_*
      mingw64_* ucrt64_* mingw_*
      """)

  /// Cross compilers for Windows as openSUSE has them.
  static let mingwOfSUSE = MacroFamily(
    package: "mingw64-cross-gcc", on: [.opensuse], comesWith: ["mingw"],
    names: """
      _mingw32_* _mingw64_*
      """)

  /// What `BuildSystem:` of rpm 4.20 calls.
  static let declared = MacroFamily(
    package: nil, on: [.fedora, .enterprise, .opensuse, .openruyi, .mageia, .openmandriva],
    names: """
      buildsystem_*
      """)

  /// Software collections.
  static let scl = MacroFamily(
    package: nil, on: [.enterprise, .fedora],
    names: """
      scl scl_* _scl_* _root_*
      """)
}
