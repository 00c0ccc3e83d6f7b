"""Import the grader's own modules."""

import importlib


def attack(folder, port):
    return importlib.import_module("gradkata.isolation.sandbox") is not None
