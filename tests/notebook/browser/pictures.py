"""Take the pictures of docs/notebooks.md anew: `python tests/notebook/browser/pictures.py`, then look at them."""

import tempfile
from pathlib import Path

from lab import BEGUN, RIGHT, ROOT, Notebook, assignment, chromium, jupyterlab

IMAGES = ROOT / "docs" / "images"
CHECK = "check(iou)  #"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
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
    for picture in sorted(IMAGES.glob("notebook-*.png")):
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size >> 10} KB")


if __name__ == "__main__":
    main()
