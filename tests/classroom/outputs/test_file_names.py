"""Which file is whose."""

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
def test_a_name_that_can_be_a_file_is_the_file(name):
    assert name == file_namer([name, "somebody else"])(name)


@given(st.lists(ANY, unique=True))
def test_every_student_has_a_safe_file_of_their_own_on_any_system(students):
    name_of = file_namer(students)
    names = [name_of(student) for student in students]

    assert all(map(is_safe, names))
    assert len(names) == len({folded(name) for name in names})


def test_attacks_get_safe_files_of_their_own():
    name_of = file_namer(ATTACKS)
    names = [name_of(student) for student in ATTACKS]

    assert [] == [name for name in names if not is_safe(name)]
    assert len(names) == len({folded(name) for name in names})


@given(ANY, st.lists(ANY))
def test_a_name_stays_the_same_whoever_else_is_there_unless_theirs_is_alike(student, others):
    others = [other for other in others if folded(other) != folded(student)]

    assert file_namer([student])(student) == file_namer([*others, student])(student)


def test_a_changed_name_can_still_be_read():
    assert re.fullmatch(r"Eve_Mallory-[0-9a-f]{12}", file_namer(["Eve/Mallory"])("Eve/Mallory"))


def test_names_that_differ_in_case_only_hand_no_file_on():
    alone, both = file_namer(["anna"]), file_namer(["anna", "Anna"])

    assert "anna" == alone("anna")
    assert {"anna", "Anna"}.isdisjoint({both("anna"), both("Anna")})
    assert folded(both("anna")) != folded(both("Anna"))


def test_nobody_can_take_the_file_of_a_changed_name():
    changed = file_namer(["a/b"])("a/b")
    name_of = file_namer(["a/b", changed])

    assert name_of("a/b") == changed
    assert name_of(changed) != changed
