"""Take the pictures of the docs again: `python tests/notebook/browser/pictures.py`, then look at them."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from lab import BEGUN, RIGHT, ROOT, TOKEN, Notebook, assignment, chromium, environment, jupyterlab

IMAGES = ROOT / "docs" / "images"
CHECK = "check(iou)  #"
# The part above the graded cell is cropped if the page's header would cover it.
HEAD = 60


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        of_a_student(Path(name))
    with tempfile.TemporaryDirectory() as name:
        of_a_grader(Path(name))
    for picture in sorted(IMAGES.glob("*.png")):
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size >> 10} KB")


def of_a_student(folder: Path) -> None:
    """A statement, a wrong answer, and a right one, in JupyterLab."""
    release = assignment(folder / "course", "iou")
    for theme, picture, text in (
        ("JupyterLab Light", "notebook-wrong.png", BEGUN),
        ("JupyterLab Dark", "notebook-right.png", RIGHT),
    ):
        home = folder / picture
        home.mkdir()
        with (
            jupyterlab(release, home, theme=theme) as address,
            chromium(home / "profile", width=960, height=2200) as page,
        ):
            notebook = Notebook(page, address, "ps1/ps1.ipynb")
            if picture == "notebook-wrong.png":
                page.locator(".jp-MarkdownCell").nth(1).screenshot(path=IMAGES / "notebook-statement.png")
            notebook.write("def iou", text)
            notebook.run("def iou")
            notebook.run(CHECK)
            first, last = (notebook.cell(each).bounding_box() for each in ("def iou", CHECK))
            clip = {**first, "height": last["y"] + last["height"] - first["y"]}
            page.screenshot(path=IMAGES / picture, clip=clip)


def of_a_grader(folder: Path) -> None:
    """One submission in formgrader, and the feedback on it."""
    course, home = folder / "course", folder / "home"
    released = assignment(course, "iou", "nms") / "ps1" / "ps1.ipynb"
    document = json.loads(released.read_text("utf-8"))
    next(each for each in document["cells"] if "def iou" in "".join(each["source"]))["source"] = BEGUN
    place = course / "submitted" / "ana" / "ps1"
    place.mkdir(parents=True)
    (place / "ps1.ipynb").write_text(json.dumps(document), "utf-8")
    for command in ("autograde", "generate_feedback"):
        subprocess.run(
            [sys.executable, "-m", "nbgrader", command, "ps1"], cwd=course, env=environment(home), check=True,
            capture_output=True,
        )  # fmt: skip
    with (
        jupyterlab(course, home) as address,
        chromium(folder / "profile", width=1100, height=900) as page,
    ):
        page.goto(f"{address}/formgrader?token={TOKEN}")
        page.goto(f"{address}/formgrader/gradebook/ps1/ps1")
        link = page.wait_for_selector("a[href*='/submissions/']", state="attached").get_attribute("href")
        taken(page, f"{address}{link}", "formgrader.png")
        taken(page, (course / "feedback" / "ana" / "ps1" / "ps1.html").as_uri(), "feedback.png")


def taken(page, address: str, picture: str) -> None:
    """The first graded cell, and the part of the page below it."""
    page.goto(address)
    page.wait_for_selector(".gradkata")
    page.wait_for_load_state("networkidle")
    cell = page.locator(".nbgrader_cell", has=page.locator("code", has_text="iou")).last
    page.evaluate("y => window.scrollTo(0, y)", cell.evaluate("e => e.getBoundingClientRect().top") - HEAD)
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / picture)


if __name__ == "__main__":
    main()
