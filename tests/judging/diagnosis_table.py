"""How many wrong answers get a name, by strength: `python tests/judging/diagnosis_table.py [--each] [FOLDER...]`.

The wrong answers are those of ``blind``, ``narrow`` and ``natural``.  A report says what is wrong by the name of a
mistake, a sentence on the pattern of the values, or an outcome that needs no further explanation.
"""

import sys
from collections import Counter
from functools import cache
from pathlib import Path

from blind_answers import SEVERAL, answers_in

HERE = Path(__file__).parent
FOLDERS = ("blind", "narrow", "natural")
OUTCOMES = (
    "mutates-input", "nondeterministic", "wrong-type", "wrong-shape", "raised", "timeout", "memory", "crashed",
    "not-loaded", "not-implemented",
)  # fmt: skip
COLUMNS = ("exactly", "wherever-wrong", "two", "mutant", "sentence", "outcome", "nothing")


def wrong_answers(folder):
    """The wrong answers in a folder: the name of the kata, the title of the answer, and its source."""
    for path in sorted((HERE / folder).glob("*/*.py")):
        if not path.stem.startswith("right"):
            yield path.parent.name, path.stem, path.read_bytes()
    for path in SEVERAL if folder == "blind" else ():
        for each in answers_in(path):
            if not each.is_right:
                yield path.stem, each.title, each.source


def said(report, patterns):
    """What a report says about a wrong answer: one of ``COLUMNS``; ``patterns`` are the sentences that were found."""
    if report["misconception"]:
        return report["misconception"].get("strength", "exactly")
    if patterns:
        return "sentence"
    return "outcome" if report["outcome"] in OUTCOMES else "nothing"


def judged_answers(folders):
    """Each answer with its report and what the report says, for all wrong answers that lose points."""
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
    asked = cache(lambda name: exercise(catalog, catalog.resolve(name)))
    with start_server("kernel") as server:
        for folder in folders:
            for name, title, source in wrong_answers(folder):
                found.clear()
                report = judge(asked(name), Submission(source, f"{name}.py"), server)
                if report["score"] < 10:
                    yield folder, f"{name}/{title}", report, said(report, list(filter(None, found)))


def main(arguments):
    """Print the table and, with ``--each``, a line for every answer."""
    folders = [each for each in arguments if each != "--each"] or FOLDERS
    counts = {folder: Counter() for folder in folders}
    for folder, answer, report, what in judged_answers(folders):
        counts[folder][what] += 1
        if "--each" in arguments:
            named = report["misconception"] or {}
            second = f" + {named['second']['title']}" if named.get("second") else ""
            title = f"{named.get('title', '')}{second}"
            print(f"{folder}/{answer}\t{what}\t{report['outcome']}\t{title}", flush=True)
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
