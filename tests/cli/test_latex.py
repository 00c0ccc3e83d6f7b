import pytest

from gradkata import statement
from gradkata.cli.latex import plain, readable
from gradkata.cli.show import statement_lines
from gradkata.reports.palette import Look


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (r"\frac{1}{1+e^{-z}}", "1/(1+e^(−z))"),
        (r"\frac12\sum_i x_i", "1/2 Σᵢ xᵢ"),
        (r"\frac{\partial L}{\partial W}", "∂L/∂W"),
        (r"\frac{a}{2h}", "a/(2h)"),
        (r"\frac{dz}{dm}\frac{dm}{dx}", "dz/dm dm/dx"),
        (r"\frac{a-b}{n}", "(a−b)/n"),
        (r"\mathrm{IoU} = \frac{|A \cap B|}{|A \cup B|}", "IoU = |A ∩ B|/|A ∪ B|"),
        (r"\sum_{i=1}^{n} x_i^2", "Σᵢ₌₁ⁿ xᵢ²"),
        (r"\Gamma_u \odot \tilde c", "Γᵤ ⊙ c̃"),
        (r"\max(0, x) + \log p", "max(0, x) + log p"),
        (r"\arg\max_c p", "arg max_c p"),
        (r"\sqrt{x+y}", "√(x+y)"),
        (r"\left(1-\tfrac{r}{c}\right)", "(1−r/c)"),
        (r"W \in \mathbb{R}^{4 \times h}", "W ∈ ℝ^(4 × h)"),
        (r"x^{\langle t \rangle}", "x^⟨t⟩"),
        (r"\text{if } x \text{ is a long-jump}", "if x is a long-jump"),
        (r"\begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}", "{ x  x > 0\n  0  else"),
        (r"\unheardof{x}", "unheardof x"),
        (r"\{0, 1\}", "{0, 1}"),
        ("", ""),
    ],
)
def test_a_formula_reads_as_it_would_be_typed(formula: str, shown: str) -> None:
    assert shown == plain(formula)


def test_a_display_formula_is_indented_and_an_inline_one_stays_in_its_line() -> None:
    assert "Take $5.\n\n    x/2\n\nand α \\* β." == readable(
        r"Take $5." + "\n\n$$\\frac{x}{2}$$\n\n" + r"and $\alpha * \beta$."
    )


def test_code_is_left_alone() -> None:
    code = "`$x$` and\n\n    >>> f('$y$')\n\n```\n$z$\n```\n"
    assert code == readable(code)


@pytest.mark.parametrize("broken", [r"\frac", r"\frac{1", "x^", "}", r"\begin", "{{{", "\\"])
def test_a_broken_formula_is_shown_somehow(broken: str) -> None:
    plain(broken)


MARKDOWN = """# Title

Words that go on
and on, with `some code` in them.

* an item that is so long that it needs another line
  and one more

    >>> code(  1)

| a | b |
"""


def lines(width: int, *, color: bool = False) -> list[str]:
    asked = statement.Statement(MARKDOWN, "def f(x):", "Halve `x`.")
    return statement_lines(asked, Look(width, color=color))


def test_prose_is_wrapped_but_code_and_tables_are_not() -> None:
    shown = lines(30)
    assert "Words that go on and on, with" in shown
    assert "  it needs another line and" in shown
    assert "    >>> code(  1)" in shown
    assert "| a | b |" in shown
    assert ["    def f(x):", '        """Halve `x`."""'] == shown[-2:]


def test_colour_replaces_markdown() -> None:
    shown = "\n".join(lines(60, color=True))
    assert "\x1b[1mTitle\x1b[0m" in shown
    assert "\x1b[36msome code\x1b[0m" in shown
