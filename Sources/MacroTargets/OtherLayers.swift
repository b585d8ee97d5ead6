extension MacroLayer {
  /// Foreman's and Katello's packages (foreman-build, foreman-proxy).
  static let foreman = MacroLayer(
    name: "foreman", summary: "Foreman's and Katello's packages", base: "epel9",
    words: ["%{foreman_", "%foreman_", "%{?foreman_", "foreman-build"],
    macros: #"""
      %foreman_dir %{_datadir}/foreman
      %foreman_bundlerd_dir %{foreman_dir}/bundler.d
      %foreman_bundlerd_plugin %{foreman_bundlerd_dir}/%{gem_name}.rb
      %foreman_pluginconf_dir %{_sysconfdir}/foreman/plugins
      %foreman_apipie_cache_foreman %{foreman_dir}/public/apipie-cache/plugin/%{gem_name}
      %foreman_apipie_cache_plugin %{gem_instdir}/public/apipie-cache
      %foreman_assets_foreman %{foreman_dir}/public/assets/%{gem_name}
      %foreman_assets_plugin %{gem_instdir}/public/assets/%{gem_name}
      %foreman_webpack_foreman %{foreman_dir}/public/webpack/%{gem_name}
      %foreman_webpack_plugin %{gem_instdir}/public/webpack/%{gem_name}
      %foreman_bundlerd_file() printf 'gem "%{gem_name}"\\n' > %{buildroot}%{foreman_bundlerd_plugin}
      %foreman_precompile_plugin(asrw) %{nil}
      %foreman_plugin_log /usr/sbin/foreman-rake plugin:list >/dev/null 2>&1 || :
      %foreman_db_migrate /usr/sbin/foreman-rake db:migrate >/dev/null 2>&1 || :
      %foreman_db_seed /usr/sbin/foreman-rake db:seed >/dev/null 2>&1 || :
      %foreman_apipie_cache /usr/sbin/foreman-rake apipie:cache >/dev/null 2>&1 || :
      %foreman_restart /bin/systemctl try-restart foreman >/dev/null 2>&1 || :
      %foreman_assets_precompile /usr/sbin/foreman-rake assets:precompile
      """#)

  /// Ruby and Python beside the system's own, as rh-ruby24 and EPEL 6 and 7 have them.
  static let softwareCollections = MacroLayer(
    name: "collections", summary: "interpreters beside the system's own", base: "epel9",
    words: ["%{gem24_", "%{__python27}", "%{python27_", "%{?gem24_"],
    macros: #"""
      %gem24_dir %{_datadir}/ruby24-gems
      %gem24_extbuilddir %{_libdir}/ruby24-gems/extensions/%{?gem_name}-%{version}
      %gem24_instdir %{gem24_dir}/gems/%{?gem_name}-%{version}
      %__python27 /usr/bin/python2.7
      %python27_version 2.7
      %python27_sitelib %{_prefix}/lib/python2.7/site-packages
      %python27_sitearch %{_libdir}/python2.7/site-packages
      """#)
}
