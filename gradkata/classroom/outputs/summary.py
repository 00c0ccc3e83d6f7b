"""The class on the terminal, once it is graded."""

from collections.abc import Iterable, Iterator

from gradkata.classroom.outputs.points import decimal, of_most
from gradkata.classroom.outputs.tally import STEPS, KataTally, Tally
from gradkata.classroom.rows import Moved
from gradkata.reports import layout
from gradkata.reports.page import painted, prose, safe_for
from gradkata.reports.palette import Look

_MOST_MISCONCEPTIONS = 8


def summary(tally: Tally, look: Look) -> str:
    """How the totals are spread, each kata, the commonest mistakes, and what wants a look."""
    blocks = [prose(headline(tally), look, "", "")]
    if tally.with_total > 1:
        blocks.append(_titled("Totals, in % of the points", _histogram(tally, look), look))
    if tally.katas:
        blocks.append(_titled("Katas: handed in, mean, all points", _katas(tally.katas, look), look))
    if tally.misconceptions:
        blocks.append(_titled("Commonest mistakes", _mistakes(tally, look), look))
    blocks.append([line for said in attention(tally) for line in prose(said, look, "", "")])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def changes(moved: Iterable[Moved], look: Look) -> str:
    """Each score that is another than at the last run, from what to what and by which properties."""
    lines = [line for each in moved for line in prose(_change(each), look, "", "  ")]
    return "\n".join(["", *painted(["Scores that moved"], look, "bold"), *lines, ""]) if lines else ""


def _change(each: Moved) -> str:
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
    """The mean total, in words; only where somebody has one."""
    return of_most(round(tally.points / tally.with_total, 2), tally.max_total)


def attention(tally: Tally) -> Iterator[str]:
    """A sentence for each thing that somebody may want to look at."""
    if tally.open_marks:
        yield (
            f"{_count(tally.open_marks, 'mark')} could not be given: the grader failed or the submission was set "
            "aside. Their cells and totals are empty; grade again, or set them by hand."
        )
    if tally.timeouts:
        yield f"{_count(tally.timeouts, 'answer')} ran out of time."
    if tally.not_submitted:
        nothing = tally.handed_nothing_in
        whose = f"; {_count(nothing, 'student')} handed in nothing at all" if nothing else ""
        yield f"{_count(tally.not_submitted, 'answer')} not handed in{whose}."
    if tally.not_on_roster:
        yield f"{_count(tally.not_on_roster, 'student')} not on the roster."
    if tally.by_hand:
        yield f"{_count(tally.by_hand, 'mark')} set by hand."


def steps(tally: Tally) -> Iterator[tuple[str, int]]:
    """A label and a count for each tenth of the points."""
    width = 100 // (STEPS - 1)
    for step, count in enumerate(tally.steps):
        yield (f"{step * width}-{step * width + width - 1}" if step < STEPS - 1 else "100"), count


def share(kata: KataTally) -> str:
    """The mean of those who handed a kata in, in words."""
    return (
        f"{decimal(round(kata.points / kata.marked, 2))}/{decimal(kata.max_points)}" if kata.marked else "-"
    )


def _titled(title: str, lines: Iterator[str], look: Look) -> list[str]:
    return [*painted(prose(title, look, "", ""), look, "bold"), *lines]


def _histogram(tally: Tally, look: Look) -> Iterator[str]:
    most, room = max(tally.steps), look.width - 18
    for label, count in steps(tally):
        # Whoever is there is seen, however many stand elsewhere.
        bar = look.signs.earned * max(count * room // most, 1 if count else 0)
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
    shown = tally.misconceptions[:_MOST_MISCONCEPTIONS]
    digits = len(str(shown[0][2]))
    for slug, name, count in shown:
        yield from prose(
            f"{slug}: {name.replace('_', ' ')}", look, f"  {count:>{digits}}  ", " " * (digits + 4)
        )
    if left := len(tally.misconceptions) - len(shown):
        yield f"  {look.signs.more} {left} more"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "-"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
