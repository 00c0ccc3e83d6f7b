"""Katas as pytest sees them: a file is a kata, an item one of its properties."""

import os
import re
import sys
from collections.abc import Generator, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from gradkata.catalog import CollectionError, short_name
from gradkata.course_file import CourseError
from gradkata.judging.exercises import load_kata
from gradkata.loader import describe_error
from gradkata.outcomes import NOT_FAILED, PropertyReport, Report, first_failure
from gradkata.plugin import item_text
from gradkata.plugin.item_text import FailedItemError, failure
from gradkata.plugin.pytest_judging import NoMarkError, catalog_for, judged
from gradkata.workspace.status import has_begun


def kata_file(path: Path, parent: pytest.Collector) -> "KataFile":
    """Return the collector for a student's file."""
    manager = parent.config.pluginmanager
    if not manager.has_plugin(__name__):
        manager.register(sys.modules[__name__], __name__)
    return KataFile.from_parent(parent, path=path)


class KataFile(pytest.File):
    """A student's file; it is judged once, when its first item runs, and never imported."""

    @property
    def slug(self) -> str:
        """The slug of the kata that the file answers."""
        return f"{self.path.parent.name}/{self.path.stem}"

    def collect(self) -> Iterator["PropertyItem"]:
        """Yield an item for each property that the grader declares, in the order of the report."""
        try:
            names = [
                each.name for each in load_kata(catalog_for(self.config, self.path), self.slug).properties
            ]
        except (CollectionError, CourseError) as error:
            yield PropertyItem.from_parent(self, name="has_a_grader", fault=str(error))
            return
        except Exception as error:
            fault = f"The grader of {self.slug} cannot be read ({describe_error(error)})."
            yield PropertyItem.from_parent(self, name="has_a_grader", fault=fault)
            return
        for name in names:
            yield PropertyItem.from_parent(self, name=name)

    @cached_property
    def line(self) -> int:
        """The line, from 0, at which the function begins; the file is untrusted, so it is searched as text."""
        text = self.path.read_bytes().decode("latin-1")
        found = re.search(rf"^[ \t]*def[ \t]+{short_name(self.slug)}\b", text, re.MULTILINE)
        return text.count("\n", 0, found.start()) if found else 0

    @cached_property
    def selected(self) -> list["PropertyItem"]:
        """The items of this file in this session, in the order in which they run."""
        return [item for item in self.session.items if isinstance(item, PropertyItem) and item.file is self]

    @cached_property
    def is_to_be_judged(self) -> bool:
        """Whether the kata was begun, or is a stub and the only file that was asked for."""
        if has_begun(catalog_for(self.config, self.path), self.slug, self.path):
            return True
        items = [item for item in self.session.items if isinstance(item, PropertyItem)]
        return self.session.isinitpath(self.path) and all(item.file is self for item in items)

    @cached_property
    def report(self) -> Report:
        """The report on the file.

        Raises:
            NoMarkError: if the grader or the sandbox failed.
        """
        return judged(self.config, self.slug, self.path)

    @cached_property
    def verdicts(self) -> dict[str, PropertyReport]:
        """The report that each selected item shows, by the name of the item.

        If none of them could be judged, the first one shows why.
        """
        found = {each["name"]: each for each in self.report["properties"]}
        chosen = {item.name: found[item.name] for item in self.selected}
        cause = first_failure(self.report)
        if cause is not None and all(each["outcome"] in NOT_FAILED for each in chosen.values()):
            name = next((n for n, each in chosen.items() if each["outcome"] == "skipped"), None)
            if name is not None:
                chosen[name] = cause
        return chosen


class PropertyItem(pytest.Item):
    """One property of a kata."""

    def __init__(self, *, fault: str | None = None, **rest: Any) -> None:
        super().__init__(**rest)
        self._fault = fault

    @property
    def file(self) -> KataFile:
        """The file of the kata that the property belongs to."""
        assert isinstance(self.parent, KataFile)
        return self.parent

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Return where the student's function begins, and a heading."""
        return self.path, self.file.line, f"{self.file.slug}: {self.name}"

    def setup(self) -> None:
        """Judge the kata, once; a failure here is an error of gradkata, not of the student."""
        if self._fault:
            raise FailedItemError(item_text.fault(self._fault))
        if not self.file.is_to_be_judged:
            pytest.skip("not begun")
        is_first = self.file.selected[0] is self
        try:
            report, verdict = self.file.report, self.file.verdicts[self.name]
        except NoMarkError as error:
            if is_first:
                raise FailedItemError(item_text.fault(str(error))) from None
            pytest.skip("no mark: the grader failed")
        if is_first and report["printed"] and first_failure(report) is None:  # else a failure shows it
            self.add_report_section("call", "stdout", item_text.printed(report))
        self.user_properties += item_text.facts(report, verdict)

    def runtest(self) -> None:
        """Report the verdict."""
        report, verdict = self.file.report, self.file.verdicts[self.name]
        if verdict["outcome"] == "passed":
            return
        if verdict["outcome"] == "skipped":
            pytest.skip(item_text.reason(report))
        failing = (n for n, each in self.file.verdicts.items() if each["outcome"] not in NOT_FAILED)
        raise FailedItemError(failure(report, verdict, self, diagnosis=next(failing) == self.name))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show a failure's text in place of its traceback, and a skip at the line of the student's function."""
    report = yield
    error = call.excinfo.value if call.excinfo else None
    if isinstance(item, PropertyItem) and isinstance(error, FailedItemError):
        report.longrepr = error.longrepr  # type: ignore[assignment]
    elif isinstance(item, PropertyItem) and isinstance(error, pytest.skip.Exception):
        report.longrepr = (str(item.path), item.file.line + 1, f"Skipped: {error.msg}")
    return report
