"""The output files of a graded class, all written in one pass over its rows."""
