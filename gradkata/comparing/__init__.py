"""Decide whether two answers are the same, and explain how they differ."""
