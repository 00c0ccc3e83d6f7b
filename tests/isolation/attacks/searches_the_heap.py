"""Look for the answer key among all objects of the process."""

import gc


def attack(folder, port):
    key = "the_answer" + "_key_of_the_grader"
    gc.unfreeze()
    return any(type(o) is dict and key in o for o in gc.get_objects())
