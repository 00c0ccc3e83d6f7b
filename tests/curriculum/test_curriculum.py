"""The curriculum page says what is so, and nothing of the documents is lost."""

import pytest
from curriculum_data import concepts, errata, katas, numbers, places
from regenerate_curriculum import PAGE, page

from gradkata.catalog import Catalog
from gradkata.judging.exercises import load_kata


def test_the_page_is_up_to_date():
    assert page() == PAGE.read_text("utf-8"), "run tests/curriculum/regenerate_curriculum.py"


def test_every_number_of_a_kata_has_a_place():
    found, there = places()["numbers"], katas()

    assert [] == [each["id"] for each in numbers() if each["concept"] in there and each["id"] not in found]


def test_every_erratum_of_a_kata_has_a_place():
    found, there = places()["errata"], katas()

    assert [] == [
        each["id"] for each in errata() if there.keys() & {*each["concepts"]} and each["id"] not in found
    ]


@pytest.mark.parametrize("sort", ["numbers", "errata"])
def test_every_place_exists(sort):
    catalog, there, lost = Catalog(), katas(), []
    for identifier, where in places()[sort].items():
        name, _, what = where.partition(": ")
        if name == "none" or what == "statement":
            continue
        kata = load_kata(catalog, there[name]) if name in there else None
        known = {each.name for each in (*kata.properties, *kata.misconceptions)} if kata else set()
        if what not in known:
            lost.append(f"{identifier}: {where}")

    assert lost == []


def test_a_kata_builds_on_the_prerequisites_of_the_curriculum_that_are_katas():
    catalog, there = Catalog(), katas()
    wrong = {}
    for each in concepts():
        if each.id in there:
            expected = [name for name in each.prerequisites if name in there]
            if sorted(expected) != sorted(catalog.builds_on(there[each.id])):
                wrong[each.id] = expected

    assert wrong == {}
