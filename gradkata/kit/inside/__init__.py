"""The code that runs in a kit: it imports NumPy, the standard library, and what the kit contains a copy of."""
