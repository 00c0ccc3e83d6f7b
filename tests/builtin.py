"""The files of the built-in collection, as the engine loads them."""

import importlib.util
import sys
from pathlib import Path

from gradkata import loader
from gradkata.catalog import BUILT_IN, Catalog, Collection

ROOT = Path(__file__).parents[1]
COLLECTION = Collection(BUILT_IN)


def solution(name):
    """The module `solutions/<name>.py`, a helper's too."""
    return loader.load_solution(COLLECTION, name)


def grader(name):
    """The module `graders/<name>.py`, a helper's too."""
    return loader.load_grader(COLLECTION, name)


def catalog(*roots):
    """The collections at these folders and no others."""
    return Catalog(tuple(Collection(Path(root)) for root in roots))


def load(path, name):
    """A file of ours that no package holds, as a module."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
