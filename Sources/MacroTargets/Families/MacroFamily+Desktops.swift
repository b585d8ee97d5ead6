// Desktops, toolkits and fonts.

extension MacroFamily {
  static let desktops: [MacroFamily] = [
    .frameworks5, .frameworks5OfSUSE, .frameworks6, .frameworks6OfSUSE, .kde4, .qt5, .qt6, .qtOfSUSE, .qtOfMandriva, .fonts,
    .fontsOfSUSE, .gconf,
  ]

  /// KDE Frameworks 5.
  static let frameworks5 = MacroFamily(
    package: "kf5-rpm-macros", on: [.fedora, .enterprise, .mageia], comesWith: ["kf5", "KF5", "extra-cmake", "plasma", "kde"],
    names: """
      _kf5_{archdatadir,buildtype,docdir,libexecdir,mandir,metainfodir,plugindir,prefix,version} bug_ver_kf5
      find_lang_kf5 kf5_default_filter maj_ver_kf5 majmin_ver_kf5 min_ver_kf5 stable_kf5
      _kf5_{bindir,datadir,includedir,libdir,qmldir,qtplugindir,sysconfdir} cmake_kf5
      _kf5_*
      """)

  /// KDE Frameworks 5 as openSUSE has them.
  static let frameworks5OfSUSE = MacroFamily(
    package: "kf5-filesystem", on: [.opensuse], comesWith: ["kf5", "KF5", "extra-cmake", "plasma", "kde"],
    names: """
      _kf5_{applicationsdir,appsdir,appstreamdir,build_type,cmakedir,configdir,configkcfgdir,dbusinterfacesdir,dbuspolicydir}
      _kf5_{debugdir,htmldir,iconsdir,importdir,knsrcfilesdir,kxmlguidir,libexecdir,localedir,mandir,mkspecsdir,notifydir}
      _kf5_{plasmadir,plugindir,prefix,sbindir,servicesdir,servicetypesdir,sharedir,wallpapersdir}
      create_{exclude_filelist,subdir_filelist} kf5_{find_htmldocs,find_lang,post_install,python_bindings_package}
      _kf5_{bindir,datadir,includedir,libdir,qmldir,sysconfdir} cmake_kf5 kf5_makeinstall make_jobs _kf5_*
      """)

  /// KDE Frameworks 6.
  static let frameworks6 = MacroFamily(
    package: "kf6-rpm-macros", on: [.fedora, .enterprise, .mageia], comesWith: ["kf6", "KF6", "extra-cmake", "plasma", "kde"],
    names: """
      _kf6_{archdatadir,buildtype,docdir,libexecdir,mandir,metainfodir,prefix,sysconfdir,version} bug_ver_kf6 find_lang_kf6
      maj_ver_kf6 majmin_ver_kf6 min_ver_kf6 _kf6_{bindir,datadir,includedir,libdir,plugindir,qmldir,qtplugindir} cmake_kf6
      stable_kf6 _kf6_*
      """)

  /// KDE Frameworks 6 as openSUSE has them; openRuyi's are the same.
  static let frameworks6OfSUSE = MacroFamily(
    package: "kf6-filesystem", on: [.opensuse, .openruyi], comesWith: ["kf6", "KF6", "extra-cmake", "plasma", "kde"],
    names: """
      _kf6_{applicationsdir,appsdir,appstreamdir,cmakedir,configdir,configkcfgdir,dbusinterfacesdir,dbuspolicydir,debugdir}
      _kf6_{htmldir,iconsdir,importdir,knsrcfilesdir,kxmlguidir,libexecdir,localedir,mandir,mkspecsdir,notificationsdir}
      _kf6_{pkgconfigdir,plasmadir,prefix,qchdir,sbindir,sharedir,sysconfdir,wallpapersdir} kf6_{build,install,use_make}
      _kf6_{bindir,datadir,includedir,libdir,plugindir,qmldir} cmake_kf6 _kf6_*
      """)

  /// KDE 4.
  static let kde4 = MacroFamily(
    package: "kde-filesystem", on: [.fedora, .enterprise], comesWith: ["kde"],
    names: """
      _kde4_* kde4_* _qt4_*
      """)

  /// Qt 5.
  static let qt5 = MacroFamily(
    package: "qt5-rpm-macros", on: [.fedora, .enterprise, .openeuler, .mageia], comesWith: ["qt5", "Qt5", "kf5", "KF5"],
    names: """
      _qt5 _qt5_{cflags,cxxflags,epoch,evr,ldflags,libexecdir,optflags,qmake_flags,settingsdir,sysconfdir,version} qmake_qt5_wrapper
      _qt5_{archdatadir,bindir,datadir,docdir,examplesdir,headerdir,importdir,includedir,libdir,plugindir,prefix,qmake,qmldir}
      _qt5_translationdir qmake_qt5 qt5_qtwebengine_arches _qt5_*
      """)

  /// Qt 6.
  static let qt6 = MacroFamily(
    package: "qt6-rpm-macros", on: [.fedora, .enterprise, .openeuler, .mageia], comesWith: ["qt6", "Qt6", "kf6", "KF6"],
    names: """
      _qt6_{build_tool,build_type,cflags,cxxflags,examplesdir,importdir,ldflags,mkspecsdir,optflags,qmake,qmake_flags}
      _qt6_{settingsdir,sysconfdir} qmake_qt6_wrapper
      _qt6_{archdatadir,bindir,datadir,docdir,headerdir,includedir,libdir,libexecdir,plugindir,prefix,qmldir,translationdir}
      cmake_qt6 qmake_qt6 qt6_qtwebengine_arches _qt6_*
      """)

  /// Qt as openSUSE and openRuyi have it.
  static let qtOfSUSE = MacroFamily(
    package: "qt6-macros", on: [.opensuse, .openruyi], comesWith: ["qt", "Qt", "kf", "KF", "KDE"],
    names: """
      _libqt5_* _qt5_* _qt6_* qmake6 qmake6_{build,install} qmake5 make_jobs cmake_qt6
      qt6_{build_docs,doc_packages,examples_package,install_docs,link_executables} libqt5_*
      """)

  /// Qt as OpenMandriva has it.
  static let qtOfMandriva = MacroFamily(
    package: "qt6-qtbase-devel", on: [.openmandriva], comesWith: ["qt", "Qt"],
    names: """
      _qtdir qt6_postinstall qt6lib qt6libs qt6staticlib qt6staticlibs qtmajor _qt5_* _qt6_*
      """)

  /// Font packages.
  static let fonts = MacroFamily(
    package: "fonts-rpm-macros", on: [.fedora, .enterprise, .azurelinux], comesWith: ["font"],
    names: """
      _font_pkg_name docpkg fontcontact fontmetapkg fontorg fontrpmname fonttxt2xml linuxtext _font_pkg _fontbasedir
      _fontconfig_{confdir,masterdir,templatedir} _fontdir fontbuild fontcheck fontfiles fontinstall fontpkg fontpkgname
      fontpkgname# fontpkgheader# fontfamily# fontsummary# fontconfs# fontlicense#
      """)

  /// Font packages as openSUSE has them.
  static let fontsOfSUSE = MacroFamily(
    package: "fontpackages-devel", on: [.opensuse], comesWith: ["font"],
    names: """
      files_fontsconf_file files_fontsconf_availdir install_fontsconf reconfigure_fonts reconfigure_fonts_post
      reconfigure_fonts_prereq reconfigure_fonts_scriptlets _ttfontsdir
      """)

  /// GNOME's old configuration.
  static let gconf = MacroFamily(
    package: "gconf2", on: [.opensuse], comesWith: ["gconf"],
    names: """
      find_gconf_schemas gconf_schemas_{posttrans,preun,prereq,post}
      """)
}
