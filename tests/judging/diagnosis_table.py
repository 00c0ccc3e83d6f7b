"""How many wrong answers get a name, by strength: `python tests/judging/diagnosis_table.py [--each] [FOLDER...]`.

The wrong answers are those of ``blind``, ``narrow`` and ``natural``.  A report says what is wrong by the name of a
mistake, a sentence on the pattern of the values, or an outcome that needs no further explanation.
"""

import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
FOLDERS = ("blind", "narrow", "natural")
OUTCOMES = (
    "mutates-input", "nondeterministic", "wrong-type", "wrong-shape", "raised", "timeout", "memory", "crashed",
    "not-loaded", "not-implemented",
)  # fmt: skip
COLUMNS = ("exactly", "wherever-wrong", "two", "mutant", "sentence", "outcome", "nothing")


def wrong_answers(folder):
    """The files of the wrong answers in a folder."""
    return [path for path in sorted((HERE / folder).glob("*/*.py")) if not path.stem.startswith("right")]


def said(report, patterns):
    """What a report says about a wrong answer: one of ``COLUMNS``; ``patterns`` are the sentences that were found."""
    if report["misconception"]:
        return report["misconception"].get("strength", "exactly")
    if patterns:
        return "sentence"
    return "outcome" if report["outcome"] in OUTCOMES else "nothing"


def judged_answers(folders):
    """Each file with its report and what the report says, for all wrong answers that lose points."""
    from gradkata.catalog import Catalog
    from gradkata.comparing import patterns
    from gradkata.isolation.starting import start_server
    from gradkata.judging import failure_text
    from gradkata.judging.exercises import exercise
    from gradkata.judging.judge import judge
    from gradkata.submissions.submission import Submission

    found = []

    def recorded(explain):
        def run(*arguments):
            found.append(explain(*arguments))
            return found[-1]

        return run

    patterns.explain_many, failure_text.explain = map(recorded, (patterns.explain_many, failure_text.explain))
    catalog = Catalog()
    slugs = {slug.split("/")[1]: slug for slug in catalog.slugs}
    with start_server("kernel") as server:
        for name, slug in sorted(slugs.items()):
            one = exercise(catalog, slug)
            for folder in folders:
                for path in wrong_answers(folder):
                    if path.parent.name == name:
                        found.clear()
                        report = judge(one, Submission(path.read_bytes(), f"{name}.py"), server)
                        if report["score"] < 10:
                            yield folder, path, report, said(report, list(filter(None, found)))


def main(arguments):
    """Print the table and, with ``--each``, a line for every answer."""
    folders = [each for each in arguments if each != "--each"] or FOLDERS
    counts = {folder: Counter() for folder in folders}
    for folder, path, report, what in judged_answers(folders):
        counts[folder][what] += 1
        if "--each" in arguments:
            named = report["misconception"] or {}
            second = f" + {named['second']['title']}" if named.get("second") else ""
            title = f"{named.get('title', '')}{second}"
            print(
                f"{folder}/{path.parent.name}/{path.stem}\t{what}\t{report['outcome']}\t{title}", flush=True
            )
    print("| answers | wrong |", " | ".join(COLUMNS), "| a name | anything |")
    print("|---|", *["---|"] * (len(COLUMNS) + 3), sep="")
    for folder, counted in counts.items():
        total = counted.total()
        named = sum(counted[each] for each in COLUMNS[:4])
        cells = [str(counted[each]) for each in COLUMNS]
        shares = [f"{100 * part / total:.0f} %" for part in (named, total - counted["nothing"])]
        print("|", folder, "|", total, "|", " | ".join([*cells, *shares]), "|")


if __name__ == "__main__":
    main(sys.argv[1:])
