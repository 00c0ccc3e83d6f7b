"""A student's own folder: which katas are begun, which are done, and the best scores."""
