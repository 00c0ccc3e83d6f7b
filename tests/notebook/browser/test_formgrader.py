"""Formgrader in a real browser, as an instructor uses it."""

import json
import shutil
import subprocess
import sys

import pytest
from lab import CHROMIUM, ROOT, TOKEN, assignment, chromium, environment, jupyterlab

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.notebook.hostile import MARKDOWN

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
]
pytest.importorskip("nbgrader", reason="the extra `course` is not installed")
pytest.importorskip("playwright", reason="playwright is not installed")

EXAMPLES = ROOT / "examples"
HOSTILE = '<b id="own">bold</b> $x^2$'


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The submission of one student, in formgrader."""
    folder = tmp_path_factory.mktemp("formgrader")
    course = folder / "course"
    released = assignment(course, "iou") / "ps1" / "ps1.ipynb"
    document = json.loads(released.read_text("utf-8"))
    answer = (EXAMPLES / "wrong" / "iou_divides_by_zero.py").read_text("utf-8")
    answer = answer.replace('print("shared", width * height)', f"print({HOSTILE!r})")
    next(each for each in document["cells"] if "def iou" in "".join(each["source"]))["source"] = answer
    document["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": text} for text in MARKDOWN]
    place = course / "submitted" / "ana" / "ps1"
    place.mkdir(parents=True)
    (place / "ps1.ipynb").write_text(json.dumps(document), "utf-8")
    command = [sys.executable, "-m", "nbgrader", "autograde", "ps1"]
    subprocess.run(
        command, cwd=course, env=environment(folder / "home"), check=True, capture_output=True, timeout=120
    )
    with jupyterlab(course, folder / "home") as address, chromium(folder / "profile") as page:
        page.add_init_script("window.owned = () => { window.top.wasOwned = true }")
        page.goto(f"{address}/formgrader?token={TOKEN}")
        page.goto(f"{address}/formgrader/gradebook/ps1/ps1")
        link = page.wait_for_selector("a[href*='/submissions/']", state="attached").get_attribute("href")
        page.goto(f"{address}{link}")
        page.wait_for_selector(".gradkata")
        yield page
    shutil.rmtree(folder / "profile", ignore_errors=True)


def test_the_partial_points_are_shown_in_a_field_that_can_be_edited(page):
    page.wait_for_function("document.querySelector('input.score').placeholder")

    assert "8" == page.locator("input.score").get_attribute("placeholder")


def test_the_report_is_shown_below_the_graded_cell(page):
    text = page.locator(".gradkata").inner_text()

    assert "8/10" in text
    assert "Two boxes without area score 0." in text


def test_what_a_student_printed_is_text_and_nothing_else(page):
    assert HOSTILE in page.locator(".gradkata").inner_text()
    assert 0 == page.locator(".gradkata #own").count()


def test_nothing_that_a_student_wrote_in_markdown_is_active(page):
    page.evaluate("window.owned()")
    assert page.evaluate("window.wasOwned")  # control: active Markdown would be detected
    page.reload()
    page.wait_for_selector(".gradkata")
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.wasOwned === undefined")
    assert "<script>owned()</script>" in page.locator("body").inner_text()
    assert 0 == page.locator("a[href^='javascript' i], a[href^='vbscript' i], a[href^='data' i]").count()
