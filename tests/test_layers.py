"""Who may import whom, and how long a piece of code may be."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "gradkata"
# From the top down: a part imports parts below it only.
LAYERS = (
    "cli", "plugin", "notebook", "classroom", "kit", "authoring", "session", "workers", "judging", "submissions",
    "drawing", "inputs", "declaring", "mistakes", "comparing", "signature", "sizes", "workspace", "reports",
    "course_file", "jit", "loader", "author_code", "statement", "catalog", "excerpt", "solution_files", "begun",
    "exit_codes", "outcomes", "version", "isolation",
)  # fmt: skip
# Loaded when they are needed and not with the module that needs them: `kata` has to start quickly.
HEAVY = {"numba", "hypothesis", "pytest", "argcomplete", "watchfiles", "tqdm", "nbformat", "IPython"}
# pytest and nbgrader load their plug-ins themselves.
LOADED_BY_PYTEST = {"plugin"}
LOADED_BY_NBGRADER = {"cleaning", "exporter", "outputs", "preprocessor", "restoring", "upcoming"}
NUMBERS = {
    "numpy", "math", "statistics", "fractions", "collections", "heapq", "itertools", "functools", "operator", "typing",
}  # fmt: skip


def files(*folders):
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def imports(path, *, top_only=False):
    """What a file imports: dotted names, relative ones beginning with dots."""
    module = ast.parse(path.read_text("utf-8"))
    for node in module.body if top_only else ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (
                "." * node.level + f"{node.module or ''}.{alias.name}".strip(".") for alias in node.names
            )


def place(path):
    return str(path.relative_to(ROOT))


def part_of(path):
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def modules():
    """The modules of the package, without the one that only names what authors import."""
    return [path for path in files("gradkata") if path != PACKAGE / "__init__.py"]


def test_every_part_has_its_layer():
    assert set(LAYERS) == {part_of(path) for path in modules()}


def test_imports_go_downwards():
    upwards = [
        f"{place(path)} imports {name}"
        for path in modules()
        for name in imports(path)
        if name.startswith("gradkata.") and LAYERS.index(name.split(".")[1]) < LAYERS.index(part_of(path))
    ]

    assert upwards == []


def test_what_runs_in_the_sandbox_imports_its_neighbours_and_nothing_else_of_ours():
    ours = [
        f"{place(path)} imports {name}"
        for path in files("gradkata/isolation/inside")
        for name in imports(path)
        if name.startswith("gradkata.") and not name.startswith("gradkata.isolation.inside.")
    ]

    assert ours == []


def test_the_sandbox_imports_the_standard_library_and_numpy_alone():
    import sys

    allowed = sys.stdlib_module_names | {"numpy", "gradkata"}
    foreign = [
        f"{place(path)} imports {name}"
        for path in files("gradkata/isolation")
        for name in imports(path)
        if name.partition(".")[0] not in allowed
    ]

    assert foreign == []


def test_heavy_packages_are_imported_late():
    early = []
    for path in modules():
        loaded = {"pytest"} if part_of(path) in LOADED_BY_PYTEST else set()
        loaded |= {"nbformat"} if part_of(path) == "notebook" and path.stem in LOADED_BY_NBGRADER else set()
        found = {name.partition(".")[0] for name in imports(path, top_only=True)}
        early += [f"{place(path)} imports {name}" for name in found & HEAVY - loaded]

    assert early == []


def test_a_stub_imports_numpy_only():
    assert [place(path) for path in files("katas") if set(imports(path)) - {"numpy"}] == []


def test_a_solution_imports_numbers_its_helpers_and_kernels():
    foreign = [
        f"{place(path)} imports {name}"
        for path in files("solutions")
        for name in imports(path)
        if not (name.startswith((".", "gradkata.jit.")) or name.partition(".")[0] in NUMBERS)
    ]

    assert foreign == []


def test_a_grader_imports_what_authors_write_with_numbers_and_its_helpers():
    import gradkata

    exported = {f"gradkata.{name}" for name in gradkata.__all__}
    foreign = [
        f"{place(path)} imports {name}"
        for path in files("graders")
        for name in imports(path)
        if not (name.startswith(".") or name in exported or name.partition(".")[0] in NUMBERS)
    ]

    assert foreign == []


def test_a_function_is_read_in_one_sitting():
    long = [
        f"{place(path)}: {node.name}"
        for path in files("gradkata")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 60
    ]

    assert long == []


def test_no_two_classes_of_the_package_have_one_name():
    homes = {}
    for path in files("gradkata"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(place(path))

    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_no_two_modules_of_the_package_have_one_name():
    homes = {}
    for path in modules():
        if path.name not in ("__init__.py", "__main__.py"):
            homes.setdefault(path.stem, []).append(place(path))

    assert {name: where for name, where in homes.items() if len(where) > 1} == {}
