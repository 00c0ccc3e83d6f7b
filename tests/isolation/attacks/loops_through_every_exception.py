"""Never return, whatever exception is raised inside."""


def attack(folder, port):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
