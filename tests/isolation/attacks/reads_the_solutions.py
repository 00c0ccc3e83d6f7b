"""Open the file with the right answers."""


def attack(folder, port):
    with open(f"{folder}/solutions/iou.py") as file:
        return "the right answer" in file.read()
