extension MacroLayer {
  /// OpenHPC: its `OHPC_macros` file is a source beside each spec in the build service, but not in the repository of specs.
  static let openHPC = MacroLayer(
    name: "openhpc", summary: "OpenHPC", base: "epel9", words: ["OHPC_macros", "%{OHPC_", "%ohpc_", "%{PROJ_DELIM}"],
    macros: #"""
      %PROJ_NAME ohpc
      %PROJ_DELIM -%{PROJ_NAME}
      %OHPC_BUILD 1
      %OHPC_CUSTOM_PKG_DELIM %{nil}
      %OHPC_CUSTOM_DELIM %{nil}
      %OHPC_HOME /opt/%{PROJ_NAME}
      %OHPC_ADMIN %{OHPC_HOME}/admin
      %OHPC_PUB %{OHPC_HOME}/pub
      %OHPC_APPS %{OHPC_PUB}/apps
      %OHPC_COMPILERS %{OHPC_PUB}/compiler
      %OHPC_LIBS %{OHPC_PUB}/libs
      %OHPC_MODULES %{OHPC_PUB}/modulefiles
      %OHPC_MODULEDEPS %{OHPC_PUB}/moduledeps
      %OHPC_MPI_STACKS %{OHPC_PUB}/mpi
      %OHPC_UTILS %{OHPC_PUB}/utils
      %OHPC_SETUP_COMPILER %{ohpc_setup_compiler}
      %ohpc_version 3.0
      %ohpc_micro_update 0
      %ohpc_repo http://repos.openhpc.community
      %_repository %{ohpc_repo}
      %ohpc_compiler gnu12
      %ohpc_mpi openmpi4
      %compiler_family gnu12
      %mpi_family openmpi4
      %gnu_major_ver 12
      %gnu_version 12.2.0
      %python_family python3
      %python_prefix python3
      %python3_prefix python3
      %python_module_prefix py3-
      %python_lib_dir lib/python%{python3_version}
      %PNAME %{lua: print(string.upper(rpm.expand("%{?pname}")))}
      %ohpc_setup_compiler . /etc/profile.d/lmod.sh; module purge; module load %{compiler_family} %{?ohpc_mpi_dependent:%{mpi_family}}
      """#)
}
