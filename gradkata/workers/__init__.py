"""Processes that judge answers one by one on behalf of another process."""
