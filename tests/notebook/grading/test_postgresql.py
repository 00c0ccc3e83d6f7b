"""`kata grade --gradebook` with a server, which unlike a file can refuse, disconnect and enforce limits."""

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
    pytest.mark.heavy,  # needs a server, and seconds for each class
    pytest.mark.skipif(highest_level() not in CONFINING, reason="this machine cannot confine"),
    pytest.mark.filterwarnings("ignore"),
]

# The server closes the connection while the class is being entered.
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
    """The last line of the output if the class is judged but cannot be entered."""
    done = lesson.grade(code=3)
    assert "Traceback" not in done.stderr
    assert not any(part in done.stdout + done.stderr for part in ("wo:rd", "wo%3Ard"))
    line = done.stderr.splitlines()[-1]
    assert line.startswith("kata: The gradebook postgresql+psycopg://kata@")
    return line


def test_a_wrong_password_is_reported_without_showing_it(postgresql, tmp_path):
    url = postgresql.url("postgres", PASSWORD + "!")

    assert 'password authentication failed for user "kata"' in refused(Class(tmp_path, url))


def test_the_password_may_be_set_only_in_the_environment(postgresql, tmp_path):
    url = make_url(postgresql.database())
    known = {**ENVIRONMENT, "PGPASSWORD": PASSWORD}
    address = f"{url.drivername}://{url.username}@/{url.database}?host={postgresql.folder}"

    assert "Entered into the gradebook" in Class(tmp_path, address).grade(env=known).stdout


def test_a_password_in_the_options_is_not_shown_either(postgresql, tmp_path):
    options = urlencode({"host": postgresql.folder, "password": PASSWORD})

    message = refused(Class(tmp_path, f"postgresql+psycopg://kata@/nothing?{options}"))

    assert 'database "nothing" does not exist' in message


def test_a_missing_server_is_reported_in_one_sentence(tmp_path):
    url = f"postgresql+psycopg://kata:{quote(PASSWORD, safe='')}@/course?host={tmp_path}"

    assert "No such file or directory" in refused(Class(tmp_path, url))


def test_an_error_message_that_contains_the_password_is_not_shown(postgresql, tmp_path):
    message = refused(Class(tmp_path, postgresql.url("nothing", "authentication")))

    assert message.endswith(
        "cannot be written: OperationalError (its message is hidden, because it contains the password)."
    )


def test_after_a_broken_connection_the_next_run_enters_the_rest(postgresql, tmp_path):
    url = postgresql.database()
    database = make_url(url).database
    lesson = Class(tmp_path, url)
    (lesson.folder / "ben.py").rename(tmp_path / "late.py")
    lesson.grade()
    (tmp_path / "late.py").rename(lesson.folder / "ben.py")
    grade("--out", lesson.out, "--set", "ana", "iou", "7.1", "a good idea")
    with postgresql.connection(database) as connection:
        connection.execute(VANISH)

    message = refused(lesson)
    broken = lesson.rows()
    with postgresql.connection(database) as connection:
        connection.execute("DROP TRIGGER vanishing ON submitted_assignment")
    again = lesson.grade()

    assert "terminating connection" in message
    assert {("ana", "iou"): (10, 7.1, False)} == broken
    assert "set by hand in nbgrader" not in again.stdout
    assert {"ana": 7.1, "ben": 1, "cem": 0} == lesson.totals() == lesson.exported()
