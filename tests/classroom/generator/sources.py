"""Answers to a kata as source text, with their origin: right ones, misconceptions, mutants, blind ones."""

import re
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from gradkata.authoring.mutants import mutants
from gradkata.catalog import Catalog, Collection, short_name
from gradkata.judging.exercises import load_kata
from tests.judging.blind_answers import answers_in

from .standalone import ROOT, Module, NotAloneError, module, standalone

CATALOG = Catalog((Collection(ROOT),))
BLIND = ROOT / "tests" / "judging" / "blind"
MADE = "another function makes it"
_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? ")


class Source(NamedTuple):
    """An answer: ``kind`` is "right", "misconception", "mutant" or "blind"; ``origin`` says where it comes from.

    ``claim`` is what is known beforehand: "right", "wrong", or "" if only the comparison can decide.
    """

    slug: str
    kind: str
    origin: str
    text: str
    claim: str


@cache
def sources(slug):
    """All answers to a kata, and those that do not work alone, with the reason."""
    found, left = [], {}
    for kind, origin, claim, make in _all(slug):
        try:
            text = make() if kind == "blind" else _with_own_names(make(), slug)
            found.append(Source(slug, kind, origin, text, claim))
        except NotAloneError as error:
            left[origin] = str(error)
    return tuple(found), left


def _with_own_names(text, slug):
    """Rename helpers with the name of another kata, because they would be answers to that kata too."""
    for other in map(short_name, CATALOG.slugs):
        if other != short_name(slug) and re.search(rf"^def {other}\(", text, re.MULTILINE):
            text = re.sub(rf"(?<![\w.]){other}\b", f"own_{other}", text)
    return text


def _all(slug):
    yield from _right(slug)
    yield from _misconceptions(slug)
    yield from _mutants(slug)
    yield from _blind(slug)


def _dotted(folder, slug):
    return f"{folder}.{slug.replace('/', '.')}"


def _right(slug):
    name, home = short_name(slug), module(_dotted("solutions", slug))
    for function in home.definitions:
        if function.startswith(name + "_"):
            yield "right", function, "right", lambda f=function: standalone(home, f, name)
    example = ROOT / "examples" / "right" / f"{name}.py"
    if example.is_file():
        yield "right", f"examples/right/{name}", "right", lambda: example.read_text("utf-8")


def _misconceptions(slug):
    name = short_name(slug)
    for each in load_kata(CATALOG, slug).misconceptions:
        yield "misconception", each.name, "wrong", lambda f=each.function: _written_out(f, name)


def _written_out(function, name):
    """The text of a misconception; one that another function creates has no text."""
    written = function.__code__.co_qualname  # its original name, even if it was renamed
    if "<locals>" in written or "<lambda>" in written:
        raise NotAloneError(MADE)
    return standalone(module(function.__module__), written, name)


def _mutants(slug):
    name, path = short_name(slug), CATALOG.solution(slug)
    home, known = module(_dotted("solutions", slug)), load_kata(CATALOG, slug).equivalents
    for mutant in mutants(path, f"{name}_numpy"):
        text = patched(home.text, mutant.diff)
        claim = "right" if mutant.name in known else ""
        make = Module(home.name, text)
        yield "mutant", mutant.name, claim, lambda m=make: standalone(m, f"{name}_numpy", name)


def _blind(slug):
    for path in sorted((BLIND / short_name(slug)).glob("*.py")):
        claim = "right" if path.stem.startswith("right") else "wrong"
        yield "blind", f"{path.parent.name}/{path.stem}", claim, lambda p=path: Path(p).read_text("utf-8")
    several = BLIND / f"{short_name(slug)}.py"
    for number, each in enumerate(answers_in(several) if several.is_file() else (), 1):
        claim = "right" if each.is_right else "wrong"
        yield "blind", f"{several.stem}/{number}", claim, partial(bytes.decode, each.source)


def patched(text, diff):
    """A text with a unified diff applied."""
    lines, result, at = text.split("\n"), [], 0
    for line in diff.split("\n")[2:]:
        hunk = _HUNK.match(line)
        if hunk:
            start = int(hunk[1]) - 1
            result += lines[at:start]
            at = start
        elif line.startswith("+"):
            result.append(line[1:])
        else:
            at += 1
            if line.startswith(" "):
                result.append(line[1:])
    return "\n".join(result + lines[at:])
