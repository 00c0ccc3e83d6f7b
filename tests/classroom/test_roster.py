"""The roster of a class, read from CSV files as schools write them."""

import pytest

from gradkata.classroom import roster


def names(folder, text, encoding="utf-8"):
    path = folder / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return roster.read(path)


@pytest.mark.parametrize(
    "text",
    [
        "student\nana\nben\n",
        "name,student\nAna A.,ana\nBen B.,ben\n",
        "ID,section\r\nana,1\r\nben,2\r\n",
        "ana\nben\n",
        '\ufeffstudent,note\nana,"a, b"\nben,\n',
        "student\n\n ana \n,\nben\n",
    ],
)
def test_the_names_are_found_in_any_column(tmp_path, text):
    assert names(tmp_path, text) == ("ana", "ben")


def test_two_encodings_of_an_accent_are_one_name(tmp_path):
    assert names(tmp_path, "student\nRene\u0301e\n") == ("Ren\u00e9e",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "lists no student"),
        ("student\n", "lists no student"),
        ("student\nana\nben\nana\n", "'ana' twice"),
    ],
)
def test_an_invalid_roster_is_refused(tmp_path, text, message):
    with pytest.raises(roster.RosterError, match=message):
        names(tmp_path, text)


def test_another_encoding_is_refused_with_the_remedy(tmp_path):
    with pytest.raises(roster.RosterError, match="CSV file in UTF-8"):
        names(tmp_path, "student\nRen\u00e9e\n", "latin-1")


def test_a_missing_file_is_reported(tmp_path):
    with pytest.raises(roster.RosterError, match="No such file"):
        roster.read(tmp_path / "nobody.csv")
