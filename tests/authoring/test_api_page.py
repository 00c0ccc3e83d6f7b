"""docs/api.md: made from the docstrings of what `gradkata` exports."""

import re

import gradkata
from gradkata.authoring.api_page import api_page, markdown
from gradkata.authoring.documents import API
from gradkata.catalog import BUILT_IN

PAGE = (BUILT_IN / API).read_text("utf-8")


def test_it_is_up_to_date():
    assert PAGE == api_page(), "python -m gradkata.authoring.documents writes it again"


def test_it_describes_every_exported_name():
    assert {*gradkata.__all__, "kernel"} == set(re.findall(r"^## `(\w+)`$", PAGE, re.MULTILINE))


def test_everything_that_it_names_has_a_docstring():
    sections = re.split(r"^##+ ", PAGE, flags=re.MULTILINE)[1:]
    texts = [re.sub(r"```.*?```", "", section.partition("\n")[2], flags=re.DOTALL) for section in sections]

    assert [
        section.split("\n")[0] for section, text in zip(sections, texts, strict=True) if not text.strip()
    ] == []


def test_a_docstring_keeps_its_literals_its_lists_and_its_examples():
    docstring = """Add ``a`` to b.

    The sum ``a
    + b`` is exact::

        add(1, 2)

        add(2, 3)

    Args:
        a, b: two numbers, of which
            one may be 0.

    Raises:
        ValueError: if one is NaN.
    """
    expected = """Add `a` to b.

The sum `a + b` is exact:

```python
add(1, 2)

add(2, 3)
```

Args:

* `a`, `b`: two numbers, of which one may be 0.

Raises:

* `ValueError`: if one is NaN."""

    import inspect

    assert expected == markdown(inspect.cleandoc(docstring))
