"""Write docs/curriculum.md: `python tests/curriculum/regenerate_curriculum.py`, then read the diff."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from curriculum_data import DOCUMENTS, Concept, concepts, errata, katas, numbers, places

PAGE = Path(__file__).resolve().parents[2] / "docs" / "curriculum.md"
_LONGEST = 90


def page() -> str:
    """The text of the page."""
    listed, slugs = concepts(), katas()
    return "\n".join(
        [
            *head(listed, slugs),
            *documents(listed, slugs),
            *prerequisites(listed, slugs),
            *missing(listed, slugs),
            *rows_of_numbers(slugs),
            *rows_of_errata(slugs),
            "",
        ]
    )


def head(listed: Sequence[Concept], slugs: dict[str, str]) -> Iterator[str]:
    """What the page is, and how much of the curriculum there is."""
    first = [each for each in listed if each.first_release]
    there = sum(each.id in slugs for each in listed)
    further = [name for name in slugs if name not in {each.id for each in listed}]
    yield "# Curriculum"
    yield ""
    yield (
        "The curriculum consists of the concepts that five lecture documents teach: four sets of class notes and one "
        "of slides. This page says which passage became which kata, what builds on what, and what is missing. "
        "`python tests/curriculum/regenerate_curriculum.py` writes it."
    )
    yield ""
    yield (
        f"{there} of {len(listed)} concepts are katas; of the {len(first)} in the first release, "
        f"{sum(each.id in slugs for each in first)}. "
        f"Katas that are not in the curriculum: {len(further)}."
    )


def documents(listed: Sequence[Concept], slugs: dict[str, str]) -> Iterator[str]:
    """Each document in its order, with the concept of each passage."""
    for document, title in DOCUMENTS.items():
        yield from ("", f"## {title}", "", "| lines | concept | kata |", "|---|---|---|")
        rows = sorted(
            (first, last, each.id, each.task)
            for each in listed
            for where, first, last in each.places
            if where == document
        )
        for first, last, name, task in rows:
            lines = str(first) if first == last else f"{first}–{last}"
            yield f"| {lines} | {task} | {link(name, slugs)} |"


def link(name: str, slugs: dict[str, str]) -> str:
    """A kata's name with a link to its statement, or the name of a concept that is not a kata yet."""
    return f"[{name}](../katas/{slugs[name]}.py)" if name in slugs else f"{name} (not yet)"


def prerequisites(listed: Sequence[Concept], slugs: dict[str, str]) -> Iterator[str]:
    """The katas as a graph for each chapter, with what they build on."""
    yield from ("", "## What builds on what", "")
    yield "An arrow leads from a kata to one that builds on it. Katas of other chapters have a dashed frame."
    for chapter in dict.fromkeys(each.chapter for each in listed):
        inside = [each for each in listed if each.chapter == chapter and each.id in slugs]
        arrows = [(before, each.id) for each in inside for before in each.prerequisites if before in slugs]
        if not inside:
            continue
        yield from ("", f"### {chapter}", "", "```mermaid", "flowchart LR")
        names = {each.id for each in inside}
        for name in [each.id for each in inside]:
            yield f"    {name}"
        for before in sorted({before for before, _ in arrows} - names):
            yield f"    {before}:::other"
        for before, after in arrows:
            yield f"    {before} --> {after}"
        yield "    classDef other stroke-dasharray: 4"
        yield "```"


def missing(listed: Sequence[Concept], slugs: dict[str, str]) -> Iterator[str]:
    """The concepts that are not katas yet, by chapter."""
    yield from ("", "## Not yet katas", "", "| chapter | first release | later |", "|---|---|---|")
    for chapter in dict.fromkeys(each.chapter for each in listed):
        left = [each for each in listed if each.chapter == chapter and each.id not in slugs]
        if left:
            soon = ", ".join(each.id for each in left if each.first_release)
            later = ", ".join(each.id for each in left if not each.first_release)
            yield f"| {chapter} | {soon} | {later} |"


def rows_of_numbers(slugs: dict[str, str]) -> Iterator[str]:
    """A row for each worked number of the documents."""
    found = places()["numbers"]
    yield from ("", "## Worked numbers", "")
    yield "Each number of the documents, recomputed. “Stated” is what the document says, where that is wrong."
    yield from ("", "| number | place | value | stated | where it is |", "|---|---|---|---|---|")
    for each in numbers():
        place = f"{DOCUMENTS[each['document']]}, {each['place'].replace('L', 'line ', 1)}"
        stated = "" if each["is_right"] else cell(each["stated"])
        where = found.get(each["id"]) or _not_yet([each["concept"]])
        yield f"| {each['id']} | {cell(place)} | {cell(each['value'])} | {stated} | {shown(where, slugs)} |"


def rows_of_errata(slugs: dict[str, str]) -> Iterator[str]:
    """A row for each erratum."""
    found = places()["errata"]
    yield from ("", "## Errata", "")
    yield "Statements of the documents that are wrong or ambiguous, and the kata that says what is right."
    yield from ("", "| | place | printed | right | where it is |", "|---|---|---|---|---|")
    for each in errata():
        titles = [DOCUMENTS.get(part, part) for part in each["document"].split("/")]
        place = f"{' and '.join(titles)}: {each['place']}"
        where = found.get(each["id"]) or _not_yet(each["concepts"])
        printed, right = cell(each["printed"], math=True), cell(each["right"], math=True)
        yield f"| {each['id']} | {cell(place)} | {printed} | {right} | {shown(where, slugs)} |"


def _not_yet(names: Sequence[str]) -> str:
    verb = "is not a kata yet" if len(names) == 1 else "are not katas yet"
    return f"none: {' and '.join(names)} {verb}"


def shown(where: str, slugs: dict[str, str]) -> str:
    """Where a number or erratum is found, as a reader sees it."""
    name, _, what = where.partition(": ")
    if name == "none":
        return cell(what, math=True)
    text = "statement" if what == "statement" else what.replace("_", " ")
    return f"{link(name, slugs)}: {text}"


def cell(value: object, *, math: bool = False) -> str:
    """A value as one cell of a table."""
    text = " ".join(value.split()) if isinstance(value, str) else _value(value)
    text = text.replace("|", "\\|")
    return text if math or len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(each)}" for key, each in value.items())
    return str(value)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
