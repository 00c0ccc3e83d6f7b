"""Find the functions that a file defines, from its text alone."""

import re

from gradkata.isolation.inside.magics import COLAB

_DEFINED = re.compile(rb"(?:async[ \t]+)?def[ \t]+(\w+)|(\w+)[ \t]*(?::[^=]*)?=(?!=)")
# In the exports of notebooks: a cell as a string, and a cell that is commented out.  Bounded: the text is hostile.
_IN_STRING = re.compile(
    rb"\\n(?:async )?def (\w+)|run_cell_magic\([^,]{1,40},[^,]{1,200}, ['\"](?:async )?def (\w+)"
)
_IN_COMMENT = re.compile(rb"^# ?(?:async )?def (\w+)", re.MULTILINE)
_BLOCK = re.compile(rb"(?:if|elif|else|try|except|finally|with)\b")


def defined(source: bytes) -> set[str]:
    """The names that a file seems to define or assign at its top level, or in an `if` or `try` there.

    It is read as text: a file that Python cannot read may still be meant for a kata.
    """
    names, in_block = set(), False
    for line in source.removeprefix(b"\xef\xbb\xbf").replace(b"\r", b"\n").split(b"\n"):
        statement = line.lstrip(b" \t\f")
        if not statement or statement.startswith((b"#", b")", b"]", b"}")):
            continue
        if statement is line or len(statement) == len(line):
            in_block = _BLOCK.match(statement) is not None
        elif not in_block:
            continue
        if found := _DEFINED.match(statement):
            names.add((found[1] or found[2]).decode("ascii", "replace"))
        if b".run_cell_magic(" in line:
            names |= {(one or other).decode("ascii", "replace") for one, other in _IN_STRING.findall(line)}
    if COLAB.encode() in source:
        names |= {each.decode("ascii", "replace") for each in _IN_COMMENT.findall(source)}
    return names
