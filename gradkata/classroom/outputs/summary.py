"""The summary of a graded class for the terminal."""

from collections.abc import Iterable, Iterator

from gradkata.classroom.outputs.points import decimal, out_of
from gradkata.classroom.outputs.tally import STEPS, KataTally, Tally
from gradkata.classroom.rows import ScoreChange
from gradkata.reports import layout
from gradkata.reports.page import painted, prose, safe_for
from gradkata.reports.palette import Look

_MAX_MISCONCEPTIONS = 8


def summary(tally: Tally, look: Look) -> str:
    """The distribution of the totals, each kata, the commonest mistakes, and what needs attention."""
    blocks = [prose(headline(tally), look, "", "")]
    if tally.with_total > 1:
        blocks.append(_titled("Totals, in % of the points", _histogram(tally, look), look))
    if tally.katas:
        blocks.append(_titled("Katas: handed in, mean, all points", _katas(tally.katas, look), look))
    if tally.misconceptions:
        blocks.append(_titled("Commonest mistakes", _mistakes(tally, look), look))
    blocks.append([line for text in attention(tally) for line in prose(text, look, "", "")])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def changes(found: Iterable[ScoreChange], look: Look) -> str:
    """Each score that differs from the last run: the old and new score, and the properties that differ."""
    lines = [line for each in found for line in prose(_change(each), look, "", "  ")]
    return "\n".join(["", *painted(["Scores that changed"], look, "bold"), *lines, ""]) if lines else ""


def _change(each: ScoreChange) -> str:
    why = "another answer" if each.is_answer_new else "regraded"
    by = f": {', '.join(each.properties)}" if each.properties else ""
    return f"{each.student}, {each.slug}: {decimal(each.before)} to {decimal(each.after)} ({why}{by})"


def headline(tally: Tally) -> str:
    """The class in one sentence."""
    text = f"{_count(tally.students, 'student')}, {_count(len(tally.katas), 'kata')}"
    if not tally.with_total:
        return f"{text}; nobody has a total."
    return f"{text}; {mean(tally)} points{' on average' * (tally.students > 1)}."


def mean(tally: Tally) -> str:
    """The mean total, in words; at least one student must have a total."""
    return out_of(round(tally.points / tally.with_total, 2), tally.max_total)


def attention(tally: Tally) -> Iterator[str]:
    """A sentence for each thing that needs attention."""
    if tally.open_marks:
        yield (
            f"{_count(tally.open_marks, 'mark')} could not be given: the grader failed or the submission was set "
            "aside. Their cells and totals are empty; grade again, or set them by hand."
        )
    if tally.timeouts:
        yield f"{_count(tally.timeouts, 'answer')} ran out of time."
    if tally.not_submitted:
        nothing = tally.handed_nothing_in
        rest = f"; {_count(nothing, 'student')} handed in nothing at all" if nothing else ""
        yield f"{_count(tally.not_submitted, 'answer')} not handed in{rest}."
    if tally.not_on_roster:
        yield f"{_count(tally.not_on_roster, 'student')} not on the roster."
    if tally.by_hand:
        yield f"{_count(tally.by_hand, 'mark')} set by hand."


def steps(tally: Tally) -> Iterator[tuple[str, int]]:
    """The label and the number of students of each bar: ten tenths of the points, and full points."""
    width = 100 // (STEPS - 1)
    for step, count in enumerate(tally.steps):
        yield (f"{step * width}-{step * width + width - 1}" if step < STEPS - 1 else "100"), count


def share(kata: KataTally) -> str:
    """The mean of those who handed in a kata, out of its maximum; "-" if nobody did."""
    return (
        f"{decimal(round(kata.points / kata.marked, 2))}/{decimal(kata.max_points)}" if kata.marked else "-"
    )


def _titled(title: str, lines: Iterator[str], look: Look) -> list[str]:
    return [*painted(prose(title, look, "", ""), look, "bold"), *lines]


def _histogram(tally: Tally, look: Look) -> Iterator[str]:
    highest, room = max(tally.steps), look.width - 18
    for label, count in steps(tally):
        # A single student is visible even if other bars are much longer.
        bar = look.symbols.earned * max(count * room // highest, 1 if count else 0)
        yield f"  {label:>5}  {look.paint(bar, 'cyan')} {count}" if count else f"  {label:>5}  0"


def _katas(katas: tuple[KataTally, ...], look: Look) -> Iterator[str]:
    columns = [(f"{kata.marked}", share(kata), _percent(kata.full, kata.marked)) for kata in katas]
    first, second, third = (max(len(cells[at]) for cells in columns) for at in range(3))
    room = look.width - 8 - first - second - third
    names = [safe_for(look)(kata.slug) for kata in katas]
    if max(map(layout.cells, names)) > room:
        names = [name.rpartition("/")[2] for name in names]
    room = min(room, max(map(layout.cells, names)))
    for name, cells in zip(names, columns, strict=True):
        name = layout.clip(name, room)
        name += " " * (room - layout.cells(name))
        yield f"  {name}  {cells[0]:>{first}}  {cells[1]:>{second}}  {cells[2]:>{third}}"


def _mistakes(tally: Tally, look: Look) -> Iterator[str]:
    shown = tally.misconceptions[:_MAX_MISCONCEPTIONS]
    digits = len(str(shown[0][2]))
    for slug, name, count in shown:
        yield from prose(
            f"{slug}: {name.replace('_', ' ')}", look, f"  {count:>{digits}}  ", " " * (digits + 4)
        )
    if left := len(tally.misconceptions) - len(shown):
        yield f"  {look.symbols.more} {left} more"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "-"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
