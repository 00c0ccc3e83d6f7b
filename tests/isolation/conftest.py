"""Where the tests of isolation find things."""

collect_ignore_glob = ["attacks/*"]
