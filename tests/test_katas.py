"""The laws of every kata, proved once: in CI, and by `python3 run.py tests -m laws`."""

import pytest

from gradkata.authoring.documents import MUTANTS, equivalent_rows, mutation_row
from gradkata.authoring.laws import check, stray_files
from gradkata.authoring.subject import Subject
from gradkata.catalog import BUILT_IN, Catalog

CATALOG = Catalog()

pytestmark = pytest.mark.laws


@pytest.mark.parametrize("slug", CATALOG.slugs)
def test_a_kata_obeys_every_law_and_its_row_of_the_page_on_mutants_is_up_to_date(slug):
    subject = Subject(CATALOG, slug)

    assert check(subject) == []
    page = (BUILT_IN / MUTANTS).read_text("utf-8")
    rows = [line + "\n" for line in page.splitlines() if line.startswith(f"| `{slug}` |")]
    assert [mutation_row(subject), *equivalent_rows(subject)] == rows


def test_nothing_else_lies_in_the_collection():
    assert stray_files(CATALOG.collections[0]) == []
