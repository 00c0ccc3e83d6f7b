"""Variations of an answer, as different people would write it: each one keeps the behaviour of the source.

A variation takes a source, the function's name and a generator, and returns another source, or None if it
does not apply.  Those in `LAYOUT` do not change the meaning at all; the results of the others are compared again.
"""

import ast
import io
import re
import tokenize
from contextlib import suppress

from gradkata.catalog import short_name
from gradkata.judging.exercises import load_kata

from .sources import CATALOG

REMARKS = (
    "# exercise 3", "# TODO: make this faster", "# worked on this with my tutor", "# see lecture 5, slide 12",
    "# ---------------------------", "# my solution, please be kind :)", "# naïve, but it works",
    "# 終わり", "# это моё решение", "# הפתרון שלי", "# 🎉 it runs!", "#!/usr/bin/env python3", "# %%",
)  # fmt: skip
DOCSTRINGS = (
    "My answer.",
    "Returns the result.\n\n    >>> 1 + 1\n    2\n    ",
    "Compute it.\\n",
    "Größe × Maß.",
)


def remarks(source, name, random):
    """Comments above and below."""
    above = [random.choice(REMARKS) for _ in range(random.randint(1, 3))]
    return "\n".join(above) + f"\n# {random.randrange(10**6)}\n\n{source}\n{random.choice(REMARKS)}\n"


def tabs(source, name, random):
    """Tabs instead of four spaces."""
    return re.sub(r"(?m)^(?:    )+", lambda found: "\t" * (len(found[0]) // 4), source)


def blanks(source, name, random):
    """Trailing spaces, more empty lines, no newline at the end."""
    lines = [line + " " * random.choice((0, 0, 2)) for line in source.split("\n")]
    return "\n\n".join(lines).rstrip() if random.random() < 0.3 else "\n".join(lines).rstrip()


def bare(source, name, random):
    """The output of a formatter: no comments, other brackets and quotes."""
    return ast.unparse(ast.parse(source)) + "\n"


def numbers(source, name, random):
    """The same numbers, written in another way."""

    def other(text):
        if re.fullmatch(r"\d+\.\d+", text):
            forms = [text + "0", text + "e0", text.rstrip("0") if not text.endswith("00") else text]
            return random.choice(forms + ([text[1:]] if text.startswith("0.") else []))
        return random.choice([text, hex(int(text))]) if re.fullmatch(r"[1-9]\d*", text) else text

    return _with_tokens(source, tokenize.NUMBER, other)


def docstring(source, name, random):
    """Another docstring for the function."""
    catalog = ast.parse(source)
    function = _function(catalog, name)
    if function is None:
        return None
    if ast.get_docstring(function) is not None:
        function.body = function.body[1:] or [ast.Pass()]
    function.body.insert(0, ast.Expr(ast.Constant(random.choice(DOCSTRINGS))))
    return ast.unparse(ast.fix_missing_locations(catalog)) + "\n"


def chatter(source, name, random):
    """A print statement."""
    catalog = ast.parse(source)
    function = _function(catalog, name)
    if function is None:
        return None
    statement = random.choice(
        [f"print('{name} called')", "print('->', end=' ')", "print('\\x1b[31mred\\x1b[0m')"]
    )
    function.body.insert(1 if ast.get_docstring(function) is not None else 0, ast.parse(statement).body[0])
    return ast.unparse(ast.fix_missing_locations(catalog)) + "\n"


def other_names(source, name, random):
    """Other names for the arguments."""
    catalog = ast.parse(source)
    function = _function(catalog, name)
    if function is None:
        return None
    mine = {arg.arg for arg in function.args.args}
    inner = [node for node in ast.walk(function) if node is not function]
    if mine & {
        arg.arg for node in inner if isinstance(node, (ast.FunctionDef, ast.Lambda)) for arg in node.args.args
    }:
        return None
    style = random.choice(["{}_", "my_{}", "{}_in", "{}1", "größe_{}"])
    for node in ast.walk(function):
        if isinstance(node, ast.arg) and node.arg in mine:
            node.arg = style.format(node.arg)
        elif isinstance(node, ast.Name) and node.id in mine:
            node.id = style.format(node.id)
    return ast.unparse(catalog) + "\n"


def hints(source, name, random):
    """Type hints, or none."""
    catalog = ast.parse(source)
    for function in [node for node in ast.walk(catalog) if isinstance(node, ast.FunctionDef)]:
        hint = random.choice([None, ast.Constant("np.ndarray"), ast.Name("object", ast.Load())])
        function.returns = None
        for arg in function.args.args:
            arg.annotation = hint
    return ast.unparse(ast.fix_missing_locations(catalog)) + "\n"


def main_block(source, name, random):
    """A block that runs when the file is a program."""
    return f'{source}\n\nif __name__ == "__main__":\n    print({name}.__name__, "works")\n'


def counts_calls(source, name, random):
    """A global counter that nothing depends on."""
    return _wrapped(source, name, "    global CALLS\n    CALLS += 1\n    return {}(*args)", "CALLS = 0\n\n\n")


def through_a_helper(source, name, random):
    """A function that calls another one."""
    return _wrapped(source, name, "    result = {}(*args)\n    return result")


def in_numpys_numbers(source, name, random):
    """The result as a NumPy array."""
    kata = load_kata(CATALOG, next(slug for slug in CATALOG.slugs if short_name(slug) == name))
    if len(kata.signature.results) > 1 or kata.signature.results[0].base != "f8":
        return None
    return _wrapped(source, name, "    return numpy.asarray({}(*args))", "import numpy\n\n\n")


LAYOUT = (remarks, tabs, blanks)
REWRITTEN = (
    bare, numbers, docstring, chatter, other_names, hints, main_block, counts_calls, through_a_helper,
    in_numpys_numbers,
)  # fmt: skip


def varied(source, name, random):
    """A source with one or two variations applied, and their names."""
    done = []
    for change in random.sample(REWRITTEN, random.choice((1, 1, 2))):
        text = change(source, name, random)
        if text is not None and _compiles(text):
            source = text
            done.append(change.__name__)
    return source, done


def laid_out(source, name, random):
    """A source with another layout and the same meaning."""
    for change in random.sample(LAYOUT, random.choice((0, 1, 2))):
        text = change(source, name, random)
        if _compiles(text) and ast.dump(ast.parse(text)) == ast.dump(ast.parse(source)):
            source = text
    return source


def encoded(source, random):
    """The bytes of a file: UTF-8 with or without a BOM, Windows line endings, or Latin-1 with a coding line."""
    choice = random.choice(("plain", "plain", "plain", "mark", "windows", "both", "latin"))
    if choice == "latin":
        with suppress(UnicodeEncodeError):
            return f"# -*- coding: latin-1 -*-\n# geprüft\n{source}".encode("latin-1")
    if choice in ("windows", "both"):
        source = source.replace("\n", "\r\n")
    return source.encode("utf-8-sig" if choice in ("mark", "both") else "utf-8")


def _function(catalog, name):
    return next((n for n in catalog.body if isinstance(n, ast.FunctionDef) and n.name == name), None)


def _wrapped(source, name, body, before=""):
    """The function under another name, and one with the original name that calls it."""
    if _function(ast.parse(source), name) is None:
        return None
    inner = f"{name}_inner"
    renamed = _with_tokens(source, tokenize.NAME, lambda text: inner if text == name else text)
    return f"{before}{renamed}\n\ndef {name}(*args):\n{body.format(inner)}\n"


def _with_tokens(source, kind, change):
    """The source with each token of a kind changed; from the end, so that positions remain valid."""
    lines = source.split("\n")
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type == kind]
    for token in reversed(tokens):
        (row, start), (_, end) = token.start, token.end
        line = lines[row - 1]
        if kind == tokenize.NAME and line[:start].endswith("."):
            continue
        lines[row - 1] = line[:start] + change(token.string) + line[end:]
    return "\n".join(lines)


def _compiles(text):
    try:
        compile(text, "varied.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True
