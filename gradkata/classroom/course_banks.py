"""The bank that a class is judged on: the public one, or one drawn once for the course's own seed."""

from collections.abc import Sequence
from pathlib import Path

from gradkata.catalog import Catalog
from gradkata.classroom.course import PUBLIC_SEED


def banks(catalog: Catalog, slugs: Sequence[str], out: Path, seed: str, fresh: int) -> dict[str, Path]:
    """The bank of each kata; a course's own banks are kept in ``out``, and drawn again if a grader changed.

    Raises:
        BankError: if a bank cannot be drawn.
    """
    if seed == PUBLIC_SEED and not fresh:
        return {slug: catalog.bank(slug) for slug in slugs}
    return {slug: _own(catalog, slug, _place(out, slug), seed, fresh) for slug in slugs}


def bank_of_run(catalog: Catalog, slug: str, out: Path, recorded: str | None, digest: str) -> Path | None:
    """The bank with this digest; None if there is none any more.

    It is looked for at the ``recorded`` place, which may depend on the folder in which that run was started, in
    ``out``, which may have been moved, and in the catalog.
    """
    from gradkata.drawing.bank import BankError, load

    for path in (*([Path(recorded)] if recorded else []), _place(out, slug), catalog.bank(slug)):
        try:
            if load(path).digest == digest:
                return path
        except (BankError, OSError):
            continue
    return None


def _place(out: Path, slug: str) -> Path:
    return out / "banks" / f"{slug}.bank.json"


def _own(catalog: Catalog, slug: str, path: Path, seed: str, fresh: int) -> Path:
    from dataclasses import replace

    from gradkata.authoring.bank_builder import made_by
    from gradkata.authoring.clean_process import draw_in_clean_process
    from gradkata.authoring.subject import Subject
    from gradkata.drawing.bank import BankError, load, save

    subject = Subject(catalog, slug)
    made = {**made_by(subject.sources()), "fresh": str(fresh)}
    try:
        kept = load(path)
        if kept.seed == seed_name(seed) and kept.made_by == made:
            return path
    except BankError:
        pass
    bank = draw_in_clean_process(subject, seed, fresh)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(replace(bank, seed=seed_name(seed), made_by=made), path)
    return path


def seed_name(seed: str) -> str:
    """The seed as reports show it: a digest, because anybody who knows the seed can draw the questions."""
    if seed == PUBLIC_SEED:
        return seed
    import hashlib

    return hashlib.sha256(seed.encode()).hexdigest()[:12]
