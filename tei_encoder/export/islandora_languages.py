"""Languages as Drupal lists them: Workbench refuses every other code."""

from typing import Final

from tei_encoder.export.languages import short_language

_LISTED: Final = """
    af am ar ast az be bg bn bo bs ca cs cy da de dz el en eo es et eu fa fi fil
    fo fr fy ga gd gl gu he hi hr ht hu hy id is it ja jv ka kk km kn ko ku ky
    lo lt lv mg mk ml mn mr ms my ne nl nb nn oc pa pl ro ru sco se si sk sl sq
    sr sv sw ta te th tr tyv ug uk ur vi
"""
_CODES: Final = frozenset(_LISTED.split())
#: languages that Drupal has by script or country alone
_PARTED: Final = {
    ("zh", "hans"): "zh-hans",
    ("zh", "hant"): "zh-hant",
    ("pt", "br"): "pt-br",
    ("pt", "pt"): "pt-pt",
}


def langcode(tag: str | None) -> str | None:
    """Give Drupal's code of a BCP 47 tag; None where it has none."""
    short = short_language(tag) or ""
    parts = (tag or "").lower().split("-")[1:]
    parted = (_PARTED.get((short, part)) for part in parts)
    return next(filter(None, parted), short if short in _CODES else None)
