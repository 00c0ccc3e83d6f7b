"""Take shared memory, which not every limit counts."""

import mmap


def attack(folder, port):
    return len(mmap.mmap(-1, 2 << 30)) == 2 << 30
