#!/usr/bin/env bash
# Boot a real aarch64 kernel under emulation and confine students on it: self-tests and examples.
#
#   tests/isolation/aarch64.sh FOLDER
#
# Takes some five minutes.  Needs a Debian or Ubuntu with qemu-system-arm and cpio; all else is fetched into
# FOLDER (700 MB), and nothing is installed.  Prints what the machine says; `aarch64: well` at the end means that all went as it should.
set -euo pipefail
project=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$1/root/new" "$1/root/course/project" "$1/debs" "$1/apt/lists/partial"
here=$(cd "$1" && pwd)
packages="$here/root/usr/lib/python3/dist-packages"
cd "$here"

touch apt/status
cat > apt.conf <<CONF
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
Dir::State "$here/apt";
Dir::State::lists "$here/apt/lists";
Dir::State::status "$here/apt/status";
Dir::Cache "$here/apt";
CONF
if [ ! -e fetched ]; then
    export APT_CONFIG="$here/apt.conf"
    apt-get -q update
    apt-get -q -y --no-install-recommends --print-uris \
        install python3 libstdc++6 busybox-static bubblewrap linux-image-arm64 \
        | sed -n "s/^'[^']*' \([^_]*\)_.*/\1/p" | grep -vE '^(initramfs|udev|dpkg|debconf|linux-image-arm64)' > names
    (cd debs && xargs apt-get -q download < ../names)
    unset APT_CONFIG
    for package in debs/*.deb; do dpkg -x "$package" root; done
    python3 -m pip -q download --no-deps --only-binary=:all: --dest wheels --python-version 3.11 \
        --platform manylinux_2_27_aarch64 --platform manylinux_2_28_aarch64 'numpy>=2'
    python3 -m pip -q download --only-binary=:all: --dest wheels --python-version 3.11 pytest hypothesis
    for wheel in wheels/*.whl; do python3 -m zipfile -e "$wheel" "$packages"; done
    mv root/boot/vmlinuz-* kernel
    rm -rf root/boot root/lib/modules root/usr/share
    touch fetched
fi

cp -r "$project"/{graders,katas,solutions,tests,examples,pyproject.toml} root/course/project/
cat > root/init <<'INIT'
#!/bin/busybox sh
# bubblewrap cannot leave the first file system of a kernel: move to another.
/bin/busybox mount -t tmpfs -o size=3g tmpfs /new
cd /
/bin/busybox cp -a bin etc lib sbin usr course second /new/
/bin/busybox mkdir -p /new/proc /new/sys /new/dev /new/tmp
exec /bin/busybox switch_root /new /second
INIT
cat > root/second <<'INIT'
#!/bin/busybox sh
export PATH=/usr/bin:/bin:/sbin HOME=/tmp LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1 PYTHONPATH=/course/project
/bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev; mount -t tmpfs tmpfs /tmp
ifconfig lo 127.0.0.1 up
echo nobody:x:65534:65534::/:/bin/sh > /etc/passwd
cd /course/project && uname -srm && sh /course/job && echo "aarch64: well"
poweroff -f
INIT
cat > root/course/job <<'JOB'
python3 -c '
import numpy
from gradkata.isolation.inside import landlock
from gradkata.isolation.selftest import selftest
print("numpy", numpy.__version__, "landlock", landlock.version(), flush=True)
tests = [selftest(level) for level in ("subprocess", "kernel", "bwrap")]
print(*tests, sep="\n", flush=True)
raise SystemExit(not all(test.passed for test in tests))' || exit 1
for level in kernel bwrap; do for file in examples/right/*.py; do
    python3 -m gradkata.cli check --submission $file --sandbox $level || exit 1
done; done
for file in examples/hostile/*.py; do
    python3 -m gradkata.cli check --submission $file --sandbox bwrap
    [ $? = 1 ] || exit 1
done
JOB
chmod +x root/init root/second
(cd root && find . -name __pycache__ -prune -o -print | cpio -o -H newc --quiet | gzip -1 > ../initrd.gz)
qemu-system-aarch64 -M virt -cpu max -smp 2 -m 4096 -nographic -no-reboot -net none \
    -kernel kernel -initrd initrd.gz -append "console=ttyAMA0 quiet panic=-1 rdinit=/init" < /dev/null | tee said
grep -q "aarch64: well" said
