"""What an author of katas writes with."""
