"""Processes that judge for another process, one answer after the other."""
