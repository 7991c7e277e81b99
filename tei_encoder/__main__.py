"""`python -m tei_encoder` and the command `tei-encoder`."""

import gc
import sys
from typing import Final

#: objects made between two searches for cycles: loading makes many and hardly a cycle,
#: and Python's own 700 would cost a short run a tenth of its time
_BETWEEN_SEARCHES: Final = 100_000


def main() -> None:
    """Run the command line.

    It is imported here so that Ctrl-C during the import ends quietly too.
    """
    gc.set_threshold(_BETWEEN_SEARCHES)
    try:
        from tei_encoder.cli.app import app  # noqa: PLC0415 - see above

        app(prog_name="tei-encoder")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
