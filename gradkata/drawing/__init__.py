"""Make inputs: from a recorded strategy to examples and to a bank."""
