"""Import the grader's own modules."""

import importlib


def attack(folder, port):
    return importlib.import_module("graders.engine.isolation.sandbox") is not None
