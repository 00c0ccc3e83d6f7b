"""Find the answers at a path."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gradkata.begun import is_begun
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

# Why a file is taken for the answer to a kata, in ascending order of doubt.
_HAS_ITS_PATH, _HAS_ITS_NAME, _DEFINES_IT, _HAS_ANOTHER_NAME = range(4)


class Handed(NamedTuple):
    """What one student handed in.

    ``notes`` are sentences for the student, by slug, which are shown with the verdict; for a kata without an
    answer they say why there is none.  ``fault`` says why nothing can be read; then there are no answers.
    """

    answers: dict[str, Submission]
    notes: dict[str, tuple[str, ...]]
    fault: str = ""


def read(path: Path, catalog: Catalog, slugs: Sequence[str] = ()) -> Handed:
    """Read the answers to the katas ``slugs``, or to all katas that the files are meant for.

    A file with the name of a kata is meant for that kata, and for others only if ``slugs`` names them; any
    other file is meant for the katas whose functions it defines.  If several files are meant for one kata, the
    file at the path of the kata counts, or else the file with its name, or else the first one by name.
    """
    try:
        examined = [_examine(file, catalog, tuple(slugs)) for file in _files(path)]
        return _answers(examined, catalog, slugs, clipped(path.name or path.resolve().name))
    except UnreadableError as error:
        return Handed({}, {}, str(error))


@dataclass(frozen=True)
class _Examined:
    """A file and its kata; ``extract`` is set for a notebook, ``fault`` if it cannot be read."""

    file: File
    slug: str | None  # of the kata whose name the file has
    extract: "Extract | None" = None
    fault: str = ""
    is_stub: bool = False

    def names(self) -> frozenset[str]:
        """The functions that it defines or seems to define."""
        if self.fault:
            return frozenset()
        return self.extract.names() if self.extract else frozenset(defined(self.file.content))

    def submission(self, name: str) -> Submission:
        """The submission that is judged; its file name comes from the kata, so that equal files stay equal."""
        return self.extract.submission(name) if self.extract else Submission(self.file.content, f"{name}.py")


def _files(path: Path) -> Iterator[File]:
    """The .py files and notebooks at a path; a file that cannot be read carries its fault."""
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


def _examine(file: File, catalog: Catalog, named: tuple[str, ...]) -> _Examined:
    slug = _slug_of(file, catalog, named)
    if file.fault or file.suffix != ".ipynb":
        return _Examined(
            file, slug, fault=file.fault, is_stub=slug is not None and _is_stub(file, catalog, slug)
        )
    from gradkata.submissions.extract import extract

    try:
        return _Examined(
            file, slug, extract(file.content, file.name.rpartition("/")[2], _slugs(catalog, named).keys())
        )
    except UnreadableError as error:
        return _Examined(file, slug, fault=str(error))


def _answers(examined: Sequence[_Examined], catalog: Catalog, named: Sequence[str], name: str) -> Handed:
    faults = [each for each in examined if each.fault]
    if len(examined) == len(faults) > 0:
        raise UnreadableError(faults[0].fault)
    claims = _claims(examined, catalog, named)
    readable = [each for each in examined if not each.fault]
    if named and not claims and len(readable) == 1 and readable[0].slug is None:
        # Perhaps the name of the function is misspelt; the report says so.
        claims = {slug: [(_DEFINES_IT, readable[0])] for slug in named}
    answers, notes = {}, {}
    for slug in (slug for slug in catalog.slugs if slug in claims):
        # Every copy of the folder holds unchanged stubs: they count only if there is no other file.
        found = [claim for claim in claims[slug] if not claim[1].is_stub or len(examined) == 1]
        if not found and not named:
            continue
        chosen = (found or claims[slug])[0][1]
        answers[slug] = chosen.submission(short_name(slug))
        sentences = (
            _which_counts(slug, found),
            *(chosen.extract.notes_on(short_name(slug)) if chosen.extract else ()),
        )
        notes[slug] = tuple(filter(None, sentences))
    if not answers and faults:
        raise UnreadableError(faults[0].fault)
    if not answers and not (named and examined):
        raise UnreadableError(_no_answer(name, claims, examined))
    for each in faults:
        for slug in [each.slug] if each.slug else list(answers):
            if slug in (named or catalog.slugs):
                notes[slug] = (*notes.get(slug, ()), each.fault)
    return Handed(answers, {slug: each for slug, each in notes.items() if each})


def _claims(
    examined: Sequence[_Examined], catalog: Catalog, named: Sequence[str]
) -> dict[str, list[tuple[int, _Examined]]]:
    """For each kata the files that are meant for it, the least doubtful first."""
    claims: dict[str, list[tuple[int, _Examined]]] = {}
    for each in examined:
        if each.fault:
            continue
        if each.slug is not None and (not named or each.slug in named):
            has_its_path = f"/{each.file.name}".endswith(f"/{each.slug}{each.file.suffix}")
            claims.setdefault(each.slug, []).append((_HAS_ITS_PATH if has_its_path else _HAS_ITS_NAME, each))
        if each.slug is None or set(named) - {each.slug}:
            meant = _slugs(catalog, tuple(named))
            own = short_name(each.slug) if each.slug else ""
            for slug in {meant[name] for name in each.names() if name in meant and name != own}:
                if not named or slug in named:
                    rank = _DEFINES_IT if each.slug is None else _HAS_ANOTHER_NAME
                    claims.setdefault(slug, []).append((rank, each))
    return {
        slug: sorted(found, key=lambda claim: (claim[0], claim[1].file.name))
        for slug, found in claims.items()
    }


def _which_counts(slug: str, found: Sequence[tuple[int, _Examined]]) -> str:
    """A note if there are several files for one kata; a file with the name of another kata does not count."""
    rivals = [each.file.name for rank, each in found if rank < _HAS_ANOTHER_NAME]
    if len(rivals) < 2:
        return ""
    first, second, *others = map(clipped, rivals)
    shown = f"{first}, {second} and {len(others)} more" if others else f"{first} and {second}"
    return f"`{short_name(slug)}` is in {shown}. {first} counts."


def _no_answer(name: str, claims: Mapping[str, object], examined: Sequence[_Examined]) -> str:
    if not examined:
        return f"{name} holds no .py file and no notebook. {ACCEPTED}"
    if claims:
        return f"{name} holds only stubs that have not been changed."
    return f"{name} defines no function of a kata. Give the function the name of the kata."


def _is_stub(file: File, catalog: Catalog, slug: str) -> bool:
    try:
        return not is_begun(file.content, catalog.stub(slug).read_bytes())
    except OSError:
        return False


@lru_cache(maxsize=8)
def _slugs(catalog: Catalog, named: tuple[str, ...]) -> Mapping[str, str]:
    """The kata that each function name means: of two with one short name the ``named`` one, else the later one."""
    return {short_name(slug): slug for slug in (*catalog.slugs, *named)}


@lru_cache(maxsize=8)
def _known(catalog: Catalog) -> frozenset[str]:
    return frozenset(catalog.slugs)


def _slug_of(file: File, catalog: Catalog, named: tuple[str, ...]) -> str | None:
    """The kata that a file has the name of; its folder counts first."""
    chapter = file.name.rpartition("/")[0].rpartition("/")[2]
    slug = f"{chapter}/{file.stem}"
    return slug if slug in _known(catalog) else _slugs(catalog, named).get(file.stem)
