"""A report as a person reads it."""
