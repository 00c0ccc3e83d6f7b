#!/usr/bin/env bash
# Runs once, while Gradescope builds the image: a Python of 3.11 or newer, and gradkata in an environment of its own.
set -euo pipefail

autograder=${AUTOGRADER:-/autograder}
# A wheel in the zip is taken before the released version: that fixes what a whole term is graded with.
wheel=$(find "$autograder/source" -maxdepth 1 -name 'gradkata-*.whl' | sort | tail -n 1)

newest_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        if command -v "$name" > /dev/null &&
            "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Ubuntu 22.04, the usual image, has Python 3.10; 3.11 is among its packages.
if ! python=$(newest_python); then
    apt-get update
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends python3.11 python3.11-venv
    python=$(newest_python)
fi

"$python" -m venv "$autograder/gradkata"
"$autograder/gradkata/bin/python" -m pip install --disable-pip-version-check "${wheel:-gradkata}"
# Says in the build's log what this container lacks to confine a student's code.
"$autograder/gradkata/bin/kata" doctor || true
