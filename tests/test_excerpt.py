"""One function out of a collection's solutions, with the helpers that it imports from other files."""

import pytest

from gradkata.excerpt import excerpt, parts


@pytest.fixture
def shown(tmp_path):
    """Write files below `solutions`, and return the excerpt of `f_numpy` from `a/f.py`."""

    def show(answer, **helpers):
        for name, text in {"a__f": answer, **helpers}.items():
            path = tmp_path / "solutions" / (name.replace("__", "/", 1) + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return excerpt(tmp_path / "solutions" / "a" / "f.py", "f_numpy")

    return show


def result(text, *arguments):
    space = {}
    exec(text, space)
    return space["f_numpy"](*arguments)


def test_a_helper_comes_before_the_answer_with_its_own_imports_and_constants(shown):
    text = shown(
        "import math\n\nfrom ._h import half\n\n\ndef f_numpy(x):\n    return math.floor(half(x))\n",
        a___h="import math\nfrom itertools import chain, count\n\n# Not one.\nTWO = 2\n\n\n"
        "def half(x):\n    return math.fsum(chain([x])) / TWO\n\n\ndef other():\n    return count\n",
    )

    assert text == (
        "import math\nfrom itertools import chain\n\n\n# Not one.\nTWO = 2\n\n\n"
        "def half(x):\n    return math.fsum(chain([x])) / TWO\n\n\n"
        "def f_numpy(x):\n    return math.floor(half(x))\n"
    )
    assert 3 == result(text, 7)


@pytest.mark.parametrize(
    ("imported", "used"),
    [
        ("from . import _h", "_h.half"), ("from . import _h as h", "h.half"), ("from ._h import half as h", "h"),
        ("from ..a import _h", "_h.half"), ("from ..a._h import half", "half"),
    ],
)  # fmt: skip
def test_a_helper_is_called_by_its_plain_name(shown, imported, used):
    text = shown(
        f"{imported}\n\n\ndef f_numpy(h2):\n    return 'é', {used}({used}(h2)), {used}(\n        h2)\n",
        a___h="def half(x):\n    return x / 2\n",
    )

    assert "return 'é', half(half(h2)), half(\n        h2)\n" in text
    assert ("é", 2.0, 4.0) == result(text, 8)


def test_a_chain_of_helpers_is_followed_across_chapters(shown):
    text = shown(
        "from ._one import one\n\n\ndef f_numpy():\n    return one()\n",
        a___one="from ..b import _two\nfrom ..b._two import TABLE as T\n\n\n"
        "def one():\n    return _two.two(), _two.np.ones(1).tolist(), T\n",
        b___two="import numpy as np\n\nfrom ._three import three as two\n\nTABLE = [two() for _ in range(2)]\n",
        b___three="def three():\n    return 3\n",
    )

    assert text.index("def three") < text.index("TABLE =") < text.index("def one") < text.index("def f_numpy")
    assert "TABLE = [three() for" in text
    assert (3, [1.0], [3, 3]) == result(text)


def test_a_helper_that_is_only_shadowed_is_left_out(shown):
    text = shown(
        "from ._h import half, rows\n\n\ndef f_numpy(half):\n    return [rows for rows in half]\n",
        a___h="from gradkata.jit import kernel\n\n\n@kernel()\ndef half(x):\n    return x\n\n\nrows = 1\n",
    )

    assert "def f_numpy(half):\n    return [rows for rows in half]\n" == text


def test_files_may_import_the_same_things(shown):
    text = shown(
        "import os\nimport numpy as np\nfrom ._h import g\n\n\ndef f_numpy():\n    return g() + np.pi, os.sep\n",
        a___h="import os.path\nimport numpy as np\n\n\ndef g():\n    return np.e * bool(os.path.sep)\n",
    )

    assert 1 == text.count("numpy as np")
    assert result(text)[0] > 5


KERNEL = "from gradkata.jit import FUSED, kernel\n\n\n@kernel(flags=FUSED)\ndef g(x):\n    return x\n"
G = "def g(x):\n    return x\n"


@pytest.mark.parametrize(
    ("answer", "helper", "message"),
    [
        ("from ._h import g\ndef f_numpy(x):\n    return g(x)\n", KERNEL, "g is a Numba kernel"),
        (f"{KERNEL}def f_numpy(x):\n    return g(x)\n", "", "g is a Numba kernel"),
        ("from . import _h\ndef g(x):\n    return 1\ndef f_numpy(x):\n    return g(_h.g(x))\n", G,
         "two things are called g, one in a/_h.py and one in a/f.py"),
        ("from math import exp as g\nfrom . import _h\ndef f_numpy(x):\n    return g(_h.g(x))\n", G,
         "two things are called g"),
        ("from . import _h\ndef f_numpy(x):\n    g = _h.g(x)\n    return g\n", G,
         "f_numpy uses g of a/_h.py and has a variable called g"),
        ("from . import _h\ndef f_numpy(x):\n    return sum(_h.sum(x))\n", "def sum(x):\n    return x\n",
         "f_numpy uses Python's own sum, and a/_h.py defines another sum"),
        ("from . import _h\ndef f_numpy(x):\n    return f'{_h.g(x)}'\n", G, "in an f-string"),
        ("from . import _h\ndef f_numpy(x):\n    return getattr(_h, 'g')(x)\n", G, "uses the module _h itself"),
        ("from . import _h\ndef f_numpy(x):\n    _h.g = x\n", G, "uses the module _h itself"),
        ("def f_numpy(x):\n    from ._h import g\n    return g(x)\n", G, "has a relative import inside it"),
        ("from ._h import *\ndef f_numpy(x):\n    return g(x)\n", G, "a/f.py must import g by its name"),
        ("try:\n    from ._h import g\nexcept ImportError:\n    g = 1\ndef f_numpy(x):\n    return g(x)\n", G,
         "a/f.py must import g by its name and at its top level"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_out_is_refused(shown, answer, helper, message):
    with pytest.raises(ValueError, match=message):
        shown(answer, a___h=helper)


@pytest.mark.parametrize(
    ("imported", "message"),
    [
        ("from ._h import g", "solutions/a/_h.py does not define g"),
        ("from ._i import g", "there is no file solutions/a/_i.py"),
        ("from . import g", "there is no file solutions/a/g.py"),
        ("from ...graders.a._h import g", "a/f.py imports from outside the folder solutions"),
    ],
)
def test_a_missing_helper_is_named(shown, imported, message):
    with pytest.raises(LookupError, match=message):
        shown(f"{imported}\ndef f_numpy(x):\n    return g(x)\n", a___h="x = 1\n")


def test_a_helper_that_only_the_signature_uses_is_not_needed_for_the_body(shown, tmp_path):
    shown("from ._h import Row\n\n\ndef f_numpy(x: Row) -> Row:\n    return x\n", a___h="Row = list\n")

    found = parts(tmp_path / "solutions" / "a" / "f.py", "f_numpy", body_alone=True)

    assert 1 == len(found.definitions)
