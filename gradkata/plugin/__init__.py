"""`pytest katas/`: a student's work in pytest and in every editor's test panel.

pytest loads this module in every project of the environment.  It imports nothing else of gradkata until it
finds a file ``katas/<chapter>/<name>.py`` that a ``katas/syllabus.toml`` names.
"""

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option for the katas of further folders."""
    group = parser.getgroup("gradkata", "katas")
    group.addoption(
        "--collection",
        metavar="DIR",
        action="append",
        dest="collections",
        help="add the katas of this folder (repeatable)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a collection that cannot be used, once and not for every kata."""
    if folders := config.getoption("collections", None):
        from gradkata.catalog import CollectionError, open_catalog

        try:
            open_catalog(map(Path, folders))
        except CollectionError as error:
            raise pytest.UsageError(str(error)) from None


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Collect a kata in place of anything else for its file, which would import the file."""
    found = yield
    katas = file_path.parent.parent
    if file_path.suffix != ".py" or katas.name != "katas" or not (katas / "syllabus.toml").is_file():
        return found
    if f"{file_path.parent.name}/{file_path.stem}" not in _named(katas / "syllabus.toml"):
        return found
    from gradkata.plugin.kernels import import_numpy

    import_numpy()  # before the rest of gradkata, which would import it with other kernels
    from gradkata.plugin.collecting import kata_file

    return [kata_file(file_path, parent)]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print a line for each kata that was judged."""
    # From the reports alone: with pytest-xdist, this process has judged nothing itself.
    judged = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            facts = _pairs(getattr(report, "user_properties", ()))
            if "kata" in facts and "max_score" in facts:
                judged[report.nodeid.partition("::")[0]] = facts
    if judged:
        from gradkata.plugin.item_text import summary

        summary(terminalreporter, judged)


def _named(syllabus: Path) -> set[str]:
    """Return the katas that a syllabus names; none if the file is another project's or is broken."""
    import tomllib

    try:
        chapters = tomllib.loads(syllabus.read_text("utf-8-sig"))["chapter"]
        return {slug for chapter in chapters for slug in chapter["katas"]}
    except (OSError, ValueError, LookupError, TypeError):
        return set()


def _pairs(properties: Any) -> dict[str, Any]:
    """Return the properties of a report as a dict; other projects may have put anything there."""
    pairs = [each for each in properties if isinstance(each, tuple | list) and len(each) == 2]
    return {name: value for name, value in pairs if isinstance(name, str)}
