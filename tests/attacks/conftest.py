"""Where the attacks lie, which are no tests."""

collect_ignore_glob = ["samples/*"]
