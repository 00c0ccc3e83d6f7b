"""A sandbox that stands ready between checks, so that a verdict comes at once."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from graders.engine.cli.verdict import Answer, Report, failed, judged
from graders.engine.tree import Tree

if TYPE_CHECKING:
    from graders.engine.isolation.sandbox import Level, Sandbox


class Standby:
    """A fork server in an interpreter of its own: started when first needed, and anew where it died.

    Threads, as a watcher of files has them, do not disturb it.
    """

    def __init__(self) -> None:
        self._server: Sandbox | None = None

    def judged(self, tree: Tree, slug: str, path: Path) -> Report:
        """The report on one file."""
        import numpy  # noqa: F401  part of what the level is cached under

        from graders.engine.isolation.sandbox import SandboxError
        from graders.engine.isolation.selftest import highest_level

        level = highest_level()
        try:
            return judged(tree, slug, Answer(path), self._running(level))
        except SandboxError:
            self.close()
        try:
            return judged(tree, slug, Answer(path), self._running(level))
        except SandboxError as error:
            self.close()
            return failed(slug, error, level)

    def close(self) -> None:
        """End the server, if there is one."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def __enter__(self) -> "Standby":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _running(self, level: "Level") -> "Sandbox":
        from graders.engine.isolation.starting import start_server

        if self._server is None:
            self._server = start_server(level)
        return self._server
