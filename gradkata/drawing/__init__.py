"""Inputs: from a recorded strategy to a bank of them."""
