"""From a path to the answers in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gradkata.catalog import Catalog, short_name
from gradkata.submissions.files import (
    ACCEPTED,
    ARCHIVE_LIMIT,
    ARCHIVES,
    File,
    UnreadableError,
    clipped,
    is_folder,
    read_file,
    walk,
)
from gradkata.submissions.naming import defined
from gradkata.submissions.submission import Submission

if TYPE_CHECKING:
    from gradkata.submissions.extract import Extract

# How sure it is that a file is meant for a kata, the surest first.
_MIRRORS, _BEARS_ITS_NAME, _DEFINES_IT, _IS_ANOTHERS = range(4)


class Handed(NamedTuple):
    """What one student handed in.

    ``notes`` are what the student is told beside a verdict, by slug; of a kata without an answer they say
    why there is none.  ``fault`` is why nothing at all can be read: then there are no answers.
    """

    answers: dict[str, Submission]
    notes: dict[str, tuple[str, ...]]
    fault: str = ""


def read(path: Path, catalog: Catalog, slugs: Sequence[str] = ()) -> Handed:
    """The answers to the katas ``slugs``, or to all that the files are meant for.

    A file that bears a kata's name is meant for that kata, and for others only where they are named; any
    other file for the katas whose functions it defines.  Where several are meant for one kata, the first
    counts of: the one in the kata's place, the one of its name, the others by name.
    """
    try:
        taken = [_taken(file, catalog) for file in _files(path)]
        return _answers(taken, catalog, slugs, clipped(path.name or path.resolve().name))
    except UnreadableError as error:
        return Handed({}, {}, str(error))


@dataclass(frozen=True)
class _Taken:
    """A file, and what it is meant for; ``extract`` where it is a notebook, ``fault`` where it is unreadable."""

    file: File
    slug: str | None  # of the kata whose name it bears
    extract: "Extract | None" = None
    fault: str = ""
    is_stub: bool = False

    def names(self) -> frozenset[str]:
        """The functions that it defines, or seems to."""
        if self.fault:
            return frozenset()
        return self.extract.names() if self.extract else frozenset(defined(self.file.content))

    def submission(self, name: str) -> Submission:
        """What is judged; under one name, however the file was called, so that equal files are equal."""
        return self.extract.submission(name) if self.extract else Submission(self.file.content, f"{name}.py")


def _files(path: Path) -> Iterator[File]:
    """The .py files and notebooks at a path; one that is at fault alone carries its fault."""
    if not is_folder(path):
        yield from _read(path, path.name)
        return
    total = 0
    for name, place in walk(path):
        if not name.lower().endswith((".py", ".ipynb", *ARCHIVES)):
            continue
        try:
            found = _read(place, name)
        except UnreadableError as error:
            found = [File(name, fault=str(error))]
        total += sum(len(file.content) for file in found)
        if total > ARCHIVE_LIMIT:
            raise UnreadableError(f"{clipped(path.name)} holds more than {ARCHIVE_LIMIT >> 20} MB.")
        yield from found


def _read(path: Path, name: str) -> list[File]:
    suffix = path.suffix.lower()
    if suffix == ".zip":
        from gradkata.submissions.archive import unpacked

        return unpacked(read_file(path), path.name)
    if suffix in (".py", ".ipynb"):
        return [File(name, read_file(path))]
    raise UnreadableError(f"{clipped(path.name)} cannot be judged. {ACCEPTED}")


def _taken(file: File, catalog: Catalog) -> _Taken:
    slug = _slugs(catalog).get(file.stem)
    if file.fault or file.suffix != ".ipynb":
        return _Taken(
            file, slug, fault=file.fault, is_stub=slug is not None and _is_stub(file, catalog, slug)
        )
    from gradkata.submissions.extract import extract

    try:
        return _Taken(file, slug, extract(file.content, file.name.rpartition("/")[2], _slugs(catalog).keys()))
    except UnreadableError as error:
        return _Taken(file, slug, fault=str(error))


def _answers(taken: Sequence[_Taken], catalog: Catalog, named: Sequence[str], name: str) -> Handed:
    faults = [each for each in taken if each.fault]
    if len(taken) == len(faults) > 0:
        raise UnreadableError(faults[0].fault)
    claims = _claims(taken, catalog, named)
    readable = [each for each in taken if not each.fault]
    if named and not claims and len(readable) == 1 and readable[0].slug is None:
        # Perhaps the function is misspelt, and its report says so.
        claims = {slug: [(_DEFINES_IT, readable[0])] for slug in named}
    answers, notes = {}, {}
    for slug in (slug for slug in _slugs(catalog).values() if slug in claims):
        # An untouched stub beside other files is there because it is in every copy of the folder.
        found = [claim for claim in claims[slug] if not claim[1].is_stub or len(taken) == 1]
        if not found and not named:
            continue
        chosen = (found or claims[slug])[0][1]
        answers[slug] = chosen.submission(short_name(slug))
        told = (
            _which_counts(slug, found),
            *(chosen.extract.notes_on(short_name(slug)) if chosen.extract else ()),
        )
        notes[slug] = tuple(filter(None, told))
    if not answers and faults:
        raise UnreadableError(faults[0].fault)
    if not answers and not (named and taken):
        raise UnreadableError(_nothing(name, claims, taken))
    for each in faults:
        for slug in [each.slug] if each.slug else list(answers):
            if slug in (named or _slugs(catalog).values()):
                notes[slug] = (*notes.get(slug, ()), each.fault)
    return Handed(answers, {slug: each for slug, each in notes.items() if each})


def _claims(
    taken: Sequence[_Taken], catalog: Catalog, named: Sequence[str]
) -> dict[str, list[tuple[int, _Taken]]]:
    """For each kata the files that are meant for it, the surest first."""
    claims: dict[str, list[tuple[int, _Taken]]] = {}
    for each in taken:
        if each.fault:
            continue
        if each.slug is not None and (not named or each.slug in named):
            mirrors = f"/{each.file.name}".endswith(f"/{each.slug}{each.file.suffix}")
            claims.setdefault(each.slug, []).append((_MIRRORS if mirrors else _BEARS_ITS_NAME, each))
        if each.slug is None or set(named) - {each.slug}:
            for slug in {_slugs(catalog)[name] for name in each.names() if name in _slugs(catalog)} - {
                each.slug
            }:
                if not named or slug in named:
                    rank = _DEFINES_IT if each.slug is None else _IS_ANOTHERS
                    claims.setdefault(slug, []).append((rank, each))
    return {
        slug: sorted(found, key=lambda claim: (claim[0], claim[1].file.name))
        for slug, found in claims.items()
    }


def _which_counts(slug: str, found: Sequence[tuple[int, _Taken]]) -> str:
    """Of several files for one kata, which counts; one that is another kata's own is no rival."""
    rivals = [each.file.name for rank, each in found if rank < _IS_ANOTHERS]
    if len(rivals) < 2:
        return ""
    first, second, *others = map(clipped, rivals)
    shown = f"{first}, {second} and {len(others)} more" if others else f"{first} and {second}"
    return f"`{short_name(slug)}` is in {shown}. {first} counts."


def _nothing(name: str, claims: Mapping[str, object], taken: Sequence[_Taken]) -> str:
    if not taken:
        return f"{name} holds no .py file and no notebook. {ACCEPTED}"
    if claims:
        return f"{name} holds stubs that nobody has touched, and nothing else."
    return f"{name} defines no function of a kata. Call the function as the kata is called."


def _is_stub(file: File, catalog: Catalog, slug: str) -> bool:
    try:
        stub = catalog.stub(slug).read_bytes()
    except OSError:
        return False
    return _plain(file.content) == _plain(stub)


def _plain(content: bytes) -> bytes:
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip()


@lru_cache(maxsize=8)
def _slugs(catalog: Catalog) -> Mapping[str, str]:
    """The katas by the name of their function, in the order of the syllabus."""
    return {short_name(slug): slug for slug in catalog.slugs}
