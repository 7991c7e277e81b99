"""Dates, languages and scripts in the forms that targets take."""

import pytest

from tei_encoder.export.dates import closed, ends_of, shown, single
from tei_encoder.export.languages import iso_639_3, marc_language, short_language
from tei_encoder.export.scripts import script_of
from tei_encoder.model.catalogue import Dating


@pytest.mark.parametrize(
    ("when", "one", "interval", "ends"),
    [
        ("1966-09-07", "1966-09-07", "1966-09-07", ("1966-09-07", "1966-09-07")),
        ("1966", "1966", "1966", ("1966", "1966")),
        ("1966/1967-01", None, "1966/1967-01", ("1966", "1967-01")),
        ("1966/..", None, None, ("1966", None)),
        ("../1966", None, None, (None, "1966")),
        ("-0043", None, None, (None, None)),
        ("0000", None, None, (None, None)),
        (None, None, None, (None, None)),
    ],
)
def test_dates(
    when: str | None,
    one: str | None,
    interval: str | None,
    ends: tuple[str | None, str | None],
) -> None:
    """A date has only those forms that its parts allow."""
    dating = Dating("then", when)

    assert (one, interval, ends) == (single(dating), closed(dating), ends_of(dating))
    assert (when or "then") == shown(dating)


def test_no_date() -> None:
    """Where there is no date, there is no form of one."""
    assert (None, None, None) == (single(None), closed(None), shown(None))


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "eng"),
        ("en-GB", "eng"),
        ("sq", "alb"),
        ("de-Latn-AT", "ger"),
        ("zh-Hant", "chi"),
        ("sqi", "alb"),
        ("grc", "grc"),
        ("x-private", None),
        ("", None),
        (None, None),
    ],
)
def test_languages(tag: str | None, code: str | None) -> None:
    """A tag of BCP 47 has a bibliographic code of three letters, or none."""
    assert code == marc_language(tag)


@pytest.mark.parametrize(
    ("tag", "three", "two"),
    [
        ("en-GB", "eng", "en"),
        ("alb", "sqi", "sq"),
        ("sqi", "sqi", "sq"),
        ("zh-Hant", "zho", "zh"),
        ("grc", "grc", "grc"),
        ("x-private", None, None),
        (None, None, None),
    ],
)
def test_other_codes(tag: str | None, three: str | None, two: str | None) -> None:
    """The same language has a terminological code, and one of two letters or three."""
    assert (three, two) == (iso_639_3(tag), short_language(tag))


@pytest.mark.parametrize(
    ("tag", "text", "script"),
    [
        ("en", "Talk", "Latn"),
        ("sr-Cyrl-RS", "Talk", "Cyrl"),
        ("ru", "Беседа A", "Cyrl"),
        ("ko", "회담록", "Hang"),
        ("ar", "محضر", "Arab"),
        (None, "1966", "Zyyy"),
    ],
)
def test_scripts(tag: str | None, text: str, script: str) -> None:
    """The script is that of the tag, else that of most letters, else undetermined."""
    assert script == script_of(tag, text)
