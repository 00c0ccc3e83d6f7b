"""`kata grade --gradebook` with a server: what a file never does, which is to refuse, to vanish and to be strict."""

from urllib.parse import quote, urlencode

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

pytest.importorskip("psycopg", reason="psycopg is not installed (the extra `postgresql`)")

from sqlalchemy.engine import make_url

from gradkata.isolation.sandbox import CONFINING
from gradkata.isolation.selftest import highest_level
from tests.classroom.grading import ENVIRONMENT, grade
from tests.notebook.grading.lesson import Class
from tests.notebook.grading.postgresql import PASSWORD

pytestmark = [
    pytest.mark.heavy,  # a server, and seconds for each class that is entered
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]

# In the middle of a class the server ends the connection that the class is entered through.
VANISH = """
CREATE FUNCTION vanish() RETURNS trigger AS $$
BEGIN
    IF NEW.student_id = 'ben' THEN
        PERFORM pg_terminate_backend(pg_backend_pid());
    END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql;
CREATE TRIGGER vanishing BEFORE INSERT ON submitted_assignment FOR EACH ROW EXECUTE FUNCTION vanish();
"""


def refused(lesson):
    """The one line that is said, behind the progress, where the class is judged and not entered."""
    done = lesson.grade(code=3)
    assert "Traceback" not in done.stderr
    assert not any(part in done.stdout + done.stderr for part in ("wo:rd", "wo%3Ard"))
    line = done.stderr.splitlines()[-1]
    assert line.startswith("kata: The gradebook postgresql+psycopg://kata@")
    return line


def test_a_wrong_password_is_a_sentence_without_it(postgresql, tmp_path):
    url = postgresql.url("postgres", PASSWORD + "!")

    assert 'password authentication failed for user "kata"' in refused(Class(tmp_path, url))


def test_the_password_may_stand_in_the_environment_alone(postgresql, tmp_path):
    url = make_url(postgresql.database())
    known = {**ENVIRONMENT, "PGPASSWORD": PASSWORD}
    address = f"{url.drivername}://{url.username}@/{url.database}?host={postgresql.folder}"

    assert "Entered into the gradebook" in Class(tmp_path, address).grade(env=known).stdout


def test_a_password_among_the_options_is_not_shown_either(postgresql, tmp_path):
    options = urlencode({"host": postgresql.folder, "password": PASSWORD})

    said = refused(Class(tmp_path, f"postgresql+psycopg://kata@/nothing?{options}"))

    assert 'database "nothing" does not exist' in said


def test_a_server_that_is_not_there_is_a_sentence(tmp_path):
    url = f"postgresql+psycopg://kata:{quote(PASSWORD, safe='')}@/course?host={tmp_path}"

    assert "No such file or directory" in refused(Class(tmp_path, url))


def test_an_error_that_repeats_the_password_is_not_told(postgresql, tmp_path):
    said = refused(Class(tmp_path, postgresql.url("nothing", "authentication")))

    assert said.endswith(
        "cannot be written: OperationalError, and what the driver says of it holds the password."
    )


def test_a_connection_that_breaks_in_the_middle_is_made_good_by_the_next_run(postgresql, tmp_path):
    url = postgresql.database()
    database = make_url(url).database
    lesson = Class(tmp_path, url)
    (lesson.folder / "ben.py").rename(tmp_path / "late.py")
    lesson.grade()
    (tmp_path / "late.py").rename(lesson.folder / "ben.py")
    grade("--out", lesson.out, "--set", "ana", "iou", "7.1", "a good idea")
    with postgresql.connection(database) as connection:
        connection.execute(VANISH)

    said = refused(lesson)
    broken = lesson.rows()
    with postgresql.connection(database) as connection:
        connection.execute("DROP TRIGGER vanishing ON submitted_assignment")
    again = lesson.grade()

    assert "terminating connection" in said
    assert {("ana", "iou"): (10, 7.1, False)} == broken
    assert "by hand stay" not in again.stdout
    assert {"ana": 7.1, "ben": 1, "cem": 0} == lesson.totals() == lesson.exported()
