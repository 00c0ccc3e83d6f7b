"""Prove that a grader detects mistakes: laws, mutants, banks."""
