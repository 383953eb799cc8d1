"""`python -m greffier`, which is the same as `greffier`."""

import sys

from greffier.cli import main

if __name__ == "__main__":
    sys.exit(main())
