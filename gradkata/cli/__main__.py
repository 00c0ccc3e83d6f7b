"""`python -m gradkata.cli`: the command `kata` without its installed script."""

import sys

from gradkata.cli import main

sys.exit(main())
