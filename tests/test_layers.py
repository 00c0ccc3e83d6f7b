"""Who may import whom."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "graders" / "engine"
LEAVES = {"signature", "tree", "version", "excerpt"}
JUDGING = {"judging", "submissions", "isolation", "drawing", "declaring", "comparing", *LEAVES}
# What each part may import beside itself; a part that is not named here may import nothing of ours.
MAY_IMPORT = {
    "plugin": {"cli", "reports", "judging", "isolation", *LEAVES},
    "cli": {"classroom", "notebook", "authoring", "reports", *JUDGING},
    "notebook": {"classroom", "reports", *JUDGING},
    "classroom": {"authoring", "reports", *JUDGING},
    "authoring": {"judging", "drawing", "declaring", "comparing", *LEAVES},
    "judging": {"submissions", "isolation", "drawing", "declaring", "comparing", *LEAVES},
    "submissions": {"tree"},
    "drawing": {"declaring"},
    "declaring": {"comparing", "signature"},
    "comparing": {"signature"},
    "reports": set(),
    "isolation": set(),
    "signature": set(),
    "excerpt": set(),
    "tree": set(),
    "version": set(),
}
HEAVY = ("numba", "hypothesis", "rich", "pytest", "argcomplete", "watchfiles", "tqdm", "nbformat", "IPython")

# Modules that nbgrader loads, or that only those use.
NBGRADERS = {"cleaning", "coming", "exporter", "outputs", "preprocessor", "restoring"}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def part_of(path):
    return path.relative_to(ENGINE).with_suffix("").parts[0]


def ours(name):
    parts = name.split(".")
    return parts[2] if parts[:2] == ["graders", "engine"] and len(parts) > 2 else None


ENGINE_FILES = [path for path in sorted(ENGINE.rglob("*.py")) if path != ENGINE / "__init__.py"]


@pytest.mark.parametrize("path", ENGINE_FILES, ids=lambda p: str(p.relative_to(ENGINE)))
def test_a_part_of_the_engine_imports_parts_below_it_only(path):
    used = {ours(name) for name, _ in imports(path)} - {None}

    assert used <= {part_of(path), *MAY_IMPORT[part_of(path)]}


@pytest.mark.parametrize("path", ENGINE_FILES, ids=lambda p: str(p.relative_to(ENGINE)))
def test_heavy_packages_are_imported_late(path):
    tree = ast.parse(path.read_text("utf-8"))
    at_import = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    names = [a.name for n in at_import if isinstance(n, ast.Import) for a in n.names]
    names += [n.module or "" for n in at_import if isinstance(n, ast.ImportFrom)]

    # pytest and nbgrader load their plug-ins themselves.
    there = {"plugin": {"pytest"}, "notebook": {"nbformat"} if path.stem in NBGRADERS else set()}
    heavy = set(HEAVY) - there.get(part_of(path), set())
    assert not [name for name in names if name.split(".")[0] in heavy]


@pytest.mark.parametrize("path", sorted((ROOT / "katas").rglob("*.py")), ids=lambda p: p.stem)
def test_a_stub_imports_numpy_only(path):
    assert {name.split(".")[0] for name, _ in imports(path)} <= {"numpy"}


@pytest.mark.parametrize("path", sorted((ROOT / "solutions").rglob("*.py")), ids=lambda p: p.stem)
def test_a_solution_imports_numbers_and_its_siblings_only(path):
    allowed = {"numpy", "numba", "solutions", "math", "collections", "itertools", "fractions", "typing"}
    allowed |= {"functools", "operator"}

    assert {name.split(".")[0] for name, _ in imports(path)} <= allowed


GRADERS = [p for p in sorted((ROOT / "graders").glob("*/*.py")) if p.parent.name != "engine"]


@pytest.mark.parametrize("path", GRADERS, ids=lambda p: p.stem)
def test_a_grader_imports_the_declaring_part_and_its_chapters_helpers_only(path):
    for name, _ in imports(path):
        chapter = name.startswith(f"graders.{path.parent.name}.")
        assert chapter or name.split(".")[0] in ("numpy", "math", "collections") or name in (
            "graders.Kata", "graders.Tolerance", "graders.arg", "graders.same", "graders.st",
            f"graders.{path.parent.name}._wrong_counts",
        ), name  # fmt: skip


@pytest.mark.parametrize("path", ENGINE_FILES, ids=lambda p: str(p.relative_to(ENGINE)))
def test_an_engine_module_is_read_in_one_sitting(path):
    lines = path.read_text("utf-8").count("\n")
    longest = max((n.end_lineno - n.lineno + 1 for n in ast.walk(ast.parse(path.read_text("utf-8")))
                   if isinstance(n, ast.FunctionDef)), default=0)  # fmt: skip

    assert lines <= 250
    assert longest <= 60


@pytest.mark.parametrize("path", GRADERS, ids=lambda p: p.stem)
def test_a_grader_is_read_in_one_sitting(path):
    assert path.read_text("utf-8").count("\n") <= 160


@pytest.mark.parametrize("path", sorted((ROOT / "solutions").rglob("*.py")), ids=lambda p: p.stem)
def test_a_solution_is_read_in_one_sitting(path):
    assert path.read_text("utf-8").count("\n") <= 120
