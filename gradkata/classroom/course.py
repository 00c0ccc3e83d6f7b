"""What a course sets for itself, in `course.toml`: its seed, its points, its limits, its sandbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from gradkata import course_file
from gradkata.catalog import Catalog, UnknownKataError
from gradkata.course_file import CourseError
from gradkata.isolation.levels import LEVELS
from gradkata.isolation.limits import Limits

FORMAT = 1
PUBLIC_SEED = "public"
USUAL_POINTS = Fraction(10)
# What a course may set, and the limit that it is; memory is told in megabytes.
_LIMITS = {
    "call_cpu_seconds": ("call_cpu_seconds", 1.0),
    "call_wall_seconds": ("call_wall_seconds", 1.0),
    "total_cpu_seconds": ("total_cpu_seconds", 1.0),
    "memory_mb": ("memory_bytes", 1 << 20),
}


@dataclass(frozen=True)
class Course:
    """The settings of a course; ``points`` are by slug, and 10 where a kata is not named."""

    seed: str = PUBLIC_SEED
    sandbox: str | None = None
    points: Mapping[str, Fraction] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def points_of(self, slug: str) -> Fraction:
        """What a kata is worth."""
        return self.points.get(slug, USUAL_POINTS)


def read(start: Path, catalog: Catalog) -> Course:
    """The settings in the nearest `course.toml` upwards; the usual ones where there is none.

    Raises:
        CourseError: where the file cannot be read or says what is not understood.
    """
    path = course_file.find(start)
    return Course() if path is None else _course(path, catalog)


def _course(path: Path, catalog: Catalog) -> Course:
    told = dict(course_file.read(path))
    if told.pop("format", FORMAT) != FORMAT:
        raise CourseError(f"{path} has another format; this version reads format = {FORMAT}.")
    known = {"seed", "sandbox", "points", "limits", course_file.COLLECTIONS}
    if strange := sorted(told.keys() - known):
        raise CourseError(f"{path}: `{strange[0]}` is not known. It may set {', '.join(sorted(known))}.")
    seed, sandbox = told.get("seed", PUBLIC_SEED), told.get("sandbox")
    if not isinstance(seed, str) or not seed:
        raise CourseError(f'{path}: `seed` is a text, such as seed = "autumn".')
    if sandbox is not None and sandbox not in LEVELS:
        raise CourseError(f"{path}: `sandbox` is one of {', '.join(LEVELS)}.")
    return Course(seed, sandbox, _points(path, told, catalog), _limits(path, told))


def _points(path: Path, told: Mapping[str, Any], catalog: Catalog) -> dict[str, Fraction]:
    found = {}
    for name, value in _table(path, told, "points").items():
        if not _is_number(value) or value < 0:
            raise CourseError(f'{path}: the points of "{name}" are a number, at least 0.')
        try:
            # Through its text: 0.1 is a tenth.
            found[catalog.resolve(name)] = Fraction(str(value))
        except UnknownKataError as error:
            raise CourseError(f"{path}: {error}") from error
    return found


def _limits(path: Path, told: Mapping[str, Any]) -> Limits:
    found: dict[str, Any] = {}
    for name, value in _table(path, told, "limits").items():
        if name not in _LIMITS:
            raise CourseError(f"{path}: `{name}` is no limit. It may set {', '.join(_LIMITS)}.")
        if not _is_number(value) or value <= 0:
            raise CourseError(f"{path}: `{name}` is a number above 0.")
        limit, unit = _LIMITS[name]
        found[limit] = int(value * unit) if limit == "memory_bytes" else float(value)
    return Limits(**found)


def _table(path: Path, told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = told.get(name, {})
    if not isinstance(table, dict):
        raise CourseError(f"{path}: `{name}` is a table, which begins with [{name}].")
    return table


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value
