"""`kata completion`: print the code for TAB completion in a shell, and answer the shell's requests."""

import argparse
from collections.abc import Iterator
from typing import Any

from gradkata.catalog import CollectionError, short_name
from gradkata.cli.options import catalog_of
from gradkata.course_file import CourseError
from gradkata.statement import title


def run(arguments: argparse.Namespace) -> int:
    """Print the code to run in a shell's startup file."""
    from argcomplete.shell_integration import shellcode

    # Without the shell's own completion, which would offer files wherever no kata matches.
    print(shellcode(["kata"], use_defaults=False, shell=arguments.shell))
    return 0


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell's request for completions and end the process; return if there is no request."""
    from argcomplete import autocomplete
    from argcomplete.completers import DirectoriesCompleter, FilesCompleter, SuppressCompleter

    completers = {"KATA": _katas, "PATH": FilesCompleter(), "DIR": DirectoriesCompleter()}
    completers["RESULTS"] = completers["DIR"]
    completers["ARGUMENT"] = SuppressCompleter()  # a value, not a file
    for action in _actions(parser):
        if action.metavar in completers:
            action.completer = completers[action.metavar]  # type: ignore[attr-defined]
    autocomplete(parser, always_complete_options=False)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield every argument of every command."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        yield action


def _katas(prefix: str, parsed_args: argparse.Namespace, **_: Any) -> dict[str, str]:
    """Return short names, and slugs once something is typed, except those already in the line.

    Each has its title, which zsh and fish show beside it.
    """
    given = getattr(parsed_args, "kata", None) or []
    taken = {short_name(name) for name in ([given] if isinstance(given, str) else given)}
    offered: dict[str, str] = {}
    try:
        catalog = catalog_of(parsed_args)
    except (CollectionError, CourseError):
        return offered
    for path in (each for collection in catalog.collections for each in collection.kata_files("katas")):
        slug = f"{path.parent.name}/{path.stem}"
        matching = [
            name for name in (path.stem, slug) if name.startswith(prefix) and (prefix or name != slug)
        ]
        if matching and path.stem not in taken:
            offered.update(dict.fromkeys(matching, title(path)))
    return offered
