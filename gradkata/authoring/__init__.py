"""Proof that a grader grades: the laws, mutants, banks."""
