"""Take more memory than the machine can spare."""


def attack(folder, port):
    return len(bytearray(2 << 30)) == 2 << 30
