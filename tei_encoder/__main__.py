"""`python -m tei_encoder` and the command `tei-encoder`."""

import sys


def main() -> None:
    """Run the command line.

    It is imported here so that Ctrl-C during the import ends quietly too.
    """
    try:
        from tei_encoder.cli.app import app  # noqa: PLC0415 - see above

        app(prog_name="tei-encoder")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
