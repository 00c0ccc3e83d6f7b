"""`grades.csv`, opened by the programs that people use."""

import csv
import io
import re
import shutil
import subprocess
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from classmates import APPEAL, ATTACKS, SLUGS, not_submitted, row, set_aside
from hypothesis import example, given
from hypothesis import strategies as st

from gradkata.classroom.outputs import grades
from gradkata.classroom.outputs.points import decimal, number, total_of
from gradkata.classroom.rows import Mark, Row


def table(*rows, slugs=SLUGS):
    text = grades.head(slugs) + "".join(grades.line(each) for each in rows)
    return list(csv.reader(io.StringIO(text.encode().decode("utf-8-sig"), newline=""), strict=True))


def scored(*points):
    return Row("Ada", tuple(Mark("a/b", {"outcome": "wrong"}, Fraction(p), Fraction(10)) for p in points))


def test_a_student_is_a_row_and_a_kata_a_column(reports):
    found = table(row("Ada", reports["wrong/iou_without_clamp.py"], reports["right/nms.py"]))

    assert ["student", "detection/iou", "detection/nms", "total"] == found[0]
    assert ["Ada", "1", "10", "11"] == found[1]


def test_the_file_begins_with_a_byte_order_mark_and_has_standard_line_endings(reports):
    text = grades.head(SLUGS) + grades.line(row("Zoë", reports["right/iou.py"], reports["right/nms.py"]))

    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert 2 == text.count("\r\n") == text.count("\n")


def test_a_cell_without_a_mark_is_empty_and_so_is_the_total(reports):
    found = table(row("Ada", reports["right/iou.py"], set_aside("detection/nms")))

    assert ["Ada", "10", "", ""] == found[1]


def test_a_student_who_handed_in_nothing_has_zeros():
    found = table(row("Bob", *map(not_submitted, SLUGS)))

    assert ["Bob", "0", "0", "0"] == found[1]


def test_points_set_by_hand_count_even_if_the_grader_failed(reports):
    found = table(row("Ada", reports["right/iou.py"], set_aside("detection/nms"), nms=APPEAL))

    assert ["Ada", "10", "7", "17"] == found[1]


def test_a_total_is_rounded_after_summing():
    third = Fraction(10, 3)

    assert ["Ada", "3.3333", "3.3333", "3.3333", "10"] == table(scored(third, third, third))[1]


@pytest.mark.parametrize(
    ("points", "shown"), [(0.1 + 0.2, "0.3"), (1e-7, "0"), (4.000000001, "4"), (1200, "1200"), (2.5, "2.5")]
)
def test_a_number_is_written_plainly(points, shown):
    assert shown == table(scored(points))[1][1]


@given(st.fractions(0, 10_000))
def test_a_number_is_off_by_less_than_its_last_decimal_and_has_no_exponent(points):
    shown = str(decimal(points))

    assert re.fullmatch(r"\d+(\.\d{1,4})?", shown)
    assert abs(Fraction(shown) - points) <= Fraction(1, 20_000)
    assert number(points) == float(shown)


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_name_becomes_a_formula_for_any_separator_and_quoting_rule(name, separator, reports):
    line = grades.line(row(name, reports["right/iou.py"]))
    by_the_rule = next(csv.reader(io.StringIO(line, newline=""), delimiter=separator))

    assert 1 == len(line.splitlines())
    assert separator != "," or 3 == len(by_the_rule)
    for cell in [*by_the_rule, *line.split(separator)]:
        # After spaces, quotes and invisible characters; LibreOffice strips those in some places.
        assert not re.match(r"[\s\"\u200b\ufeff\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]", cell), cell


@given(st.text(st.sampled_from("'=+-@;,\"a ")))
@example("=1+1")
@example("'quoted'")
@example("+49 30, Eve; =1")
@example("Smith, Anna")
def test_removing_the_apostrophes_restores_a_name(name):
    line = grades.line(Row(name, ()))
    ((cell, _),) = csv.reader(io.StringIO(line))

    assert name == re.sub("(^|[;,])'", r"\1", cell)


@pytest.mark.parametrize(
    "name", ["Smith, Anna", "O'Brien", "Müller-Lüdenscheidt", "anna@example.org", "山田太郎"]
)
def test_an_ordinary_name_is_unchanged(name):
    assert name == next(csv.reader(io.StringIO(grades.line(Row(name, ())))))[0]


@pytest.mark.heavy
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_libreoffice_finds_no_formula(separator, reports, tmp_path):
    path = tmp_path / "grades.csv"
    rows = [row(name, reports["right/iou.py"]) for name in ATTACKS]
    path.write_bytes((grades.head(SLUGS[:1]) + "".join(map(grades.line, rows))).encode())
    # Separator, quote, UTF-8, from the first line on; formulas are evaluated, as in a trusted file.
    reading = f"CSV:{ord(separator)},34,76,1,,0,false,true,false,false,false,-1,true"
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    subprocess.run(
        [*command, f"--infilter={reading}", "--convert-to", "fods", "--outdir", tmp_path, path],
        check=True, capture_output=True,
    )  # fmt: skip
    sheet = ET.parse(tmp_path / "grades.fods").getroot()
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

    assert len(ATTACKS) + 1 <= len(list(sheet.iter(f"{table}table-row")))
    assert [] == [
        cell.attrib for cell in sheet.iter(f"{table}table-cell") if f"{table}formula" in cell.attrib
    ]


def test_pandas_reads_names_and_numbers(reports, tmp_path):
    pandas = pytest.importorskip("pandas")
    rows = [
        row("Zoë", reports["right/iou.py"], reports["right/nms.py"]),
        row('=cmd|"x"!A1', reports["wrong/iou_without_clamp.py"], set_aside("detection/nms")),
    ]
    path = tmp_path / "grades.csv"
    path.write_bytes((grades.head(SLUGS) + "".join(map(grades.line, rows))).encode())
    read = pandas.read_csv(path)

    assert ["student", *SLUGS, "total"] == list(read.columns)
    assert [20.0] == read["total"].dropna().tolist()
    assert [10, 1] == read["detection/iou"].tolist()
    assert ["Zoë", '\'=cmd|"x"!A1'] == read["student"].tolist()


def test_the_total_with_an_open_mark_is_not_a_number():
    assert (
        total_of(Row("Ada", (Mark("a/b", {"outcome": "grader-error"}, Fraction(0), Fraction(10)),))) is None
    )
