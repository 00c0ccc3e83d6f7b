"""Write docs/comparison.md from real runs: `python tests/comparison/regenerate_comparison.py`, then read the diff."""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from forms import ANSWERS, FORMS, ORDINARY, ROOT, Output, cases_of

PAGE = ROOT / "docs" / "comparison.md"
MOST_LINES = 14
_WIDEST = 110
_HEAD = f"""# Comparison

What a student reads about ten wrong answers: from `kata check`, and from three other forms of tests. All outputs are
of real runs; `python tests/comparison/regenerate_comparison.py` makes them again.

* **Plain pytest**: one parametrised test with NumPy's `assert_allclose`, run with `pytest -q --tb=short`.
* **Exercism's form**: a `unittest.TestCase` with a method for each case. Its runner shows the name of each failing
  test, its code and the message of the exception.
* **deep-ml's form**: a line that prints a result, rounded to four digits, and the text that it has to print.
* **`kata check`** at 80 columns, here without its list of properties.

The three other forms test the worked examples of the statement and the first {ORDINARY} ordinary calls of the kata's
bank, more than the sites that use these forms usually have. None of these sites has these katas: only the form is
compared, not their content. Outputs of the other forms are cut after {MOST_LINES} lines. The number in the table is
that of all lines of the output.

"""


def outputs() -> dict[str, dict[str, Output]]:
    """Return what each form says about each answer."""
    found: dict[str, dict[str, Output]] = {}
    for file, slug in ANSWERS.items():
        answer = (ROOT / file).read_text("utf-8")
        found[file] = {}
        for name, form in FORMS.items():
            with tempfile.TemporaryDirectory() as folder:
                found[file][name] = form(answer, slug, Path(folder))
    return found


def page(found: dict[str, dict[str, Output]]) -> str:
    """Return the text of the page."""
    out = [_HEAD, *table(found)]
    for number, (file, by_form) in enumerate(found.items(), 1):
        slug = ANSWERS[file]
        out += [f"\n## {number}. {slug}\n\n", f"`{file}`: {mistake(ROOT / file)}\n"]
        out += [f"Tests of the other forms: {len(cases_of(slug))}.\n"]
        for name, output in by_form.items():
            out.append(f"\n{name}:\n\n```\n{shown(name, output.text)}\n```\n")
    return "".join(out)


def table(found: dict[str, dict[str, Output]]) -> Iterator[str]:
    """Yield the rows of the table: whether each form refuses the answer, and in how many lines."""
    yield f"| wrong answer | {' | '.join(FORMS)} | name of the mistake |\n"
    yield "|---" * (len(FORMS) + 2) + "|\n"
    refused = [sum(by_form[name].is_refused for by_form in found.values()) for name in FORMS]
    for number, (file, by_form) in enumerate(found.items(), 1):
        cells = [
            f"refused: {len(each.text.splitlines())}" if each.is_refused else "**passed**"
            for each in by_form.values()
        ]
        named = re.search(r"(?:known mistake: |Right elsewhere )([^\n]*)", by_form["`kata check`"].text)
        yield f"| {number}. {ANSWERS[file]} | {' | '.join(cells)} | {named[1] if named else ''} |\n"
    yield f"| refused | {' | '.join(map(str, refused))} | |\n"


def mistake(path: Path) -> str:
    """Return the sentence at the beginning of an answer that says what is wrong with it, or else its first line."""
    text = path.read_text("utf-8")
    comment = re.match(r"# (?:MISTAKE: )?(.*)", text)
    docstring = re.match(r'"""(.*?)"""', text, re.DOTALL)
    sentence = comment[1] if comment else docstring[1] if docstring else f"`{text.splitlines()[0]}`"
    return " ".join(sentence.split())


def shown(name: str, text: str) -> str:
    """Return an output, cut, and without what is the same for every answer."""
    lines = text.splitlines()
    if name == "`kata check`":
        head, _, *blocks = text.split("\n\n")
        kept = [block for block in blocks if not block.startswith(("  Further points", "  Next: "))]
        lines = "\n\n".join([head, *kept]).splitlines()
    elif name == "Plain pytest":
        start = next(
            (i for i, line in enumerate(lines) if "= FAILURES =" in line or "= ERRORS =" in line), -1
        )
        lines = lines[start + 1 :]
    lines = [line if len(line) <= _WIDEST else f"{line[: _WIDEST - 2]} …" for line in lines]
    left = len(lines) - MOST_LINES
    if left > 0 and name == "Plain pytest" and "= ERRORS =" in text:
        lines = [f"… {left} more lines", *lines[-MOST_LINES:]]
    elif left > 0 and name != "`kata check`":
        lines = [*lines[:MOST_LINES], f"… {left} more lines"]
    return "\n".join(lines).rstrip()


def main() -> None:
    PAGE.write_text(page(outputs()), "utf-8")
    print(f"{len(ANSWERS)} answers compared; review them with `git diff {PAGE.relative_to(ROOT)}`.")


if __name__ == "__main__":
    main()
