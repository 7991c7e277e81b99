"""The language of a text is told by script and function words, or left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.language.identify import SAMPLE, UNKNOWN, LanguageGuess, identify
from tei_encoder.language.load import languages
from tei_encoder.model.description import Certainty

TEXTS = {
    "ar": "نحن على ثقة من أن هذا الطريق هو الطريق الذي لا غير",
    "ca": "aquest és el camí que hem de seguir, però també cal parlar amb els altres",
    "cs": "to je cesta, kterou jsme si vybrali, ale ještě není všechno, co může být",
    "da": "det er den vej, som vi har valgt, men ikke uden de andre, og jeg blev",
    "de": "das ist der Weg, den wir nicht ohne die anderen gehen können",
    "el": "αυτός είναι ο δρόμος που έχουμε, αλλά δεν είναι για τους άλλους",
    "en": "this is the way that we have to go, but not without the others",
    "es": "este es el camino que los pueblos han de seguir, pero no sin los otros",
    "fi": "tämä on se tie, että me olemme, mutta ei vain sitä, kun hän oli",
    "fr": "c'est le chemin que nous avons pris, mais pas sans les autres",
    "hu": "ez az az út, amelyet már mi is választottunk, de nem csak ezt",
    "it": "questo è il cammino che abbiamo preso, ma anche gli altri sono della strada",
    "ja": "これはわれわれの道です",
    "ko": "이것은 우리의 길입니다 그리고",
    "nl": "dit is de weg die wij niet zonder het volk kunnen gaan, maar ook van ons",
    "pl": "to jest droga, którą się wybrało, ale nie tylko dla nas, bo jest jeszcze",
    "pt": "este é o caminho que não podemos seguir sem os outros, mas também há uma",
    "ro": "aceasta este calea pe care o avem, dar nu fără ceilalți, și va fi",
    "ru": "это путь, который мы выбрали, но не только для нас, и он был",
    "sl": "to je pot, ki smo jo izbrali, vendar ni samo za nas, in še bo tudi",
    "sq": "kjo është rruga që kemi zgjedhur, por nuk është vetëm për ne dhe të tjerët",
    "sv": "detta är vägen som vi har valt, men inte utan de andra och så till",
    "tr": "bu yol çok daha iyi, ama biz ve siz için değil, o kadar",
    "uk": "це шлях, який ми обрали, але не тільки для нас, і він був ще та його",
    "zh": "这是我们的道路,我们不会没有你们",
}


def test_every_language_is_tried() -> None:
    """There is a text for every language with data."""
    assert set(languages()) == set(TEXTS)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_identify(language: str) -> None:
    """A sentence is enough to tell the language."""
    assert language == identify(TEXTS[language]).tag


@pytest.mark.parametrize("text", ["", "1966", "Enver Hoxha", "¿?", "Mao Zedong: 7"])
def test_not_told(text: str) -> None:
    """Names, numbers and nothing tell no language."""
    assert identify(text) == UNKNOWN


def test_more_text_is_surer() -> None:
    """A long text is told with more certainty than a sentence."""
    assert Certainty.MEDIUM == identify("this is it, as was said").certainty
    assert LanguageGuess("en", Certainty.HIGH) == identify(TEXTS["en"] * 9)


def test_long_text_is_sampled() -> None:
    """The end of a long text counts as much as its beginning."""
    text = TEXTS["en"] + " x" * SAMPLE + " " + TEXTS["fr"] * 20
    assert identify(text).tag == "fr"


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text has a guess among the languages with data, or none."""
    assert identify(text).tag in {*languages(), "und"}
