import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradkata.reports.escaping import for_terminal
from gradkata.reports.layout import cells, clip, message_lines, shorten, wrap, wrap_code, wrap_prose

WORDS = st.text(st.sampled_from("abc é漢字e\u0301 [],"), max_size=80)


@given(WORDS, st.integers(4, 40))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(text, width, "  "))


@given(WORDS, st.integers(4, 40))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    assert text.replace(" ", "") == "".join(wrap(text, width)).replace(" ", "")


@given(WORDS, st.integers(2, 20))
def test_a_clipped_text_is_a_prefix_that_fits(text: str, width: int) -> None:
    assert text.startswith(clip(text, width))
    assert cells(clip(text, width)) <= width


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert 4 == cells("漢字")
    assert 1 == cells("e\u0301")


def test_a_command_is_kept_in_one_piece() -> None:
    assert ["then run", "`kata check iou`."] == wrap_prose("then run `kata check iou`.", 18)


def test_omitted_lines_are_marked() -> None:
    assert ["one", "two …"] == shorten(["one", "two", "three"], 2, "…", 10)
    assert ["one", "two"] == shorten(["one", "two"], 2, "…", 10)


def test_lines_of_a_message_stay_lines_and_code_stays_indented() -> None:
    lines = message_lines("first line\nsecond\n    x = [1,  2]", 40, for_terminal)
    assert ["first line", "second", "    x = [1,  2]"] == lines


def carets_under(message: str, width: int) -> str:
    """Return the text that the carets of a message point to in the line above."""
    code, carets = message_lines(message, width, for_terminal)
    start = next(i for i in range(len(code) + 1) if cells(code[:i]) == carets.index("^"))
    return code[start:]


def test_carets_stay_under_their_target_if_the_line_is_too_long() -> None:
    code = "    " + "a + " * 30 + "OOPS"
    pointed = carets_under(f"{code}\n{' ' * code.index('OOPS')}^^^^", 36)
    assert "OOPS" == pointed


def test_carets_follow_wide_letters_tabs_and_escapes() -> None:
    code = "\t'漢字\x1b' OOPS"
    margin = "\t" + " " * (code.index("OOPS") - 1)
    assert "OOPS" == carets_under(f"{code}\n{margin}^^^^", 60)


@pytest.mark.parametrize("width", [24, 30, 70])
@pytest.mark.parametrize(
    "text",
    [
        "f(a='one two  three ' * 9, b=[1., 2., -3.5])",
        "f(a=('it is a sentence of many words, and it has \\\\ and \\' and \\x1b in it'.split() * 2)[:3])",
        'f(a=["it\'s", \'"\', "' + "x" * 90 + '"], b=lambda x: 1.5 * x**2 - 0.25 * x + 3.0)',
    ],
)
def test_code_that_is_wrapped_is_the_same_expression(text, width):
    def made(code):
        return eval(code, {"f": lambda a, b=None: (a, b(2.0) if callable(b) else b)})

    lines = wrap_code(text, width, "    ")

    assert max(map(len, lines)) <= width
    assert made("\n".join(lines)) == made(text)
