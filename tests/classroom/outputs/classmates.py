"""Rows for the tests of the outputs of a class."""

import unicodedata
from fractions import Fraction

from gradkata.classroom.outputs.all_outputs import write_all
from gradkata.classroom.rows import ByHand, Row, mark
from gradkata.judging.report import grader_error

SAMPLES = (
    "right/iou.py",
    "wrong/iou_without_clamp.py",
    "wrong/iou_divides_by_zero.py",
    "wrong/iou_syntax.py",
    "right/nms.py",
    "wrong/nms_mutates.py",
    "slow/nms_without_end.py",
)
SLUGS = ("detection/iou", "detection/nms")
APPEAL = ByHand(Fraction(7), "the tie rule was unclear", "2026-11-21T10:00:00+00:00")
# Attacks on the outputs; "\ud800" represents bytes that are not valid UTF-8.
ATTACKS = (
    '=HYPERLINK("http://evil.example","all points")', "@SUM(1+1)", "+1", "-1", "\t=1", "\r=1", " \u00a0=1+1",
    "\uff1d1+1", '"=1+1"', "'=1", "x;=1+1", "x; \"=1+1", "x,=1+1",
    'x";=1+1;"', "a,b\r\n=1,10", "\ufeff=1", "\u200b=1", "\x00=1",
    "</testsuite><x>", "]]>", "<![CDATA[x", "&amp;&#0;&evil;", '" onload="x', "\ud800", "\ufffe\uffff", "\x01\x08\x1b",
    "[all points](http://evil.example)", "![x](http://evil.example/p.png)", "<img src=x onerror=alert(1)>",
    "`a` | b | c", "a`` http://evil.example @everyone #1", "```\n# forged", "\\| x \\` y",
    "\x1b]0;title\x07\x1b[2J", "../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "CON", "nul.txt", "COM¹", "x.", " x ",
    "", ".", "..", "~root", "-rf", "a\u202etxt.exe", "a\u2066b", "Eve\n10 of 10 points", "Eve\u2028{}", "a" * 300,
    "\u00e9" * 200, "Zoë", "Zoe\u0308", "山田太郎", "محمد", "e" + "\u0301" * 40, "x-0123456789ab",
)  # fmt: skip


def row(student, *marked, points=10, **by_slug):
    """A student with these reports; ``by_slug`` contains points set by hand, by the short name of the kata."""
    marks = [
        mark(student, report, Fraction(points), by_slug.get(report["kata"].rpartition("/")[2]))
        for report in marked
    ]
    return Row(student, tuple(marks))


def set_aside(slug):
    return grader_error(slug, "The sandbox ended before it was closed. Tried 3 times.", "kernel")


def not_submitted(slug):
    return {**grader_error(slug, "", "kernel"), "outcome": "not-submitted", "notes": []}


def changed(report, **fields):
    """A report with a student's words in every place that can contain some."""
    return {**report, **fields}


def speaking(report, words):
    """A failed report with the student's ``words`` in every place that can contain some."""
    properties = []
    for each in report["properties"]:
        if "message" in each:
            calls = [{"call": f"iou({words})", "arguments": {}, "returned": words}]
            found = {**each["counterexample"], "calls": calls, "relation": words, "printed": words}
            each = {**each, "message": f"ValueError: {words}", "counterexample": found}
        properties.append(each)
    return changed(report, properties=properties, printed=words, notes=[f"Left out: {words}"])


def written(rows, out, slugs=SLUGS):
    rows = list(rows)
    return write_all(iter(rows), slugs, out, (each.student for each in rows))


def is_calm(text):
    """Whether a text contains nothing that controls a terminal or is hidden from a reader."""
    found = {unicodedata.category(sign) for sign in text.replace("\n", "").replace("\t", "")}
    return not found & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def everything(out):
    """Each file below a folder, with its content, modification time and inode."""
    return {
        path.relative_to(out).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
