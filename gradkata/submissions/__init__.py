"""Find the answers in what a student handed in; this part knows the names of the katas, but nothing of judging."""
