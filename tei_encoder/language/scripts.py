"""Facts about scripts that the grammars need."""


def unspaced(form: str) -> bool:
    """Tell whether a form is of a script that writes no spaces between words.

    Those are Han and the Japanese syllabaries; Hangul is written with spaces.
    """
    return any("\u3040" <= letter <= "\u9fff" for letter in form)
