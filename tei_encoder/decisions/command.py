"""The command line that would write a ruling, to be copied from a message."""

import shlex

from tei_encoder.model.decision import Quote


def command(uri: str, quote: Quote | None, *options: str) -> str:
    """Give the command that rules on words of the source `uri`; NAME is to fill in."""
    words = ["tei-encoder", "decide", uri]
    if quote is not None:
        words += ["--quote", quote.exact]
        words += ["--before", quote.before] if quote.before else []
        words += ["--after", quote.after] if quote.after else []
    return f"{shlex.join((*words, *options))} --by NAME"
