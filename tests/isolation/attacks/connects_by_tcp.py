"""Send the inputs to another machine."""

import socket


def attack(folder, port):
    socket.create_connection(("127.0.0.1", port), 2).close()
    return True
