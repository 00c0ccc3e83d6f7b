"""The statistics of a kata for the terminal."""

from collections.abc import Iterable, Iterator, Sequence

from gradkata.classroom.drafts import Draft
from gradkata.classroom.statistics import UNJUDGED, KataStatistics, PropertyCount, Separation, is_wrong
from gradkata.outcomes import Outcome
from gradkata.reports import layout
from gradkata.reports.escaping import for_encoding, for_log
from gradkata.reports.failure import body_lines
from gradkata.reports.page import painted, prose
from gradkata.reports.palette import Look
from gradkata.reports.sentences import MARKS

# Groups of one student beyond these are counted, but not shown.
MOST_SINGLES = 8


def text(
    found: KataStatistics,
    drafts: Sequence[Draft],
    incomparable: Sequence[str],
    look: Look,
    *,
    with_students: bool = False,
) -> str:
    """The counts, the properties, the named mistakes, and the groups of answers without a name.

    ``incomparable`` are students whose wrong answers match no mistake and are in no group.
    """
    blocks = [_head(found, look)]
    blocks += list(_properties(found, look))
    if found.mistakes:
        blocks.append(_mistakes(found, look, with_students))
    if found.unmatched:
        blocks.append(_title(_groups_title(found, drafts), look))
    blocks += list(_groups(drafts, look, with_students))
    if incomparable:
        blocks.append(_incomparable(incomparable, look, with_students))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _head(found: KataStatistics, look: Look) -> list[str]:
    kinds = [f"{found.right} right", f"{found.wrong} wrong"]
    kinds += [f"{count} {MARKS[each]}" for each, count in found.outcomes.items() if each in UNJUDGED]
    lines = prose(f"{_count(found.submissions, 'submission')}: {', '.join(kinds)}.", look)
    wrong = [f"{count} {_words(each)}" for each, count in found.outcomes.items() if is_wrong(each)]
    if wrong:
        lines += prose(f"The wrong ones by outcome: {', '.join(wrong)}.", look)
    return [*_title(found.slug, look), *lines]


def _words(outcome: Outcome) -> str:
    return {"wrong": "wrong value", "mutates-input": "changed an argument"}.get(
        outcome, outcome.replace("-", " ")
    )


def _properties(found: KataStatistics, look: Look) -> Iterator[list[str]]:
    """The blocks of the properties: those that separate students, those failed by all, those failed by nobody."""
    by_kind: dict[Separation | None, list[PropertyCount]] = {}
    for each in found.properties:
        by_kind.setdefault(each.separation, []).append(each)
    digits = len(str(found.judged_on_all))
    indent = " " * (digits + 4)
    judged = _count(found.judged_on_all, "fully judged answer")
    if first := by_kind.get(None):
        lines = _title(f"Properties that separate students: failed by how many of {judged}", look)
        for each in first:
            lines += prose(each.claim, look, f"  {each.failed:>{digits}}  ", indent)
            for other in by_kind.get(Separation.SAME_STUDENTS, ()):
                if other.same_as == each.name:
                    said = prose(f"same students: {other.claim}", look, f"{indent}- ", f"{indent}  ")
                    lines += painted(said, look, "dim")
        yield lines
    for kind, title in _TITLES.items():
        if some := by_kind.get(kind):
            lines = _title(title.format(judged=judged), look)
            yield lines + [line for each in some for line in prose(each.claim, look, "  - ", "    ")]


_TITLES = {
    Separation.FAILED_BY_ALL: "Properties failed by all of {judged}: they separate nobody",
    Separation.NEVER_FAILED: "Properties never failed: does any of them separate anyone?",
}


def _mistakes(found: KataStatistics, look: Look, with_students: bool) -> list[str]:
    lines = _title("Named mistakes", look)
    digits = len(str(len(found.mistakes[0].students)))
    indent = " " * (digits + 4)
    for diagnosis, students in found.mistakes:
        name, whose = diagnosis["title"], diagnosis["convention"]
        said = f"{name} (right elsewhere: {whose})" if whose else name
        lines += prose(said, look, f"  {len(students):>{digits}}  ", indent)
        lines += _names(students, look, indent) if with_students else []
    return lines


def _groups_title(found: KataStatistics, drafts: Sequence[Draft]) -> str:
    said = f"Wrong answers that match no mistake: {len(found.unmatched)}"
    return f"{said}, in {_count(len(drafts), 'group')} of equal behaviour" if drafts else said


def _groups(drafts: Iterable[Draft], look: Look, with_students: bool) -> Iterator[list[str]]:
    """The blocks of the groups; most of those with a single student are left out if there are many."""
    singles = 0
    for number, each in enumerate(drafts, 1):
        singles += len(each.students) == 1
        if singles <= MOST_SINGLES:
            yield from _group(number, each, look, with_students)
    if singles > MOST_SINGLES:
        yield prose(
            f"{look.symbols.more} {singles - MOST_SINGLES} more groups of one student; `--json` has all.",
            look,
        )


def _group(number: int, each: Draft, look: Look, with_students: bool) -> Iterator[list[str]]:
    head = f"{number}. {_count(len(each.students), 'student')}: {_words(each.failed['outcome'])}"
    extent = f"Wrong on {each.wrong} of {each.calls} calls of the bank; fails first: {each.failed['claim']}"
    lines = [*painted(prose(head, look), look, "bold"), *prose(extent, look, "     ", "     ")]
    yield [*lines, *(_names(each.students, look, "     ") if with_students else [])]
    if body := body_lines(each.report, each.failed, look, "kata stats --json"):
        yield body
    # From the first column, so that it can be copied into the grader as it is.
    yield [for_encoding(line, look.encoding) for line in each.code.rstrip().split("\n")]


def _incomparable(students: Sequence[str], look: Look, with_students: bool) -> list[str]:
    are = "1 of them is" if len(students) == 1 else f"{len(students)} of them are"
    said = (
        f"{are} in no group: the time or the memory ran out, the process or the sandbox ended, or the answers "
        "differ from call to call."
    )
    return [*prose(said, look), *(_names(students, look, "  ") if with_students else [])]


def _names(students: Iterable[str], look: Look, indent: str) -> list[str]:
    names = for_encoding(", ".join(map(for_log, students)), look.encoding)
    return [indent + line for line in layout.wrap(names, look.width - len(indent))]


def _title(title: str, look: Look) -> list[str]:
    return painted(prose(title, look, "", ""), look, "bold")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
