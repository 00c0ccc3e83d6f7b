"""Send the inputs to another machine, a datagram at a time."""

import socket


def attack(folder, port):
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    return sender.sendto(b"stolen", ("127.0.0.1", port)) == 6
