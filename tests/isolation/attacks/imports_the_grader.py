"""Import the grader's own modules."""


def attack(folder, port):
    import graders.engine.isolation.sandbox

    return True
