"""Hypothesis draws the same in every run, on every machine: no clock, no database."""

from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, deadline=None, database=None)
settings.load_profile("same-every-time")
