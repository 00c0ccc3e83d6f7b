"""The generated parts of the documents: `python -m gradkata.authoring.documents` writes them again.

They are the table of katas in the README, the page on mutants and the API page.  Tests compare them with what this
module makes.
"""

from collections.abc import Iterator
from pathlib import Path

from gradkata.authoring.api_page import api_page
from gradkata.authoring.subject import Subject
from gradkata.catalog import BUILT_IN, Catalog
from gradkata.declaring.kata import TOTAL_POINTS
from gradkata.statement import title

README, MUTANTS, API = "README.md", "docs/mutants.md", "docs/api.md"
BEGIN, END = "<!-- katas -->\n", "<!-- /katas -->\n"

_HEAD = """# Mutants

Every kata's plain answer is changed automatically, in one place at a time: operators, comparisons, constants, axes,
slices, dropped terms and statements, swapped arguments. A mutant is killed if it loses points on the bank that
everybody is judged on. A mutant that keeps all points is either equivalent, with the reason recorded in the grader, or
a fault that `kata lint` reports. `kata lint NAME` lists the mutants of a kata; this page is written by
`python -m gradkata.authoring.documents`.

| kata | mutants | killed | equivalent | misconceptions | calls in the bank |
|---|---|---|---|---|---|
"""
_EQUIVALENTS = """
## Equivalent

| kata | mutant | why no input distinguishes it |
|---|---|---|
"""


def catalogue(catalog: Catalog) -> str:
    """The table of katas, in the order of the syllabus."""
    rows = []
    for slug in catalog.slugs:
        effort = catalog.efforts.get(slug)
        end = f"{effort.difficulty} | {effort.minutes}" if effort else " | "
        rows.append(f"| `{slug}` | {title(catalog.stub(slug))} | {end} |\n")
    return "".join(["| kata | topic | difficulty (1 to 5) | minutes |\n|---|---|---|---|\n", *rows])


def with_catalogue(readme: str, catalog: Catalog) -> str:
    """A README whose table of katas, between two comments, is up to date.

    Raises:
        ValueError: if one of the two comments is missing.
    """
    before, rest = readme.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    return before + BEGIN + catalogue(catalog) + END + after


def mutation_row(subject: Subject) -> str:
    """One kata in the table of mutants."""
    killed = sum(trial.score < TOTAL_POINTS for trial in subject.mutant_trials.values())
    numbers = (
        len(subject.mutants), killed, len(subject.kata.equivalents), len(subject.kata.misconceptions),
        len(subject.bank.calls),
    )  # fmt: skip
    return f"| `{subject.slug}` | {' | '.join(map(str, numbers))} |\n"


def equivalent_rows(subject: Subject) -> Iterator[str]:
    """The recorded equivalents of one kata, with their reasons."""
    for name, reason in subject.kata.equivalents.items():
        yield f"| `{subject.slug}` | `{name}` | {reason} |\n"


def mutation_page(catalog: Catalog) -> str:
    """The whole page on mutants; it takes about a minute."""
    subjects = [Subject(catalog, slug) for slug in catalog.slugs]
    equivalents = [row for subject in subjects for row in equivalent_rows(subject)]
    return "".join([_HEAD, *map(mutation_row, subjects), _EQUIVALENTS, *equivalents])


def main(root: Path = BUILT_IN) -> None:
    """Write the generated parts of the documents of a checkout."""
    catalog = Catalog()
    readme = root / README
    readme.write_text(with_catalogue(readme.read_text("utf-8"), catalog), "utf-8")
    (root / API).write_text(api_page(), "utf-8")
    (root / MUTANTS).write_text(mutation_page(catalog), "utf-8")


if __name__ == "__main__":
    main()
