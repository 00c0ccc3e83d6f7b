"""Run a shell command."""

import os


def attack(folder, port):
    os.system(f"echo touched > {folder}/witness")
    return os.path.exists(f"{folder}/witness")
