# Where this machine gets Debian from; sourced by whatever makes a Debian system of its own.

mirror() {
  local found
  found=$(apt-get indextargets --format '$(ORIGIN) $(SITE)' "Created-By: Packages" | sed -n 's/^Debian //p' | grep -v security | sed -n 1p)
  echo "${found:-http://deb.debian.org/debian}"
}
