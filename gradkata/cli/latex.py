r"""LaTeX in a statement, made readable in a terminal: ``\frac{a+b}{n}`` becomes ``(a + b)/n``.

The module covers the LaTeX of statements, not all of LaTeX.  A command that it does not know keeps its name,
so that nothing is lost.

``readable`` leaves code alone and converts each formula in two steps.

1. Translation.  A regular expression splits the formula into tokens: commands, braces, ``^``, ``_``, ``&``, runs of
   space and single characters.  ``_sequence`` reads them up to a closing brace, and ``_one`` translates one token.
   Both read from the same iterator, so a command takes its arguments by reading on, and nested groups are plain
   recursion.  A fraction becomes ``a/b`` with brackets only where precedence needs them; a script becomes
   superscript or subscript characters if Unicode has all of them, otherwise it keeps its ``^`` or ``_``.
2. Layout, in ``plain``.  Whether a space is needed beside a fraction or after a function's name depends on both
   neighbours, which are not known during translation.  The first step therefore leaves control characters as
   marks, and this step replaces each by a space or by nothing.  Then `gradkata.cli.formula_layout` aligns the columns
   of environments, puts the brace of ``cases`` in front of its rows, and breaks what is too wide.

Compared with `pylatexenc` 2.11 on all formulas of the built-in katas: that one drops the brackets that precedence
needs (``1/1 + e^-x``, ``(x)^1/N``), reads ``\tfrac12`` as 12, leaves out ``\ne``, knows no super- and subscripts, and
does not align environments.
"""

import re
from collections.abc import Iterator

from gradkata.cli.formula_layout import CASES, CASES_END, COLUMN, laid_out

_CODE = re.compile(r"(```.*?```|`[^`\n]*`|^(?: {4}|>>>).*$)", re.DOTALL | re.MULTILINE)
_MATH = re.compile(r"\$\$(.+?)\$\$|(?<![\\$\w])\$([^$\n]+(?:\n[^$\n]+)?)\$(?!\w)", re.DOTALL)
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_&]|\s+|[A-Za-z]|.", re.DOTALL)

# Marks that never leave this module: the edge of a fraction or a sum, the end of a function's name before
# its argument, a space that only ends a name, a closing bracket that looks like an opening one.
_EDGE_MARK, _NAME, _NAME_END, _CLOSE = "\x01", "\x02", "\x03", "\x0e"
_SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "nabla": "∇",
    "partial": "∂", "sum": "\x01Σ", "prod": "\x01Π", "infty": "∞", "odot": " ⊙ ", "oplus": " ⊕ ",
    "times": " × ", "cdot": " · ", "circ": "∘", "star": "*", "ast": "*", "pm": "±", "cap": " ∩ ",
    "cup": " ∪ ", "in": " ∈ ", "notin": " ∉ ", "subset": " ⊂ ", "le": " ≤ ", "leq": " ≤ ",
    "ge": " ≥ ", "geq": " ≥ ", "ne": " ≠ ", "neq": " ≠ ", "approx": " ≈ ", "sim": " ~ ",
    "propto": " ∝ ", "equiv": " ≡ ", "to": " → ", "rightarrow": " → ", "mapsto": " ↦ ",
    "leftarrow": " ← ", "gets": " ← ", "Rightarrow": " ⇒ ", "Longrightarrow": " ⇒ ", "iff": " ⇔ ", "forall": "∀ ",
    "exists": "∃ ", "perp": " ⊥ ", "top": "ᵀ", "dots": "…", "ldots": "…", "cdots": "⋯",
    "vdots": "⋮", "lVert": "‖", "rVert": f"{_CLOSE}‖", "Vert": "‖", "lvert": "|", "rvert": "|",
    "vert": "|", "mid": " | ", "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋",
    "langle": "⟨", "rangle": "⟩", "quad": "   ", "qquad": "     ", "ell": "ℓ", "prime": "′",
    "land": " ∧ ", "lor": " ∨ ", "neg": "¬", "setminus": " ∖ ", "emptyset": "∅",
}  # fmt: skip
_ESCAPED = {",": " ", ";": " ", ":": " ", "!": "", " ": " ", "\\": "\n", "|": "‖"}
_FRACTIONS = frozenset(["\\frac", "\\tfrac", "\\dfrac"])
_IGNORED = frozenset(
    ["left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "limits", "nolimits"]
)
_TEXTS = frozenset(
    ["text", "mathrm", "operatorname", "textbf", "mathbf", "mathit", "textit", "boldsymbol", "bm"]
)
_ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "vec": "\u20d7", "dot": "\u0307"}
_BLACKBOARD = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "E": "𝔼", "P": "ℙ", "C": "ℂ", "1": "𝟙"}
_SUPER = dict(zip("0123456789+-=()niTt'", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵗ′", strict=True))
_SUB = dict(zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_SCRIPTS = frozenset("".join([*_SUPER.values(), *_SUB.values(), *_ACCENTS.values()]))

_EDGE = re.compile(f"[{_EDGE_MARK}{_NAME}]+")
_UNMARKED = dict.fromkeys(map(ord, (_EDGE_MARK, _NAME_END)))
_UNLIMITED = 10_000
_ATOM = re.compile(r"[0-9.]+|[A-Z]{2,}|[dΔ∂]?[^\W\d_][" + re.escape("".join(sorted(_SCRIPTS))) + "]*")
_ENCLOSED = re.compile(r"\([^()]*\)|\|[^|]*\||‖[^‖]*‖")


def readable(markdown: str, width: int = 80, *, is_markdown: bool = True) -> str:
    """Return Markdown with its formulas in plain characters; code is left alone.

    A formula between ``$$`` is put on indented lines of its own, at most ``width`` columns wide if it can be broken.
    One between ``$`` stays in its line.  Without ``is_markdown``, stars and underscores in formulas are not escaped.
    """

    def in_plain(found: re.Match[str]) -> str:
        if found[1] is not None:
            lines = plain(found[1], width - 4).split("\n")
            return "\n\n" + "\n".join(f"    {line}" for line in lines) + "\n\n"
        text = plain(found[2]).replace("\n", " ")
        # Stars and underscores would be read as emphasis.
        return re.sub(r"([*_])", r"\\\1", text) if is_markdown else text

    parts = _CODE.split(markdown)
    text = "".join(part if index % 2 else _MATH.sub(in_plain, part) for index, part in enumerate(parts))
    return re.sub(r"\n{3,}", "\n\n", text)


def plain(formula: str, width: int = _UNLIMITED) -> str:
    """Return one formula, given without its dollar signs, in plain characters.

    Its lines are at most ``width`` columns wide if it can be broken.
    """
    text = _sequence(iter(_TOKEN.findall(formula)), None)
    text = re.sub(_NAME_END + r"(?=[*+=<>/:−])", " ", text).replace(_NAME_END, "")
    text = _EDGE.sub(lambda found: " " if _would_merge(text, found) else "", text)
    text = re.sub(rf"(?<=[⌊⌈⟨]) +| +(?=[⌋⌉⟩])|[ {_NAME_END}]*{_CLOSE}", "", text)
    return "\n".join(laid_out(text, width))


def _would_merge(text: str, found: re.Match[str]) -> bool:
    """Return whether the characters on both sides of an edge would be read as one word."""
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    closes = before.isalnum() or before in ")]|‖′…⟩⌋⌉" or before in _SCRIPTS
    # A name is followed by its argument, a fraction by a factor.
    starts = after.isalnum() and after not in _SCRIPTS
    opens = starts or after in "√∂∇Σ" or (after in "([⌊|‖" and _NAME not in found[0])
    return bool(before and after and closes and opens)


def _sequence(tokens: Iterator[str], end: str | None) -> str:
    out: list[str] = []
    last = ""
    for token in tokens:
        if token == end:
            break
        if token in "^_":
            out.append(_script(_argument(tokens), token))
        elif not token.isspace():
            found = _one(token, tokens)
            is_argument = token in _FRACTIONS and "".join(out).rstrip().endswith(_NAME)
            out.append(f"({found.strip(_EDGE_MARK)})" if is_argument else found)
        elif out and not out[-1].endswith((" ", "\n")):
            # A space after a Greek letter only ends its name.
            out.append(_NAME_END if len(_SYMBOLS.get(last[1:], "  ")) == 1 else " ")
        last = token
    return "".join(out)


def _argument(tokens: Iterator[str]) -> str:
    token = next((each for each in tokens if not each.isspace()), "")
    return _one(token, tokens).strip()


def _one(token: str, tokens: Iterator[str]) -> str:
    if token == "{":
        return _sequence(tokens, "}")
    if not token.startswith("\\"):
        return {"&": COLUMN, "-": "−", "'": "′"}.get(token, token)
    name = token[1:]
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    if name in _ESCAPED:
        return _ESCAPED[name]
    if name in ("begin", "end"):
        return _environment(name, _argument(tokens))
    if name in _IGNORED:
        return ""
    return _command(name, tokens)


def _command(name: str, tokens: Iterator[str]) -> str:
    if f"\\{name}" in _FRACTIONS:
        numerator, denominator = _argument(tokens), _argument(tokens)
        return f"{_EDGE_MARK}{_numerator(numerator)}/{_denominator(denominator)}{_EDGE_MARK}"
    if name == "sqrt":
        return f"{_EDGE_MARK}√{_denominator(_argument(tokens))}{_EDGE_MARK}"
    if name in _TEXTS:
        return _verbatim(tokens)
    if name in _ACCENTS:
        base = _argument(tokens)
        return base + _ACCENTS[name] if len(base) == 1 else f"{name}({base})"
    if name in ("mathbb", "mathcal"):
        letter = _argument(tokens)
        return _BLACKBOARD.get(letter, letter) if name == "mathbb" else letter
    # Names of functions, and unknown commands.
    return f"{_EDGE_MARK}{name}{_NAME}" if name.isalpha() else name


def _verbatim(tokens: Iterator[str]) -> str:
    """Read an argument of text, whose spaces and hyphens are kept."""
    depth, out = 0, []
    for token in tokens:
        depth += (token == "{") - (token == "}")
        if token not in "{}":
            out.append(token.removeprefix("\\") if len(token) > 1 else token)
        if depth == 0:
            break
    return "".join(out)


def _environment(command: str, name: str) -> str:
    if name == "cases":
        return CASES if command == "begin" else CASES_END
    if name.endswith("matrix"):
        return "[ " if command == "begin" else " ]"
    return ""


def _script(text: str, marker: str) -> str:
    letters = _SUPER if marker == "^" else _SUB
    shown = text.replace("−", "-").replace("′", "'").translate(_UNMARKED)
    is_word = len(shown) > 2 and shown.isalpha()
    if shown and not is_word and all(letter in letters for letter in shown):
        return "".join(letters[letter] for letter in shown)
    if len(shown) == 1 or shown.isalnum() or (shown[:1] in tuple("<⟨") and shown[-1:] in tuple(">⟩")):
        return f"{marker}{shown.replace(' ', '')}{_EDGE_MARK if len(shown) > 1 else ''}"
    return f"{marker}{text}" if _ENCLOSED.fullmatch(text) else f"{marker}({text})"


def _numerator(text: str) -> str:
    return f"({text})" if re.search(r"[\s+−/]", text) and not _ENCLOSED.fullmatch(text) else text


def _denominator(text: str) -> str:
    """Return the text in brackets unless it is a number, one letter or name, or already enclosed."""
    text = text.strip(_EDGE_MARK)
    shown = text.replace(_NAME_END, "")
    return text if _ATOM.fullmatch(shown) or _ENCLOSED.fullmatch(shown) else f"({text})"
