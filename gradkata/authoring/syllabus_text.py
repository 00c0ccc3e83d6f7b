"""Add a kata to the text of a syllabus and leave the rest of the file as its author wrote it."""

import json
import re

from gradkata.catalog import Collection

_HEADER = re.compile(r"^[ \t]*\[\[\s*chapter\s*\]\]", re.MULTILINE)
_LIST = re.compile(r"^[ \t]*katas\s*=\s*\[", re.MULTILINE)
_END = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*)|\]""")
_NONE = re.compile(r"^[ \t]*chapter\s*=\s*\[\s*\][ \t]*\n?", re.MULTILINE)
_WIDTH = 100


class SyllabusError(Exception):
    """A syllabus of a form that cannot be extended."""


def with_kata(collection: Collection, slug: str, title: str) -> tuple[str, str]:
    """The text of the syllabus with one more kata, and the title of its chapter.

    The kata is added to the chapter that holds katas of the same folder, or else to the one with this ``title``, which
    is made if there is none.

    Raises:
        SyllabusError: if the file has a form that is not understood.
        CollectionError: if it is damaged.
    """
    chapters = collection.chapters()
    text = collection.syllabus.read_text("utf-8-sig")
    folder = slug.partition("/")[0]
    by_folder = [i for i, (_, slugs) in enumerate(chapters) if any(s.startswith(f"{folder}/") for s in slugs)]
    by_title = [i for i, (name, _) in enumerate(chapters) if name == title]
    place = next(iter([*by_folder, *by_title]), None)
    if place is None:
        rest = text if chapters else _NONE.sub("", text)
        made = rest.rstrip() + ("\n\n" if rest.strip() else "") + new_chapter(title, slug)
        expected = (*chapters, (title, (slug,)))
    else:
        made, title = _extended(text, place, slug), chapters[place][0]
        expected = tuple(
            (name, (*slugs, slug) if i == place else slugs) for i, (name, slugs) in enumerate(chapters)
        )
    if _chapters(made) != expected:
        raise SyllabusError(slug)
    return made, title


def new_chapter(title: str, slug: str) -> str:
    """The lines of a chapter with one kata."""
    return f"[[chapter]]\ntitle = {json.dumps(title, ensure_ascii=False)}\nkatas = [{json.dumps(slug)}]\n"


def _extended(text: str, place: int, slug: str) -> str:
    """The text with a kata at the end of the list of one chapter."""
    headers = [match.start() for match in _HEADER.finditer(text)]
    if place >= len(headers):
        raise SyllabusError(slug)
    found = _LIST.search(text, headers[place])
    if found is None:
        raise SyllabusError(slug)
    end = next((match.start() for match in _END.finditer(text, found.end()) if match[0] == "]"), None)
    if end is None:
        raise SyllabusError(slug)
    inside, entry = text[found.end() : end], json.dumps(slug)
    if "\n" in inside:
        kept = inside.rstrip()
        comma = "" if not kept or kept.endswith(",") else ","
        return f"{text[: found.end()]}{kept}{comma}\n    {entry},\n{text[end:]}"
    kept = inside.strip().rstrip(",")
    line = ", ".join(filter(None, [kept, entry]))
    if len(found[0]) + len(line) < _WIDTH:
        return text[: found.end()] + line + text[end:]
    listed = re.findall(r""""[^"]*"|'[^']*'""", kept)
    return text[: found.end()] + "".join(f"\n    {each}," for each in [*listed, entry]) + "\n" + text[end:]


def _chapters(text: str) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    import tomllib

    try:
        found = tomllib.loads(text)
        return tuple((each["title"], tuple(each["katas"])) for each in found["chapter"])
    except (ValueError, KeyError, TypeError):
        return None
