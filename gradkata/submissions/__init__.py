"""From what a student handed in to the answers in it; knows the names of the katas and nothing of judging."""
