"""Write the golden files of a class's summary, then read the diff.

python tests/classroom/outputs/regenerate_summary.py
"""

import sys
from fractions import Fraction
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent / "golden"


def tallies():
    """Some classes, by name."""
    from gradkata.classroom.outputs.tally import KataTally, Tally

    points = Fraction(10)
    term = Tally(
        students=312,
        not_on_roster=2,
        handed_nothing_in=9,
        max_total=Fraction(40),
        points=Fraction(16519, 2),
        steps=(14, 3, 8, 12, 17, 22, 41, 38, 56, 61, 39),
        katas=(
            KataTally("detection/iou", points, 301, 187, Fraction(2588)),
            KataTally("detection/nms", points, 288, 96, Fraction(4211, 2)),
            KataTally("generalization/early_stopping_with_patience", points, 254, 61, Fraction(1713)),
            KataTally("decoding/bleu", points, 240, 0, Fraction(0)),
        ),
        misconceptions=(
            ("detection/iou", "forgets_to_clamp", 41),
            ("detection/nms", "drops_at_the_threshold", 33),
            ("generalization/early_stopping_with_patience", "counts_epochs_from_the_best_one_itself", 9),
            *(("decoding/bleu", f"mistake_{n}", 9 - n) for n in range(8)),
        ),
        timeouts=7,
        not_submitted=165,
        by_hand=1,
        open_marks=3,
    )
    one = (KataTally("detection/iou", points, 1, 1, points),)
    alone = Tally(1, 0, 0, points, points, (0,) * 10 + (1,), one, (), 0, 0, 0, 0)
    return {
        "term": term,
        "alone": alone,
        "nobody": Tally(0, 0, 0, Fraction(0), Fraction(0), (0,) * 11, (), (), 0, 0, 0, 0),
        "all-open": alone._replace(
            points=Fraction(0),
            steps=(0,) * 11,
            katas=(KataTally("detection/iou", points, 0, 0, Fraction(0)),),
            open_marks=1,
        ),
    }


def shown():
    """The expected content of each golden file."""
    from gradkata.classroom.outputs.summary import summary
    from gradkata.reports.palette import Look

    looks = {"80": Look(), "40": Look(40), "ascii": Look(80, "ascii"), "color": Look(80, color=True)}
    return {
        f"{name}-{how}.txt": summary(tally, look)
        for name, tally in tallies().items()
        for how, look in looks.items()
    }


if __name__ == "__main__":
    sys.path.insert(0, str(GOLDEN.parents[3]))
    GOLDEN.mkdir(exist_ok=True)
    for file, text in shown().items():
        (GOLDEN / file).write_text(text, "utf-8", newline="\n")
    print(f"Review them with `git diff {GOLDEN.name}`.")
