"""A PostgreSQL server for tests: in a private folder, on a socket there, and removed after the test."""

import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PASSWORD = "pass/wo:rd %@"
_USER, _PATIENCE = "kata", 60


def found():
    """The folder of the server's programs; None if there are none."""
    initdb = shutil.which("initdb")
    # On Debian they are not on PATH; there is one folder for each version.
    folders = [Path(initdb).parent] if initdb else Path("/usr/lib/postgresql").glob("*/bin")
    return max((each for each in folders if (each / "initdb").exists()), default=None)


class Server:
    """A running server; `url` is the URL of a database for SQLAlchemy."""

    def __init__(self, folder):
        self.folder = folder
        self._numbers = itertools.count()

    def connection(self, database="postgres", password=PASSWORD):
        import psycopg

        return psycopg.connect(
            host=str(self.folder), user=_USER, password=password, dbname=database, autocommit=True
        )

    def url(self, database, password=PASSWORD):
        return f"postgresql+psycopg://{_USER}:{quote(password, safe='')}@/{database}?host={self.folder}"

    def database(self):
        """Create a database; returns its URL."""
        name = f"course{next(self._numbers)}"
        with self.connection() as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)


@contextmanager
def running(programs):
    """Start a server, and stop it at the end."""
    # The server refuses to run as root, and the path of a socket is limited to about a hundred bytes.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    options = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}
    options |= {"cwd": folder, "stdin": subprocess.DEVNULL}
    process = None
    try:
        (folder / "password").write_text(PASSWORD, "utf-8")
        if options.get("user"):
            shutil.chown(folder, "nobody", "nogroup")
        made = [
            programs / "initdb", "-D", folder / "data", "-U", _USER, "--auth", "scram-sha-256",
            "--pwfile", folder / "password", "--no-sync", "--encoding", "UTF8", "--locale", "C",
        ]  # fmt: skip
        subprocess.run(made, check=True, capture_output=True, **options)
        command = [
            programs / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses=", "-F",
        ]  # fmt: skip
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, **options)
        server = Server(folder)
        _await(server, process)
        yield server
    finally:
        if process:
            process.send_signal(signal.SIGINT)  # which closes its connections and writes pending data
            process.wait(60)
        shutil.rmtree(folder)


def _await(server, process):
    import psycopg

    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return server.connection().close()
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > end:
                log = (server.folder / "log").read_text("utf-8", "replace")
                raise RuntimeError(f"PostgreSQL does not start: {log}") from error
            time.sleep(0.1)
