"""The engine: everything that an author of katas never edits."""
