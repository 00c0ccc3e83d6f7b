"""The laws of every kata; `kata lint` draws the banks again as well."""

import pytest

from gradkata.authoring.bank_laws import bank_is_fresh
from gradkata.authoring.laws import LAWS, stands_in_all_trees, stray_files
from gradkata.authoring.subject import Subject
from gradkata.authoring.tables import mutation_page
from gradkata.catalog import Catalog

SLUGS = Catalog().slugs


@pytest.fixture(scope="module")
def subjects():
    return {slug: Subject(Catalog(), slug) for slug in SLUGS}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_kata_stands_in_all_three_trees(subjects, slug):
    assert list(stands_in_all_trees(subjects[slug])) == []


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("law", LAWS.values(), ids=lambda law: law.__name__)
def test_a_kata_obeys(subjects, slug, law):
    assert list(law(subjects[slug])) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_bank_is_no_older_than_its_files(subjects, slug):
    assert list(bank_is_fresh(subjects[slug], redraw=False)) == []


def test_nothing_else_lies_in_the_trees():
    assert stray_files(Catalog()) == []


def test_the_mutation_table_in_the_docs_is_that_of_today(subjects):
    page = (Catalog().roots[0] / "docs" / "mutants.md").read_text("utf-8")

    assert page == mutation_page(list(subjects.values()))
