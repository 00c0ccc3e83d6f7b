"""The file names of students."""

import re
import unicodedata

import pytest
from classmates import ATTACKS
from hypothesis import given
from hypothesis import strategies as st

from gradkata.classroom.outputs.file_names import file_namer

ANY = st.text(st.one_of(st.characters(exclude_categories=()), st.sampled_from("aA.-_ /\\:\0\ne\u0301é")))
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}


def folded(name):
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def is_safe(name):
    return (
        0 < len(name.encode()) <= 120
        and not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
        and all(unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for sign in name)
        and name[0] not in " .-~"
        and name[-1] not in " ."
        and name.split(".")[0].rstrip().lower() not in DEVICES
    )


@pytest.mark.parametrize(
    "name", ["Anna Müller", "O'Brien", "J. R. Smith", "山田太郎", "محمد علي", "s1234567", "a_b-c+d"]
)
def test_a_valid_name_is_the_file_name(name):
    assert name == file_namer([name, "somebody else"])(name)


@given(st.lists(ANY, unique=True))
def test_every_student_has_a_safe_unique_file_name_on_any_system(students):
    name_of = file_namer(students)
    names = [name_of(student) for student in students]

    assert all(map(is_safe, names))
    assert len(names) == len({folded(name) for name in names})


def test_attacks_get_safe_unique_file_names():
    name_of = file_namer(ATTACKS)
    names = [name_of(student) for student in ATTACKS]

    assert [] == [name for name in names if not is_safe(name)]
    assert len(names) == len({folded(name) for name in names})


@given(ANY, st.lists(ANY))
def test_a_file_name_depends_on_other_students_only_if_their_names_are_similar(student, others):
    others = [other for other in others if folded(other) != folded(student)]

    assert file_namer([student])(student) == file_namer([*others, student])(student)


def test_a_changed_name_is_still_readable():
    assert re.fullmatch(r"Eve_Mallory-[0-9a-f]{12}", file_namer(["Eve/Mallory"])("Eve/Mallory"))


def test_names_that_differ_only_in_case_never_share_a_file():
    alone, both = file_namer(["anna"]), file_namer(["anna", "Anna"])

    assert "anna" == alone("anna")
    assert {"anna", "Anna"}.isdisjoint({both("anna"), both("Anna")})
    assert folded(both("anna")) != folded(both("Anna"))


def test_no_other_name_leads_to_the_file_of_a_changed_name():
    changed = file_namer(["a/b"])("a/b")
    name_of = file_namer(["a/b", changed])

    assert name_of("a/b") == changed
    assert name_of(changed) != changed
