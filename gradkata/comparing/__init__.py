"""What counts as the same answer, and how a difference is explained."""
