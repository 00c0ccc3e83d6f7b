"""JupyterLab with a student's copy of an assignment, in a headless Chromium."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
TOKEN = "of-this-test"
PATIENCE = 60
BEGUN = """\
import numpy as np


def iou(a, b):
    \"\"\"Score how well box `a` matches box `b`, as one number from 0 to 1.\"\"\"
    width, height = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    shared = width * height
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return shared / union if union else 0.0
"""
RIGHT = BEGUN.replace("width, height = np.minimum", "width, height = np.maximum(0, np.minimum").replace(
    "b[:2])\n    shared", "b[:2]))\n    shared"
)


def environment(home):
    return {
        **{
            name: each
            for name, each in os.environ.items()
            if not name.startswith(("JUPYTER", "JPY", "NBGRADER"))
        },
        "PATH": os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
    }


def assignment(course, *katas):
    """The student version of an assignment, made by the real commands; returns its folder."""
    home = course.parent / "home"
    home.mkdir(exist_ok=True)
    for command in (
        [sys.executable, "-m", "gradkata.cli", "assignment", "ps1", *katas, "--course", str(course)],
        [sys.executable, "-m", "nbgrader", "generate_assignment", "ps1"],
    ):
        course.mkdir(exist_ok=True)
        subprocess.run(
            command, cwd=course, env=environment(home), check=True, capture_output=True, timeout=120
        )
    return course / "release"


@contextmanager
def jupyterlab(folder, home, *, theme="JupyterLab Light"):
    """A server for ``folder``; yields its URL."""
    settings = home / ".jupyter" / "lab" / "user-settings" / "@jupyterlab"
    for name, values in {
        "apputils-extension/themes": {"theme": theme},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    }.items():
        file = settings / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    runtime = home / "runtime"
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0",
        f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}",
    ]  # fmt: skip
    given = {**environment(home), "JUPYTER_RUNTIME_DIR": str(runtime)}
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=given, stdout=log, stderr=log)
    try:
        yield _address(server, runtime)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _address(server, runtime):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            try:
                port = json.loads(file.read_text())["port"]
            except ValueError:
                continue
            if port:
                return f"http://127.0.0.1:{port}"
        time.sleep(0.1)
    raise RuntimeError("JupyterLab did not start: see server.log")


@contextmanager
def chromium(profile, *, width=1000, height=900):
    """A page of a browser with its own profile."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(profile), executable_path=CHROMIUM, headless=True, args=FLAGS,
            viewport={"width": width, "height": height},
        )  # fmt: skip
        browser.set_default_timeout(PATIENCE * 1000)
        try:
            yield browser.pages[0] if browser.pages else browser.new_page()
        finally:
            browser.close()


class Notebook:
    """An open notebook; cells are found by their text."""

    def __init__(self, page, address, path):
        self.page = page
        page.goto(f"{address}/doc/tree/{path}?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        page.wait_for_selector(".jp-RenderedMarkdown mjx-container")
        page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']")

    def cell(self, text):
        """The code cell that contains ``text``."""
        return self.page.locator(".jp-CodeCell", has_text=text).first

    def write(self, text, source):
        """Replace the content of the cell that contains ``text`` with ``source``."""
        self.cell(text).locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(source)

    def run(self, text):
        """Run the cell that contains ``text``, and wait for its end."""
        cell = self.cell(text)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_function(
            "cell => /\\[\\d+\\]/.test(cell.querySelector('.jp-InputPrompt').innerText)",
            arg=cell.element_handle(),
        )
        self.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']")

    def report(self, text):
        """The report below the cell that contains ``text``."""
        return self.cell(text).locator(".jp-OutputArea .gradkata")
