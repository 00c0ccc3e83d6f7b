import pytest

from gradkata import statement
from gradkata.catalog import Catalog
from gradkata.cli.latex import plain, readable
from gradkata.cli.show import statement_lines
from gradkata.reports.layout import cells
from gradkata.reports.palette import Look


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (r"\frac{1}{1+e^{-z}}", "1/(1+e^(−z))"),
        (r"\frac12\sum_i x_i", "1/2 Σᵢ xᵢ"),
        (r"\ln\frac{p}{1-p}", "ln(p/(1−p))"),
        (r"\lVert v \rVert = \lVert w\rVert^2", "‖v‖ = ‖w‖²"),
        (r"y_{(\lfloor n/2 \rfloor)}", "y_(⌊n/2⌋)"),
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
        (
            r"f(x) = \begin{cases} x & x > 0 \\ 0 & x < 0 \end{cases}, \qquad g = \begin{cases} 1 \\ 22 \end{cases}.",
            "f(x) = { x  x > 0       g = { 1\n         0  x < 0,            22.",
        ),
        (r"\begin{aligned} a &= b && \text{one} \\ cc &= d \end{aligned}", "a  = b   one\ncc = d"),
        (r"a \cdot b = \Bigl\lfloor \frac{a}{b} \Bigr\rfloor", "a · b = ⌊a/b⌋"),
        (r"\unheardof{x}", "unheardof x"),
        (r"\{0, 1\}", "{0, 1}"),
        ("", ""),
    ],
)
def test_a_formula_reads_as_it_would_be_typed(formula: str, shown: str) -> None:
    assert shown == plain(formula)


@pytest.mark.parametrize(
    ("formula", "width", "shown"),
    [
        (r"a = b + c, \qquad d = e + f", 30, "a = b + c,      d = e + f"),
        (r"a = b + c, \qquad d = e + f", 20, "a = b + c,\nd = e + f"),
        (r"\text{where} \qquad a = b + c, \qquad d = e + f", 20, "where a = b + c,\nd = e + f"),
        (r"abcde = f(x, y) = g(x) + h(y)", 20, "abcde = f(x, y)\n    = g(x) + h(y)"),
        (r"s = (a + b)(c + d) + (e + f)(g + h)", 22, "s = (a + b)(c + d)\n    + (e + f)(g + h)"),
        (
            r"f(x) = \begin{cases} \mathrm{one} + \mathrm{two} & x > 0 \\ 0 & x < 0 \end{cases}", 20,
            "f(x) = {\n  one + two  x > 0\n  0          x < 0",
        ),
        (
            r"f = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases} \qquad g = \begin{cases} 2 \\ 3 \end{cases}", 20,
            "f = { 1  x > 0\n      0  x < 0\ng = { 2\n      3",
        ),
        (r"\begin{aligned} a &= b + c & d &= e \\ f &= g & h &= i + j \end{aligned}", 12,
         "a = b + c\nd = e\nf = g\nh = i + j"),
        (r"\{ (p, w) : p \in S,\ 0 \le w < V \}", 20, "{ (p, w) : p ∈ S,\n    0 ≤ w < V }"),
        ("x" * 30, 20, "x" * 30),
    ],
)  # fmt: skip
def test_a_formula_that_is_too_wide_is_broken_where_a_reader_would(
    formula: str, width: int, shown: str
) -> None:
    assert shown == plain(formula, width)


@pytest.mark.parametrize("slug", Catalog().slugs)
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_of_a_statement_but_code_is_wider_than_the_terminal(slug: str, width: int) -> None:
    shown = statement_lines(statement.read(Catalog().stub(slug)), Look(width))
    code = {line.strip() for line in statement.read(Catalog().stub(slug)).text.splitlines()}
    assert [] == [line for line in shown if cells(line) > width and line.strip() not in code]


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
