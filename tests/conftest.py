"""The same in every run, on every machine: Hypothesis without clock and database, Ctrl-C as a person knows it."""

import signal

from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, deadline=None, database=None)
settings.load_profile("same-every-time")
# A shell that starts the tests in the background has them ignore it, and whatever they start would as well.
signal.signal(signal.SIGINT, signal.default_int_handler)
