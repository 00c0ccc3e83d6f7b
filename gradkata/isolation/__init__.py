"""Running untrusted code; knows nothing of katas."""
