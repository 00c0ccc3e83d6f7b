"""`python -m gradkata.cli`, where no script `kata` is installed."""

import sys

from gradkata.cli import main

sys.exit(main())
