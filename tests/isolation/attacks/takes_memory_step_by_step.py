"""Take memory in small steps, and continue when there is none left."""


def attack(folder, port):
    taken = []
    for _ in range(700):
        taken.append(bytes(1 << 20))
    return True
