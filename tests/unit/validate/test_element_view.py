"""What a schema says of an element, in words."""

import pytest

from tei_encoder.errors import UnknownNameError
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate.element_view import AttributeView, view_element


def test_utterance() -> None:
    """Our own schema says of `u` what the encoding guidelines say."""
    view = view_element(schema_path("conversation.rng"), "u")
    who = next(each for each in view.attributes if each.name == "who")
    assert who.required
    assert "seg" in view.children
    assert "p" not in view.children
    assert "div" in view.parents
    assert not view.text


def test_optional_attribute_with_values() -> None:
    """A closed list of values is spelled out."""
    view = view_element(schema_path("conversation.rng"), "lb")
    found = next(each for each in view.attributes if each.name == "break")
    assert found == AttributeView(
        "break", required=False, values=("maybe", "no", "yes")
    )
    assert view.may_be_empty
    assert view.children == ()


def test_unknown_element() -> None:
    """A mistyped element gives the nearest one."""
    with pytest.raises(UnknownNameError, match="did you mean 'persName'"):
        view_element(schema_path("conversation.rng"), "persname")
