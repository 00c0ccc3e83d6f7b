"""`kata init`: a student's own copy of the stubs."""

import argparse
from pathlib import Path

from graders.engine.cli.errors import UsageError
from graders.engine.cli.standing import installed
from graders.engine.tree import Tree, short_name, workspace


def run(arguments: argparse.Namespace) -> int:
    """Copy the stubs and say what to do next."""
    tree, here = installed(), Path.cwd()
    if arguments.directory is None:
        target = workspace(here) or here
    else:
        target = Path(arguments.directory).expanduser()
    try:
        written, kept = copy_stubs(tree, target)
    except OSError as error:
        raise UsageError(
            f"{error.filename or target} cannot be written ({error.strerror or error}). "
            "Choose another folder: kata init DIR"
        ) from None
    print("\n".join(_told(tree, target, here, written, kept)))
    return 0


def copy_stubs(tree: Tree, target: Path) -> tuple[list[str], list[str]]:
    """Write the syllabus and every stub below ``target/katas``.

    Returns the slugs written, and those that were there already.

    Raises:
        UsageError: where ``target`` is the installed tree itself.
        OSError: where the folder cannot be written.
    """
    _refuse_installed(tree, target)
    written, kept = [], []
    for slug in tree.slugs():
        path = target / "katas" / f"{slug}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            # Exclusive creation: a file that appears in between is kept as well.
            with path.open("xb") as file:
                file.write(tree.stub(slug).read_bytes())
        except FileExistsError:
            kept.append(slug)
        else:
            written.append(slug)
    # Marks the folder for pytest, and names what is in it: after an update more than before.
    (target / "katas" / "syllabus.toml").write_bytes(tree.syllabus.read_bytes())
    return written, kept


def _refuse_installed(tree: Tree, target: Path) -> None:
    place, root = target.resolve(), tree.root.resolve()
    own = [root / name for name in ("katas", "solutions", "graders")]
    if place == root or any(place == folder or folder in place.parents for folder in own):
        raise UsageError(
            f"{target} holds the originals, which stay as they are. "
            "Give your copy a folder of its own: kata init work"
        )


def _told(tree: Tree, target: Path, here: Path, written: list[str], kept: list[str]) -> list[str]:
    where = _relative(target / "katas", here)
    lines = []
    if written:
        lines.append(f"{len(written)} {'kata' if len(written) == 1 else 'katas'} written to {where}.")
    if kept:
        were = (
            "was there already and stays as it is"
            if len(kept) == 1
            else ("were there already and stay as they are")
        )
        lines.append(f"{len(kept)} {were}: {_listed([short_name(slug) for slug in kept])}.")
    first = (written or kept or [""])[0]
    if first:
        steps = [] if target.resolve() == here.resolve() else [f"  cd {_relative(target, here)}"]
        steps += [
            f"  kata show {short_name(first)}",
            f"  edit katas/{first}.py",
            f"  kata check {short_name(first)}",
        ]
        lines += ["", "Next:", "", *steps, "", "`kata watch` checks whenever you save."]
    return lines


def _listed(names: list[str], most: int = 8) -> str:
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def _relative(path: Path, start: Path) -> str:
    try:
        return str(path.resolve().relative_to(start.resolve()))
    except ValueError:
        return str(path)
