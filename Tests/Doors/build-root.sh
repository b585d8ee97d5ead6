# A small system with the package installed and nothing else of the project, as mock's build roots are; sourced.
#
# The machine's own rpm, shell and libraries, in a root of their own, so that paths such as /usr/bin/rpmscope and
# /usr/lib/rpm/macros.d are the package's real ones.

libraries=$(ls -d /usr/lib/*-linux-gnu)

# make_build_root ROOT: makes it and installs our packages by `rpm -U --root`.
make_build_root() {
  local root=$1
  rm -rf "$root"
  mkdir -p "$root"/{usr/bin,usr/lib,usr/share/git-core/templates,tmp,var/lib/rpm,var/tmp,etc,proc,dev,builddir} "$root$libraries" "$root/usr/lib64"
  ln -s usr/bin "$root/bin"
  ln -s usr/lib "$root/lib"
  ln -s usr/lib64 "$root/lib64"
  cp -r /usr/lib/rpm "$root/usr/lib/rpm"
  # Debian keeps the database in the caller's home unless told otherwise.
  echo '%_dbpath /var/lib/rpm' > "$root/usr/lib/rpm/macros.d/macros.build-root"
  local command
  for command in sh bash rpm rpmbuild rpmspec rpm2cpio cpio env cat ls head tail grep sed mkdir mktemp rm cp mv id uname getconf tar gzip \
    basename dirname chmod make git git-upload-pack; do
    cp -L "$(type -P "$command")" "$root/usr/bin/$command"
  done
  run 0 rpm -U --root "$root" --dbpath /var/lib/rpm --nodeps --noscripts "$work"/rpmbuild/RPMS/*/*.rpm
}

# in_build_root COMMAND…: runs a command there, as nobody's home and with no network.
in_build_root() {
  bwrap --bind "$work/root" / --dev /dev --proc /proc --ro-bind "$libraries" "$libraries" --ro-bind /usr/lib64 /usr/lib64 \
    --ro-bind /etc/ld.so.cache /etc/ld.so.cache --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group \
    --unshare-net --chdir "${IN_FOLDER:-/}" --clearenv --setenv PATH /usr/bin --setenv HOME /builddir --setenv LC_ALL C "$@"
}
