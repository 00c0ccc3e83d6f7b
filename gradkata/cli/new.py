"""`kata new CHAPTER/KATA SIGNATURE [--in DIR]`: the files of a new kata, drafted so that they grade at once."""

import argparse
import keyword
import os
import re
import sys
from pathlib import Path

from gradkata import exit_codes
from gradkata.authoring.drafting.drafted_statement import title_of
from gradkata.catalog import BUILT_IN, FOLDERS, Catalog, Collection, open_catalog, short_name
from gradkata.cli.errors import UsageError
from gradkata.cli.options import catalog_of
from gradkata.course_file import COLLECTIONS, FILE, catalog_at, find
from gradkata.reports.page import prose
from gradkata.reports.palette import look_of
from gradkata.signature import Signature, SignatureError, parse

# Parameters of `kata.domain`, `kata.edge` and `kata.example`, which take arguments and sizes by name, and the
# module that every file imports.
_RESERVED = ("claim", "error", "expected", "points", "self", "signature", "tolerance", "where", "np")
_USE = "kata new CHAPTER/KATA 'SIGNATURE'"


def run(arguments: argparse.Namespace) -> int:
    """Write the files and the line in the syllabus, draw the bank, and say what is to be filled in."""
    slug = _slug(arguments.kata)
    try:
        signature = parse(arguments.signature)
        _refuse_reserved(signature, arguments.signature)
        _refuse_another_name(signature, slug, arguments.signature)
    except SignatureError as error:
        return _refused(arguments.signature, error)
    known = catalog_of(arguments, is_complete=False)
    collection, is_new = _target(arguments.folder)
    catalog = known if is_new or collection.root in known.roots else _with(known, collection)
    _refuse_taken(catalog, collection, slug)
    new, changed, chapter = _files(collection, slug, signature, is_new=is_new)
    _refuse_files(collection, slug, new)
    _write(new, changed)
    catalog = _with(known, collection)
    failure = _bank(catalog, slug)
    print("\n".join(_sentences(arguments, catalog, slug, chapter, failure, is_new=is_new)))
    return exit_codes.OK


def _slug(text: str) -> str:
    parts = text.removesuffix(".py").split("/")
    if len(parts) != 2:
        raise UsageError(f"{text!r} is not of the form CHAPTER/KATA. Write, for example, losses/mse.")
    for part, what in zip(parts, ("chapter", "kata"), strict=True):
        if not part.isidentifier():
            raise UsageError(
                f"{part!r} cannot be the name of a {what}. Use letters, digits and _, and begin with a letter."
            )
        if keyword.iskeyword(part):
            raise UsageError(
                f"{part!r} is a keyword of Python and cannot be the name of a {what}. Choose another."
            )
        if part.startswith("_"):
            raise UsageError(f"{part!r} begins with _, as helpers do. Choose another name for the {what}.")
    return "/".join(parts)


def _refuse_reserved(signature: Signature, text: str) -> None:
    """Refuse names with two meanings: a grader declares arguments and sizes by their names."""
    for name in signature.names:
        if name in signature.sizes:
            place = re.search(rf"\b{name}\s*:", text)
            assert place is not None, "the name was read from this text"
            why = f"{name!r} is the name of a size and of an argument that is no integer; rename one"
            raise SignatureError(why, place.start(), place.start() + len(name))
    for name in (signature.name, *signature.names, *signature.sizes):
        if name in _RESERVED:
            place = re.search(rf"\b{name}\b", text)
            assert place is not None, "the name was read from this text"
            raise SignatureError(
                f"{name!r} has another meaning in a grader; choose another name", *place.span()
            )


def _refuse_another_name(signature: Signature, slug: str, text: str) -> None:
    if signature.name != short_name(slug):
        start = text.index(signature.name)
        raise SignatureError(
            f"the kata is called {short_name(slug)!r}, and the signature {signature.name!r}; make them agree",
            start, start + len(signature.name),
        )  # fmt: skip


def _refused(text: str, error: SignatureError) -> int:
    """Print a signature with its wrong part marked."""
    look = look_of(sys.stderr)
    shown = f"{str(error)[:1].upper()}{str(error)[1:]}."
    lines = prose(f"kata: {shown}", look, "", "")
    if text.isprintable():
        lines += ["", f"  {text}", f"  {' ' * error.start}{'^' * (error.end - error.start)}"]
    print("\n".join(lines), file=sys.stderr)
    return exit_codes.USAGE


def _target(folder: str | None) -> tuple[Collection, bool]:
    """The collection to write to, and whether it is to be made."""
    if folder is None:
        here = Path.cwd()
        found = next((each for each in (here, *here.parents) if _is_collection(each)), None)
        if found is None:
            raise UsageError(
                f"The current folder is in no collection. Name one, or a new folder: {_USE} --in DIR"
            )
    else:
        found = Path(os.path.expanduser(folder))
    root = Path(os.path.realpath(found))
    if _is_installed(root):
        raise UsageError(
            f"{found} is installed and not to be changed. Write to a collection of your own: {_USE} --in DIR"
        )
    if _is_collection(root):
        return Collection(root), False
    if root.is_dir():
        if all(each.name.startswith(".") for each in root.iterdir()):  # such as .git
            return Collection(root), True
    elif not root.exists():
        return Collection(root), True
    kind = "neither a collection nor empty" if root.is_dir() else "not a folder"
    raise UsageError(f"{found} is {kind}. Name a collection or a new folder: {_USE} --in DIR")


def _is_collection(folder: Path) -> bool:
    return all((folder / each).is_dir() for each in FOLDERS) and Collection(folder).syllabus.is_file()


def _is_installed(root: Path) -> bool:
    is_content = root == BUILT_IN and BUILT_IN.name == "collection"
    return is_content or bool({"site-packages", "dist-packages"} & set(root.parts))


def _with(known: Catalog, collection: Collection) -> Catalog:
    return open_catalog([*known.roots, collection.root], is_complete=False)


def _refuse_taken(catalog: Catalog, collection: Collection, slug: str) -> None:
    name = short_name(slug)
    for each in catalog.collections:
        listed = [other for _, slugs in each.chapters() for other in slugs]
        files = [f"{path.parent.name}/{path.stem}" for path in each.kata_files("graders")]
        for other in (*listed, *files):
            if short_name(other) == name:
                where = "in this collection" if each.root == collection.root else f"in {each.root}"
                raise UsageError(f"There is a kata called {other} {where} already. Choose another name.")


def _files(
    collection: Collection, slug: str, signature: Signature, *, is_new: bool
) -> tuple[dict[Path, str], dict[Path, str], str]:
    """The new files, the files to replace, and the title of the chapter."""
    from gradkata.authoring.drafting.drafted_grader import grader_text
    from gradkata.authoring.drafting.drafted_solution import solution_text
    from gradkata.authoring.drafting.drafted_statement import statement_text
    from gradkata.authoring.syllabus_text import SyllabusError, new_chapter, with_kata

    new = {
        collection.stub(slug): statement_text(signature),
        collection.solution(slug): solution_text(signature),
        collection.grader(slug): grader_text(signature),
    }
    title = _chapter_title(slug)
    if is_new:
        new[collection.syllabus] = new_chapter(title, slug)
        if find(collection.root) is None:
            new[collection.root / FILE] = f'{COLLECTIONS} = ["."]\n'
        return new, {}, title
    try:
        text, title = with_kata(collection, slug, title)
    except SyllabusError:
        raise UsageError(
            f'{collection.syllabus} has a form that cannot be extended. Add "{slug}" to it by hand, on a line of its '
            "own, delete that line, and try again."
        ) from None
    return new, {collection.syllabus: text}, title


def _chapter_title(slug: str) -> str:
    """The title of the built-in chapter with the same folder, or the folder's name as words."""
    folder = slug.partition("/")[0]
    for title, slugs in Collection(BUILT_IN).chapters():
        if any(each.startswith(f"{folder}/") for each in slugs):
            return title
    return title_of(folder)


def _refuse_files(collection: Collection, slug: str, new: dict[Path, str]) -> None:
    for path in (*new, collection.bank(slug)):
        if os.path.lexists(path):
            raise UsageError(f"{path} exists already. Move it away, or choose another name.")
        inside = [each for each in path.parents if each.is_relative_to(collection.root) and each.exists()]
        if any(not each.is_dir() for each in inside):
            raise UsageError(f"{inside[0]} is not a folder. Move it away, or choose another name.")


def _write(new: dict[Path, str], changed: dict[Path, str]) -> None:
    from gradkata.authoring.file_changes import write_together

    try:
        write_together(new, changed)
    except OSError as error:
        raise UsageError(
            f"{error.filename or 'A file'} cannot be written ({error.strerror or error}). Nothing was changed. "
            "Make it writable, or choose another folder."
        ) from None


def _bank(catalog: Catalog, slug: str) -> str:
    """Draw and save the bank; the reason if it cannot be drawn."""
    from gradkata.authoring.laws import unfit
    from gradkata.authoring.subject import Subject
    from gradkata.cli.lint import write_bank
    from gradkata.drawing.bank import BankError

    subject = Subject(catalog, slug)
    for fault in unfit(subject):
        return fault.message
    try:
        write_bank(subject)
    except BankError as error:
        return str(error)
    return ""


def _sentences(
    arguments: argparse.Namespace, catalog: Catalog, slug: str, chapter: str, failure: str, *, is_new: bool
) -> list[str]:
    from gradkata.authoring.blanks import MARK, blanks_of

    look, collection, name = look_of(sys.stdout), catalog.collection_of(slug), short_name(slug)
    blanks = blanks_of(collection, slug)
    where = _relative(collection.root)
    made = (
        f"{where} is a collection now, with a first kata, {slug}:"
        if is_new
        else f"{slug} was written to {where}:"
    )
    rows = [
        (f"katas/{slug}.py", "the statement and the stub"),
        (f"solutions/{slug}.py", "the right answers"),
        (f"graders/{slug}.py", "the domain, points, properties, mistakes and hints"),
    ]
    if not failure:
        rows.append((f"graders/{slug}.bank.json", "the questions, written again by `kata lint --write`"))
    rows.append(("katas/syllabus.toml", f"a line in the chapter {chapter}"))
    if is_new and (collection.root / FILE).is_file():
        rows.append((FILE, "names this collection, for all commands in this folder"))
    width = max(len(file) for file, _ in rows)
    lines = [*prose(made, look, "", ""), "", *(f"  {file:{width}}  {what}" for file, what in rows), ""]
    if failure:
        lines += [*prose(f"The bank could not be drawn yet: {failure}", look, "", ""), ""]
    todo = (
        f"{len(blanks)} places are marked {MARK}. `kata lint` lists them; afterwards it checks whether right answers "
        "pass and wrong ones fail."
    )
    return [*lines, *prose(todo, look, "", ""), "", "Next:", "", *_next(arguments, collection, name)]


def _next(arguments: argparse.Namespace, collection: Collection, name: str) -> list[str]:
    """The command that checks the kata, from the current folder."""
    given = (*(arguments.collections or ()), *(arguments.more_collections or ()))
    command = f"  kata lint {name}"
    here = catalog_at(Path.cwd(), is_complete=False)
    if collection.root in here.roots:
        return [command]
    course = collection.root / FILE
    if course.is_file() and collection.root in catalog_at(collection.root, is_complete=False).roots:
        return [f"  cd {_relative(collection.root)}", command]
    folders = dict.fromkeys([*given, _relative(collection.root)])
    return [command + "".join(f" --collection {each}" for each in folders)]


def _relative(path: Path) -> str:
    here = Path.cwd().resolve()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
