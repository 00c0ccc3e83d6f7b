"""The forms of a submission: files in a folder, one file, a notebook, or a zip of any of these."""

import ast
import io
import json
import zipfile
from typing import NamedTuple

from gradkata.catalog import short_name

from .variations import encoded

WHEN = (2026, 3, 1, 12, 0, 0)
JUNK = {"__MACOSX/._answers.py": b"\0\5\x16\7\0\2", ".DS_Store": b"\0\0\0\1Bud1"}
FILES = ("folder", "folder by chapter", "folder with katas/", "zip", "zip by chapter", "zip of a folder")
WHOLE = ("one file", "notebook", "zip of one file", "zip of a notebook")


class Handed(NamedTuple):
    """The entry of one student in a class's folder: the bytes of a file, or the files of a folder by path."""

    form: str
    suffix: str
    content: object

    def write(self, folder, student):
        """Write it into the folder of the class."""
        if self.suffix:
            (folder / f"{student}{self.suffix}").write_bytes(self.content)
            return
        (folder / student).mkdir()
        for path, content in self.content.items():
            place = folder / student / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def hand_in(answers, random):
    """Answers (a source or the bytes of a file, by slug) in one of the forms that can contain them."""
    sources = {slug: answer for slug, answer in answers.items() if isinstance(answer, str)}
    whole = len(sources) == len(answers) and combined(sources)
    forms = [*FILES, *(WHOLE if whole else ())]
    if whole and not all(map(_fits_a_notebook, sources.values())):
        forms = [form for form in forms if "notebook" not in form]
    form = random.choice(forms if not whole else [*forms, *WHOLE[:2], *WHOLE[:2]])
    form = form if form in forms else "one file"
    if form in FILES:
        return _as_files(form, answers, random)
    if "notebook" in form:
        content, suffix = notebook(sources, random), ".ipynb"
    else:
        content, suffix = encoded(whole, random), ".py"
    if form.startswith("zip"):
        name = random.choice(("answers", "hw 3", "Lösung", "katas"))
        return Handed(form, ".zip", zipped({f"{name}{suffix}": content}))
    return Handed(form, suffix, content)


def _as_files(form, answers, random):
    places = {"folder by chapter": "{slug}.py", "zip by chapter": "{slug}.py"}
    places |= {"folder with katas/": "katas/{slug}.py", "zip of a folder": "homework/{name}.py"}
    files = {}
    for slug, answer in answers.items():
        path = places.get(form, "{name}.py").format(slug=slug, name=short_name(slug))
        files[path] = encoded(answer, random) if isinstance(answer, str) else answer
    if form.startswith("folder"):
        return Handed(form, "", files)
    if random.random() < 0.2:
        return Handed(f"{form}, packed on a Mac", ".zip", zipped(files | JUNK))
    return Handed(form, ".zip", zipped(files))


def zipped(files):
    """A zip of files, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def combined(sources):
    """All answers in one source, with shared parts written once; "" if they would conflict."""
    known, wanted = {}, {short_name(slug) for slug in sources}
    parts = []
    for slug, source in sources.items():
        catalog, mine = ast.parse(source), short_name(slug)
        kept = []
        for node in catalog.body:
            shape = ast.dump(node)
            binds = _bound(node)
            if any(known.get(name, shape) != shape or (name in wanted and name != mine) for name in binds):
                return ""
            if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                return ""
            if not bound or any(name not in known for name in binds):
                kept.append(node)
            known |= dict.fromkeys(binds, shape)
        whole = len(kept) == len(catalog.body)
        parts.append(source if whole else "\n\n\n".join(ast.unparse(node) for node in kept))
    return "\n\n\n".join(parts) + "\n"


def bound(source):
    """The top-level names that a source binds."""
    return {name for node in ast.parse(source).body for name in _bound(node)}


def _bound(node):
    """The names that a top-level statement binds."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {alias.asname or alias.name.split(".")[0] for alias in node.names}
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _fits_a_notebook(source):
    """Whether an answer has only imports, definitions and plain constants, which are kept from a notebook's cells."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign):
            try:
                ast.literal_eval(node.value)
            except ValueError:
                return False
        elif isinstance(node, ast.If):
            if "__main__" not in ast.dump(node.test):
                return False
        elif not isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)):
            if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                return False
    return True


def notebook(sources, random):
    """A realistic notebook: text, magics, shell lines, and calls with their outputs."""
    cells = [
        _text("# Homework\n\nMy *answers*. $\\frac{1}{2}$"),
        _code("%matplotlib inline\nimport numpy as np\n", 1),
    ]
    for number, (slug, source) in enumerate(sources.items(), 2):
        cells.append(_text(f"## {slug}"))
        cells.append(_code(source, number, lines=random.random() < 0.7))
        if random.random() < 0.5:
            cells.append(_code(f"{short_name(slug)}", number, output=f"<function {short_name(slug)}>"))
    extras = [
        _code("!pip install numpy\n%time sum(range(10))\n", 90, output="CPU times: user 1 us"),
        _code("%%bash\nfor f in *; do echo $f; done\n", 91, output="homework.ipynb"),
        _code("x = 3\nx?\n", 92),
        _code("raise KeyboardInterrupt\n", None),
        _code("", None),
    ]
    cells += random.sample(extras, random.randint(0, 3))
    book = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python", "version": "3.12.1"},
        },
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    return json.dumps(book, indent=1, ensure_ascii=random.random() < 0.5).encode()


def _text(text):
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _code(text, count, output=None, lines=True):
    outputs = []
    if output is not None:
        data = {"text/plain": [output]}
        outputs = [{"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"}]
    return {
        "cell_type": "code",
        "execution_count": count,
        "metadata": {},
        "outputs": outputs,
        "source": text.splitlines(keepends=True) if lines else text,
    }
