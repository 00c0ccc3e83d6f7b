"""Students' Markdown as a grader sees it."""

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_markdown_cell, new_notebook
from traitlets.config import Config

from gradkata.notebook import configure
from tests.notebook.hostile import MARKDOWN


@pytest.fixture(scope="module")
def shown():
    """The HTML of one cell on the page."""
    config = Config()
    configure(config)
    exporter = HTMLExporter(config=config, template_name="classic")

    def show(source, **more):
        page, _ = exporter.from_notebook_node(new_notebook(cells=[new_markdown_cell(source, **more)]))
        return page.partition("<body")[2].partition("rendered_html")[2]

    return show


@pytest.mark.parametrize("source", MARKDOWN)
def test_nothing_active_is_left(shown, source):
    from bs4 import BeautifulSoup

    page = BeautifulSoup(f"<body><div {shown(source)}", "html.parser")

    acting = "script svg math style iframe form input button object embed base link meta noscript"
    assert [] == [tag.name for tag in page.body.find_all(acting.split())]
    for tag in page.body.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on") or name in ("srcdoc", "action")]
        for name in ("href", "src", "style"):
            value = "".join(str(tag.get(name, "")).split()).lower()
            assert not value.startswith(("javascript:", "vbscript:", "data:text"))
            assert "url(" not in value
            assert "position" not in value


def test_active_elements_are_shown_as_text(shown):
    assert "&lt;script&gt;owned()&lt;/script&gt;" in shown("<script>owned()</script>")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("`a < b & c`", "<code>a &lt; b &amp; c</code>"),
        ("# Title", "<h1 "),
        ("**bold** and _slanted_", "<strong>bold</strong> and <em>slanted</em>"),
        ("[there](https://example.org/?a=1&b=2)", 'href="https://example.org/?a=1&amp;b=2"'),
        ("| a | b |\n|--:|---|\n| 1 | 2 |", 'style="text-align:right;"'),
        ("![plot](data:image/png;base64,AAAA)", 'src="data:image/png;base64,AAAA"'),
        ("<sub>2</sub> <b>b</b>", "<sub>2</sub> <b>b</b>"),
        ("$a < b$", "$a &lt; b$"),
        ("$$\\frac{a}{b} & c$$", "\\frac{a}{b} &amp; c"),
    ],
)
def test_ordinary_markdown_is_unchanged(shown, source, html):
    assert html in shown(source)


def test_code_in_a_fenced_block_is_highlighted(shown):
    html = shown("```python\nif a < b:\n    pass\n```")

    assert 'class="highlight"' in html
    assert "&lt;" in html
    assert "&amp;lt;" not in html


def test_an_attached_image_is_shown(shown):
    attached = {"a.png": {"image/png": "AAAA"}}

    assert "data:image/png;base64,AAAA" in shown("![a](attachment:a.png)", attachments=attached)


def test_a_filter_that_a_course_has_set_itself_is_kept():
    config = Config()
    config.HTMLExporter.filters = {"markdown2html": "own.filter", "other": "own.other"}

    configure(config)

    assert {"markdown2html": "own.filter", "other": "own.other"} == config.HTMLExporter.filters
