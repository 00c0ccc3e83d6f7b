"""Copy the modules of gradkata that a kit runs, under another name, so that the rules have one source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

NAME = "gradkata_kit"
_SOURCE = Path(__file__).resolve().parents[1]
_ROOTS = ("gradkata.kit.inside.kit_command", "gradkata.isolation.inside.spawned_child")
_SCRIPT = "kit/inside/script.py"
_IMPORT = re.compile(r"\b(from|import) gradkata\b")
_PACKAGE = '"""Parts of gradkata that check answers with NumPy alone; a copy, made by `kata kit`."""\n'


def sources() -> dict[str, str]:
    """By its path in a kit, the text of each module that checking needs, and of the script ``check.py``."""
    found = {f"{NAME}/__init__.py": _PACKAGE}
    for module in sorted(_needed()):
        path = module.relative_to(_SOURCE)
        found[f"{NAME}/{path.as_posix()}"] = _renamed(module)
        for folder in path.parents[:-1]:
            package = _SOURCE / folder / "__init__.py"
            found[f"{NAME}/{folder.as_posix()}/__init__.py"] = _renamed(package)
    found["check.py"] = _renamed(_SOURCE / _SCRIPT)
    return dict(sorted(found.items()))


def _renamed(path: Path) -> str:
    return _IMPORT.sub(rf"\1 {NAME}", path.read_text("utf-8"))


def _needed() -> set[Path]:
    """The modules that a kit imports, at once or later, directly or through others."""
    pending, found = [_path(name) for name in _ROOTS], set[Path]()
    while pending:
        path = pending.pop()
        if path is None or path in found:
            continue
        found.add(path)
        for name in _imports(path):
            pending.append(_path(name) or _path(name.rpartition(".")[0]))
    return found


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "gradkata":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _path(name: str) -> Path | None:
    """The file of a module or package of gradkata; None for a name inside a module, and for gradkata itself."""
    parts = name.split(".")[1:]
    path = _SOURCE.joinpath(*parts)
    files = (path.with_suffix(".py"), path / "__init__.py")
    return next((file for file in files if parts and file.is_file()), None)
