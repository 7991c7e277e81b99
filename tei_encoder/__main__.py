"""`python -m tei_encoder` and the command `tei-encoder`."""

from tei_encoder.cli.app import app


def main() -> None:
    """Run the command line."""
    app(prog_name="tei-encoder")


if __name__ == "__main__":
    main()
