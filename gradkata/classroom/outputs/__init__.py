"""What a graded class leaves behind: one pass over its rows writes every file."""
