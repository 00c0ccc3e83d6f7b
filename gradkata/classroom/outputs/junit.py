"""`junit.xml`: a test suite for each student, a test case for each property; for programs that show test results."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from gradkata.classroom.outputs.points import by_hand, out_of
from gradkata.classroom.outputs.property_text import fault_text
from gradkata.classroom.rows import Mark, Row
from gradkata.reports.escaping import for_log, for_xml

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
FOOT = "</testsuites>\n"
# In JUnit, an error is something that broke, and a failure is a wrong answer.
_ERRORS = frozenset(("raised", "timeout", "memory", "crashed", "not-loaded", "grader-error"))
_SKIPPED = frozenset(("skipped", "not-submitted"))


def suite(row: Row) -> str:
    """All test cases of a student."""
    cases = [case for mark in row.marks for case in _cases(mark)]
    kinds = [case[0].tag for case in cases if len(case)]
    element = ET.Element(
        "testsuite",
        name=for_xml(row.student),
        tests=str(len(cases)),
        failures=str(kinds.count("failure")),
        errors=str(kinds.count("error")),
        skipped=str(kinds.count("skipped")),
        time=f"{sum(mark.report['seconds'] for mark in row.marks):.3f}",
    )
    noted = [(f"{mark.slug} set by hand", text) for mark in row.marks if (text := by_hand(mark))]
    if noted:
        properties = ET.SubElement(element, "properties")
        for name, value in noted:
            ET.SubElement(properties, "property", name=for_xml(name), value=for_xml(value))
    element.extend(cases)
    ET.indent(element)
    return ET.tostring(element, "unicode") + "\n"


def _cases(mark: Mark) -> Iterator[ET.Element]:
    report = mark.report
    if not report["properties"]:
        yield _case(mark.slug, "the whole kata", report["outcome"], " ".join(report["notes"]))
    for each in report["properties"]:
        name, text = each["claim"] or each["name"], fault_text(report, each)
        if each["max_points"]:
            text += f"\n{out_of(each['points'], each['max_points'])} points"
        yield _case(mark.slug, name, each["outcome"], text)


def _case(slug: str, name: str, outcome: str, text: str) -> ET.Element:
    case = ET.Element("testcase", classname=for_xml(slug), name=for_xml(" ".join(name.split())))
    if outcome != "passed":
        kind = "error" if outcome in _ERRORS else "skipped" if outcome in _SKIPPED else "failure"
        first = text.split("\n")[0] if text else outcome
        result = ET.SubElement(case, kind, type=for_xml(outcome), message=for_log(first))
        result.text = for_xml(text)
    return case
