"""Run the command `kata` in a separate process."""

import json
import os
import subprocess
import sys

from gradkata import course_file


def kata(*words, cwd, **environ):
    """Run a command as a person does."""
    environment = {name: value for name, value in os.environ.items() if name != course_file.ENVIRONMENT}
    return subprocess.run(
        [sys.executable, "-m", "gradkata.cli", *words],
        cwd=cwd, env={**environment, "COLUMNS": "100", **environ}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def listed(*words, cwd, **environ):
    """The slugs that `kata list` shows."""
    done = kata(*words, "list", "--json", cwd=cwd, **environ)
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["kata"] for line in done.stdout.splitlines()]
