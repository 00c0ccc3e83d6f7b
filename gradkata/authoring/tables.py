"""The mutation table as Markdown: `python -m gradkata.authoring.tables > docs/mutants.md`."""

from collections.abc import Sequence

from gradkata.authoring.subject import Subject
from gradkata.catalog import Catalog
from gradkata.declaring.kata import TOTAL_POINTS

_HEAD = """# Mutants

Every kata's plain answer is changed automatically, one place at a time: operators, comparisons, constants, axes,
slices, dropped terms and statements, swapped arguments. A mutant is killed when it loses points on the bank that
everybody is judged on. One that is not is either equivalent, with the reason recorded in the grader, or a fault that
`kata lint` reports. This page is made by `python -m gradkata.authoring.tables`.
"""


def mutation_page(subjects: Sequence[Subject]) -> str:
    """The page: a row a kata, then the equivalent mutants with their reasons, then what kills the others."""
    lines = [_HEAD]
    lines.append("| kata | mutants | killed | equivalent | misconceptions | calls in the bank |")
    lines.append("|---|---|---|---|---|---|")
    for subject in subjects:
        killed = sum(trial.score < TOTAL_POINTS for trial in subject.mutant_trials.values())
        lines.append(
            f"| `{subject.slug}` | {len(subject.mutants)} | {killed} | {len(subject.kata.equivalents)} | "
            f"{len(subject.kata.misconceptions)} | {len(subject.bank.calls)} |"
        )
    lines += ["", "## Equivalent", "", "| kata | mutant | why no input tells it apart |", "|---|---|---|"]
    for subject in subjects:
        for name, reason in subject.kata.equivalents.items():
            lines.append(f"| `{subject.slug}` | `{name}` | {reason} |")
    for subject in subjects:
        lines += ["", f"## {subject.slug}", "", "| mutant | points left |", "|---|---|"]
        for name, trial in subject.mutant_trials.items():
            shown = name.replace("|", "\\|")
            lines.append(f"| `{shown}` | {float(trial.score):g} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    catalog = Catalog()
    print(mutation_page([Subject(catalog, slug) for slug in catalog.slugs]), end="")
