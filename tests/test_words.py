"""A small dialect that must not come back: words that no engineer would use in that sense."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("gradkata", "graders", "solutions", "katas", "docs", "examples", "tests/collections")
# A word, and what to write in its place.
WORDS = {
    r"\btold\b": "shown, said, distinguished",
    r"\b(?:stands?|stood)\b(?! (?:for|alone)\b)": "is, lies, is written",
    r"\bturn(?:s|ed)? (?:the \w+ )?round\b": "reverses",
    r"\bbelow the line\b": "in the denominator",
    r"\bbehind the (?:decimal )?point\b": "after the decimal point",
    r"\bwhat (?:came|comes) of\b": "the result of",
    r"\bderives the\b": "differentiates the",
    r"\bas a misprint\b": "(leave it out)",
    r"\bthe lecture(?:'s)?\b": "the statement, or the fact itself",
    r"\babove the line\b": "in the numerator",
    r"\bbehind (?:it|them)\b": "after it",
    r"\blacks? to 1\b": "1 minus ...",
    r"\bone derives\b": "one differentiates",
    r"\bfor want of\b": "because ... is missing",
    r"\bcome to grief\b": "fails",
    r"\bto be had\b": "available",
}


def texts():
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*"))]
    for path in [*files, *sorted(ROOT.glob("*.md")), ROOT / "pyproject.toml", ROOT / "run.py"]:
        if path.suffix in (".py", ".md", ".toml") and "__pycache__" not in path.parts:
            yield path


@pytest.mark.parametrize("word", WORDS)
def test_it_does_not_come_back(word):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if re.search(word, line, re.IGNORECASE)
    ]

    assert found == [], f"write instead: {WORDS[word]}"
