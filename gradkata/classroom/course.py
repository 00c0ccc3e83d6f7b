"""The settings of a course in `course.toml`: its seed, points, limits and sandbox."""

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
DEFAULT_POINTS = Fraction(10)
# The names of limits in the file, with the limit that each sets and its unit; memory is in megabytes.
_LIMITS = {
    "call_cpu_seconds": ("call_cpu_seconds", 1.0),
    "call_wall_seconds": ("call_wall_seconds", 1.0),
    "total_cpu_seconds": ("total_cpu_seconds", 1.0),
    "memory_mb": ("memory_bytes", 1 << 20),
}


@dataclass(frozen=True)
class Course:
    """The settings of a course; ``points`` are by slug, and 10 for a kata that is not listed."""

    seed: str = PUBLIC_SEED
    sandbox: str | None = None
    points: Mapping[str, Fraction] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def points_of(self, slug: str) -> Fraction:
        """The points that a kata is worth."""
        return self.points.get(slug, DEFAULT_POINTS)


def read(start: Path, catalog: Catalog) -> Course:
    """The settings in the nearest `course.toml` at or above ``start``; the defaults if there is none.

    Raises:
        CourseError: if the file cannot be read or has an invalid setting.
    """
    path = course_file.find(start)
    return Course() if path is None else _course(path, catalog)


def _course(path: Path, catalog: Catalog) -> Course:
    settings = dict(course_file.read(path))
    if settings.pop("format", FORMAT) != FORMAT:
        raise CourseError(f"{path} has another format; this version reads format = {FORMAT}.")
    known = {"seed", "sandbox", "points", "limits", course_file.COLLECTIONS}
    if unknown := sorted(settings.keys() - known):
        raise CourseError(
            f"{path}: `{unknown[0]}` is not a setting. Settings are {', '.join(sorted(known))}."
        )
    seed, sandbox = settings.get("seed", PUBLIC_SEED), settings.get("sandbox")
    if not isinstance(seed, str) or not seed:
        raise CourseError(f'{path}: `seed` must be a string that is not empty, such as seed = "autumn".')
    if sandbox is not None and sandbox not in LEVELS:
        raise CourseError(f"{path}: `sandbox` must be one of {', '.join(LEVELS)}.")
    return Course(seed, sandbox, _points(path, settings, catalog), _limits(path, settings))


def _points(path: Path, settings: Mapping[str, Any], catalog: Catalog) -> dict[str, Fraction]:
    found = {}
    for name, value in _table(path, settings, "points").items():
        if not _is_number(value) or value < 0:
            raise CourseError(f'{path}: the points of "{name}" must be a number, at least 0.')
        try:
            # Converted from its text, so that 0.1 is exactly one tenth.
            found[catalog.resolve(name)] = Fraction(str(value))
        except UnknownKataError as error:
            raise CourseError(f"{path}: {error}") from error
    return found


def _limits(path: Path, settings: Mapping[str, Any]) -> Limits:
    found: dict[str, Any] = {}
    for name, value in _table(path, settings, "limits").items():
        if name not in _LIMITS:
            raise CourseError(f"{path}: `{name}` is not a limit. Limits are {', '.join(_LIMITS)}.")
        if not _is_number(value) or value <= 0:
            raise CourseError(f"{path}: `{name}` must be a number greater than 0.")
        limit, unit = _LIMITS[name]
        found[limit] = int(value * unit) if limit == "memory_bytes" else float(value)
    return Limits(**found)


def _table(path: Path, settings: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = settings.get(name, {})
    if not isinstance(table, dict):
        raise CourseError(f"{path}: `{name}` must be a table, which begins with [{name}].")
    return table


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value
