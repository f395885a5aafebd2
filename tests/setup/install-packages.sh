#!/bin/sh
# Installs the Debian packages that are named, as root, and starts no service that they bring (invoke-rc.d(8)): a policy that
# the machine has of its own is left alone, and the one put here is removed again.
set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\n# Put here by the tests of fairmirror while they install packages.\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi
apt-get -qq -y -o DPkg::Lock::Timeout=300 update
apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"
