r"""Make what a student wrote safe for the place where it is shown: one function for each place.

Control, format, bidirectional and invisible characters, lone surrogates and unassigned code points
become visible as ``\x1b`` or ``\u202e``; letters, accents, CJK and emoji stay as they are.
"""

import re
import unicodedata

LIMIT = 65_536
LOG_LIMIT = 2_000

# Cc Cf Cs Co Cn: controls, formats, surrogates, private and unassigned; Zl Zp: line separators.
_HARMFUL = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
# Letters and marks by category, but invisible (Unicode's Default_Ignorable_Code_Point).
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_MARKS = frozenset(("Mn", "Me"))
# Patterns are compiled when they are used: only `kata grade` needs them.
# What a spreadsheet reads as the beginning of a formula, full-width forms included, after spaces and quotes.
# A spreadsheet set to another separator also splits quoted text, so quotes are no protection.
_FORMULA = r"""(?:^|(?<=[;,]))(?=[\s"'`\u2018-\u201f\u00ab\u00bb]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|')"""
_NO_FILE_NAME = frozenset('<>:"/\\|?*')
# Names that Windows reserves for devices, whatever follows the first dot.
_DEVICES = r"(?i)(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)"
# Enough for every living script; a longer stack is drawn over the lines above and below.
_MARKS_IN_A_ROW = 4
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
_SPELLED = {
    "…": "...", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "·": "|",
    "×": "x", "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "½": "1/2", "±": "+/-",
}  # fmt: skip


def for_terminal(text: str, *, limit: int = LIMIT, newlines: bool = True) -> str:
    r"""Return ``text`` without anything that a terminal would obey, at most ``limit`` characters long.

    Line ends become ``\n`` and tabs stay, unless ``newlines`` is false: then both are escaped too.
    Applying it twice changes nothing more.
    """
    return _joined(_pieces(text, newlines, limit), limit)


def for_log(text: str, *, limit: int = LOG_LIMIT) -> str:
    """Return ``text`` as part of one line, so that it cannot forge a second line."""
    return for_terminal(text, limit=limit, newlines=False)


def for_html(text: str, *, limit: int = LIMIT) -> str:
    """Return ``text`` as content or a quoted attribute of a page; ``limit`` applies before entities are made."""
    shown = for_terminal(text, limit=limit)
    return "".join(_HTML.get(character, character) for character in shown)


def for_xml(text: str, *, limit: int = LIMIT) -> str:
    """Return ``text`` as XML 1.0 can hold it; entities are left to the writer of the document."""
    return for_terminal(text, limit=limit)


def for_cell(text: str) -> str:
    """Return ``text`` as a cell of a table that a spreadsheet opens: one line, and never a formula.

    An apostrophe is put before anything that could begin a formula, and before an apostrophe, at the beginning
    and after each comma and semicolon; removing one in each such place restores the text.  Separators and
    quotes are left to the writer of the table.
    """
    return re.sub(_FORMULA, "'", for_log(text))


def for_markdown(text: str, *, limit: int = LOG_LIMIT) -> str:
    """Return ``text`` as code in a line or cell of Markdown, without links, images or mentions."""
    shown = for_log(text, limit=limit).replace("`", r"\x60").replace("|", r"\x7c")
    return f"`{shown}`" if shown.strip() else "` `"


def for_markdown_block(text: str, *, limit: int = LIMIT) -> str:
    """Return ``text`` as a block of code in Markdown, in a fence that nothing in it can close."""
    shown = for_terminal(text, limit=limit)
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", shown)), 3)
    return f"{fence}text\n{shown.rstrip()}\n{fence}\n"


def for_file_name(text: str, *, limit: int = 100) -> str:
    """Return ``text`` as the name of a file on Linux, macOS and Windows, at most ``limit`` bytes of UTF-8.

    It is never empty, hidden, a device, an option of a command or a path.  Two texts may get the same name.
    """
    pieces = _pieces(unicodedata.normalize("NFC", text), False, LIMIT)
    name = "".join(
        "_" if len(piece) > 1 or piece in _NO_FILE_NAME else piece  # a longer piece is an escape
        for piece in pieces
    )
    name = name.encode()[:limit].decode(errors="ignore").rstrip(" .")
    if not name or name[0] in " .-~" or re.match(_DEVICES, name):
        name = "_" + name.encode()[: limit - 1].decode(errors="ignore").lstrip(" .-~")
    return name.rstrip(" .")


def for_encoding(text: str, encoding: str) -> str:
    """Return ``text`` as ``encoding`` can write it: common symbols spelled out, all others escaped."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        spelled = "".join(
            character if can_encode(character, encoding) else _SPELLED.get(character, character)
            for character in text
        )
        return spelled.encode(encoding, "backslashreplace").decode(encoding)
    return text


def can_encode(text: str, encoding: str) -> bool:
    """Return whether a stream with this encoding can write ``text``."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _pieces(text: str, newlines: bool, limit: int) -> list[str]:
    """Return one piece for each character, escaped if it is harmful."""
    # A CRLF shrinks to one character: twice the limit is enough to see whether it is exceeded.
    text = text[: 2 * limit + 2]
    if newlines:
        text = text.replace("\r\n", "\n")
    plain = text.replace("\n", "").replace("\t", "") if newlines else text
    if plain.isprintable() and max(plain, default="") < "\u0300":  # before the first mark: nothing to look up
        return list(text)
    pieces, marks = [], 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in _MARKS else 0
        kept = newlines and character in "\n\t"
        if not kept and (category in _HARMFUL or marks > _MARKS_IN_A_ROW or _is_invisible(character)):
            pieces.append(_escape(character))
        else:
            pieces.append(character)
    return pieces


def _is_invisible(character: str) -> bool:
    # Of the variation selectors only the two that choose text or emoji style occur in real text.
    return (
        character in _INVISIBLE
        or "\ufe00" <= character <= "\ufe0d"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _escape(character: str) -> str:
    named = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}.get(character)
    if named is not None:
        return named
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _joined(pieces: list[str], limit: int) -> str:
    whole = "".join(pieces)
    if len(whole) <= limit:
        return whole
    # The ellipsis counts towards the limit, so that escaping twice cuts only once.
    kept, room = [], limit - 1
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            break
        kept.append(piece)
    return "".join(kept) + "…" if limit > 0 else ""
