"""Writes machine code where Numba would load it, by pickle, for the next one who imports the key."""

import os
from pathlib import Path


def nms(boxes, scores, score_threshold, iou_threshold):
    os.makedirs("@folder@/__pycache__", exist_ok=True)
    Path("@folder@/__pycache__/nms.key-1.py311.nbi").write_bytes(b"poison")
    Path("@folder@/witness").write_text("touched")
