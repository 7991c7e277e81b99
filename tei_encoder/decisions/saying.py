"""What a table of a file of decisions rules: one action, by the key it has."""

from collections.abc import Callable, Mapping

from tei_encoder.decisions.entry import VERBS, Entry, wrong
from tei_encoder.decisions.values import CHECKS
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.decision import (
    Action,
    Claim,
    Confirm,
    Describe,
    Element,
    Labelling,
    Merge,
    Part,
    Reject,
    Relabel,
    Remark,
    SetSpeaker,
)

#: keys that only go with some verbs
WITH = {"field": ("kind",), "value": ("confirm", "header"), "ref": ("confirm",)}
UNQUOTED = ("merge", "part")


def action_of(entry: Entry, *, quoted: bool) -> Action:
    """Give what a table rules; `quoted` says whether it quotes words.

    Raises `ConfigurationError` where it rules nothing, or two things.
    """
    verb = _verb(entry)
    _check_quote(entry, verb, quoted=quoted)
    return _ACTIONS[verb](entry)


def _verb(entry: Entry) -> str:
    verbs = [key for key in VERBS if key in entry.table]
    if len(verbs) != 1:
        said = f"says {' and '.join(verbs)}" if verbs else "says nothing"
        raise wrong(entry, "", f"a ruling {said}", f"give one of {', '.join(VERBS)}")
    for key, allowed in WITH.items():
        if key in entry.table and verbs[0] not in allowed:
            message = f"{key} does not go with {verbs[0]}"
            raise wrong(entry, key, message, f"it goes with {' or '.join(allowed)}")
    return verbs[0]


def _check_quote(entry: Entry, verb: str, *, quoted: bool) -> None:
    if quoted and verb in UNQUOTED:
        message = f"{verb} holds for names wherever they are printed"
        raise wrong(entry, "quote", message, "take the quote out")
    free = verb in UNQUOTED or (verb == "header" and "value" in entry.table)
    if not quoted and not free:
        raise wrong(entry, verb, f"{verb} without quote", 'add quote = "..."')


def _confirm(entry: Entry) -> Confirm:
    claim = entry.one_of("confirm", Claim)
    return Confirm(claim, _value(entry, claim), entry.text("ref"))


def _describe(entry: Entry) -> Describe:
    element = entry.one_of("header", Element)
    return Describe(element, _value(entry, element))


def _relabel(entry: Entry) -> Relabel:
    kind = entry.one_of("kind", Kind)
    if "field" not in entry.table:
        return Relabel(kind)
    return Relabel(kind, entry.one_of("field", Field, (Field.BLANK,)))


def _value(entry: Entry, of: Claim | Element) -> str | None:
    value = entry.text("value")
    check = CHECKS.get(of)
    if value is not None and check and (found := check(value)):
        raise wrong(entry, "value", f"{value!r}: {found}")
    return value


_ACTIONS: Mapping[str, Callable[[Entry], Action]] = {
    "kind": _relabel,
    "label": lambda entry: Labelling(entry.truth("label")),
    "speaker": lambda entry: SetSpeaker(entry.needed("speaker")),
    "merge": lambda entry: Merge(entry.names("merge")),
    "part": lambda entry: Part(entry.names("part")),
    "confirm": _confirm,
    "reject": lambda entry: Reject(entry.one_of("reject", Claim)),
    "header": _describe,
    "note": lambda entry: Remark(entry.needed("note")),
}
