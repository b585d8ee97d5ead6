extension MacroLayer {
  /// PostgreSQL's own repositories (pgdg-srpm-macros): one spec is built for each major version, which the builder defines.
  static let pgdg = MacroLayer(
    name: "pgdg", summary: "PostgreSQL Global Development Group's repositories", base: "epel9",
    words: ["%{pgmajorversion}", "%pgmajorversion", "%pgdg_set_", "pgdg-srpm-macros", "%{pgpackageversion}"],
    macros: #"""
      %__ospython %{__python3}
      %pgmajorversion 18
      %pgpackageversion %{pgmajorversion}
      %prevmajorversion 16
      %pginstdir /usr/pgsql-%{pgmajorversion}
      %pgbaseinstdir %{pginstdir}
      %pgdg_set_gis_variables %global sfcgal 1 \
      %global geosmajorversion 313 \
      %global geosinstdir /usr/geos%{geosmajorversion} \
      %global gdalmajorversion 311 \
      %global gdalinstdir /usr/gdal%{gdalmajorversion} \
      %global projmajorversion 96 \
      %global projinstdir /usr/proj%{projmajorversion} \
      %global proj93instdir /usr/proj93 \
      %global libgeotiffmajorversion 17 \
      %global libgeotiffinstdir /usr/libgeotiff%{libgeotiffmajorversion} \
      %global libspatialitemajorversion 50 \
      %global libspatialiteinstdir /usr/libspatialite%{libspatialitemajorversion} \
      %{nil}
      %pgdg_set_llvm_variables %{nil}
      %pgdg_set_ppc64le_compiler_at10 %{nil}
      %pgdg_set_ppc64le_min_requirements %{nil}
      """#, distribution: .pgdg)
}
