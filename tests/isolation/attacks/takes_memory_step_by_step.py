"""Take memory in small steps, and carry on when there is no more."""


def attack(folder, port):
    taken = []
    for _ in range(700):
        taken.append(bytes(1 << 20))
    return True
