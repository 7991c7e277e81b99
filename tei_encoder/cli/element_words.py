"""What an element may hold, in words."""

import textwrap
from collections.abc import Iterator
from typing import Final

import click

from tei_encoder.validate.element_view import AttributeView, ElementView

_WIDTH: Final = 92
#: values of an attribute that are listed
_MOST: Final = 8


def in_words(view: ElementView) -> str:
    """Say what an element holds, where it stands and which attributes it takes."""
    return "\n".join(_lines(view))


def _lines(view: ElementView) -> Iterator[str]:
    yield click.style(view.name, bold=True)
    yield f"  {_content(view)}"
    yield from _listed("Elements in it", view.children)
    yield from _listed("Stands in", view.parents)
    required = [a for a in view.attributes if a.required]
    optional = [a for a in view.attributes if not a.required]
    for heading, attributes in (
        ("Attributes it must have", required),
        ("Attributes it may have", optional),
    ):
        if attributes:
            yield f"\n{click.style(heading, bold=True)}"
            yield from map(_attribute, attributes)


def _content(view: ElementView) -> str:
    match view.text, bool(view.children):
        case True, True:
            words = "holds text and elements"
        case True, False:
            words = "holds text"
        case False, True:
            words = "holds elements, no text of its own"
        case _:
            return "is always empty"
    return f"{words}; may be empty" if view.may_be_empty else f"{words}; never empty"


def _listed(heading: str, names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield f"\n{click.style(heading, bold=True)}"
        yield _wrapped(" ".join(names), "  ")


def _attribute(attribute: AttributeView) -> str:
    shown = attribute.values[:_MOST]
    more = len(attribute.values) - len(shown)
    words = ", or ".join(shown) + (f" … {more} more" if more else "")
    return _wrapped(f"{attribute.name}: {words}", "  ")


def _wrapped(text: str, margin: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=margin + "  " * (":" in text),
        break_long_words=False,
        break_on_hyphens=False,
    )
