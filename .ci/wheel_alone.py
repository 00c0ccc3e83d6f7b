"""The wheel in virtual environments of its own: one for each supported Python that this machine has.

    .ci/wheel_alone.py WHEEL

In each: `gradkata` is the one name that the wheel adds; a student's first steps work; the examples come out as
expected.  Ends with the number of environments in the closing line that test runners print.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSIONS = ("3.11", "3.12", "3.13")
ADDS_ONE_NAME = """
from importlib.util import find_spec
from pathlib import Path
import gradkata
assert (Path(gradkata.__file__).parent / "collection" / "katas").is_dir()
found = [name for name in ("graders", "katas", "solutions") if find_spec(name)]
assert not found, found
"""


def main(wheel: str) -> int:
    """Try the wheel; 1 if it fails anywhere."""
    found = dict(interpreters())
    failed = 0
    for version, python in found.items():
        with tempfile.TemporaryDirectory() as folder:
            is_well = tried(version, python, Path(wheel).resolve(), Path(folder))
        failed += not is_well
        print(f"Python {version}: {'well' if is_well else 'FAILED'}", flush=True)
    for version in VERSIONS:
        if version not in found:
            print(f"Python {version}: not on this machine")
    print(f"{len(found) - failed} passed, {failed} failed")
    return int(failed > 0 or not found)


def interpreters() -> Iterator[tuple[str, str]]:
    """Each supported version with a Python that can make virtual environments, where there is one."""
    places = [Path(each) for each in os.environ.get("PATH", "").split(os.pathsep) if each]
    installed = Path.home() / ".pyenv" / "versions"
    for version in VERSIONS:
        candidates = [folder / f"python{version}" for folder in places]
        candidates += sorted(installed.glob(f"{version}.*/bin/python{version}"))
        for candidate in candidates:
            probe = [
                str(candidate),
                "-c",
                "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])",
            ]
            if candidate.is_file():
                done = subprocess.run(probe, capture_output=True, text=True, check=False)
                if done.stdout.strip() == version:
                    yield version, str(candidate)
                    break


def tried(version: str, python: str, wheel: Path, folder: Path) -> bool:
    """Whether everything works in a new environment; what fails is printed."""
    home = folder / "alone"
    inside = home / "bin" / "python"
    work = folder / "work"
    own = folder / "own"
    own.mkdir()
    (own / "graders.py").write_text("", "utf-8")
    (own / "test_a.py").write_text("import graders\n\n\ndef test_a():\n    assert graders\n", "utf-8")
    (own / "solutions").mkdir()
    (own / "solutions" / "__init__.py").write_text("raise SystemExit('not to be imported')\n", "utf-8")
    wrong = (ROOT / "examples" / "wrong" / "nms_at_threshold.py").read_text("utf-8")
    right = (ROOT / "examples" / "right" / "iou.py").read_text("utf-8")
    steps: list[tuple[Path, int, list[object]]] = [
        (folder, 0, [python, "-m", "venv", home]),
        (folder, 0, [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]),
        (folder, 0, [inside, "-c", ADDS_ONE_NAME]),
        (folder, 0, [home / "bin" / "kata", "init", work]),
        (own, 0, [inside, "-m", "pytest", "-q"]),
        (work, 0, [home / "bin" / "kata", "check", "iou"]),
        (work, 1, [home / "bin" / "kata", "check", "nms"]),
        (work, 0, [inside, "-m", "pytest", "-q", "katas/detection/iou.py"]),
        (folder, 0, [inside, ROOT / "examples" / "judge.py"]),
    ]
    for number, (cwd, wanted, command) in enumerate(steps):
        if number == 5:
            (work / "katas" / "detection" / "iou.py").write_text(right, "utf-8")
            (work / "katas" / "detection" / "nms.py").write_text(wrong, "utf-8")
        environment = {**os.environ, "PYTHONPATH": str(own) if number in (5, 6) else ""}
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != wanted or (wanted and "The grader failed" in done.stdout):
            print(f"Python {version}: {command} ended with {done.returncode}, not {wanted}")
            print(done.stdout[-4000:], done.stderr[-4000:])
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
