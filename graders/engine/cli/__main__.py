"""`python -m graders.engine.cli`, where no script `kata` is installed."""

import sys

from graders.engine.cli import main

sys.exit(main())
