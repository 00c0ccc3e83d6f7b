"""Never return."""


def attack(folder, port):
    while True:
        pass
