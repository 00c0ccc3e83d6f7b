"""Never return, whatever is raised inside."""


def attack(folder, port):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
