"""An assignment in JupyterLab in a real browser, as a student works on it."""

import pytest
from lab import BEGUN, CHROMIUM, RIGHT, Notebook, assignment, chromium, jupyterlab

from gradkata.isolation.selftest import highest_level

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
    pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine"),
]
pytest.importorskip("nbgrader", reason="the extra `course` is not installed")
pytest.importorskip("playwright", reason="playwright is not installed")

CHECK = "check(iou)  #"


@pytest.fixture(scope="module", params=["JupyterLab Light", "JupyterLab Dark"])
def notebook(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab")
    release = assignment(folder / "course", "iou", "lstm_step")
    with (
        jupyterlab(release, folder / "home", theme=request.param) as address,
        chromium(folder / "profile") as page,
    ):
        yield Notebook(page, address, "ps1/ps1.ipynb")


def test_statements_are_shown_with_their_formulas_and_without_errors(notebook):
    page = notebook.page

    assert page.locator(".jp-RenderedMarkdown mjx-container").count() > 5
    assert page.locator(".jp-RenderedMarkdown mjx-merror").count() == 0
    assert "$$" not in page.locator(".jp-Notebook").inner_text()


def test_a_report_is_shown_below_the_check_cell(notebook):
    notebook.write("def iou", BEGUN)
    notebook.run("def iou")
    notebook.run(CHECK)

    text = notebook.report(CHECK).inner_text()
    assert "The value is wrong" in text
    assert "Looks like a known mistake: forgets to clamp" in text


def test_a_report_has_enough_contrast_on_its_page(notebook):
    notebook.write("def iou", BEGUN)
    notebook.run("def iou")
    notebook.run(CHECK)

    contrasts = notebook.page.evaluate(CONTRASTS)
    assert min(contrasts["text"]) >= 4.5
    assert min(contrasts["signs"]) >= 3


def test_a_right_answer_gets_all_points(notebook):
    notebook.write("def iou", RIGHT)
    notebook.run("def iou")
    notebook.run(CHECK)

    assert "10/10" in notebook.report(CHECK).inner_text()


def test_nothing_that_a_student_wrote_becomes_a_formula_or_an_element(notebook):
    notebook.write(
        "def iou", RIGHT.replace("    shared", "    print('$x^2$ <b id=own>bold</b>')\n    shared", 1)
    )
    notebook.run("def iou")
    notebook.run(CHECK)

    report = notebook.report(CHECK)
    assert "$x^2$ <b id=own>bold</b>" in report.inner_text()
    assert (report.locator("mjx-container").count(), report.locator("#own").count()) == (0, 0)


CONTRASTS = """() => {
  const number = value => value.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = element => {
    for (let each = element; each; each = each.parentElement) {
      const found = number(getComputedStyle(each).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const contrast = element => {
    let front = number(getComputedStyle(element).color), back = behind(element), seen = 1;
    for (let each = element; each; each = each.parentElement) seen *= +getComputedStyle(each).opacity;
    front = front.slice(0, 3).map((v, i) => v * seen + back[i] * (1 - seen));
    const [low, high] = [light(front), light(back)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const own = [...document.querySelectorAll('.gradkata *')].filter(
    each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  const tinted = own.filter(each => each.style.color && each.style.color !== 'inherit');
  return {
    signs: tinted.map(contrast),
    text: own.filter(each => !tinted.includes(each)).map(contrast),
  };
}"""
