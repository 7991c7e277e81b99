"""Language codes for MARC, EAD and MODS: ISO 639-2, bibliographic.

Source: the code lists of the Library of Congress (ISO 639-2 registration authority).
"""

from typing import Final

#: two-letter codes (ISO 639-1), each with its three-letter one
_PAIRS: Final = """
    aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym az aze
    ba bak be bel bg bul bh bih bi bis bm bam bn ben bo tib br bre bs bos ca cat ce che
    ch cha co cos cr cre cs cze cu chu cv chv cy wel da dan de ger dv div dz dzo ee ewe
    el gre en eng eo epo es spa et est eu baq fa per ff ful fi fin fj fij fo fao fr fre
    fy fry ga gle gd gla gl glg gn grn gu guj gv glv ha hau he heb hi hin ho hmo hr hrv
    ht hat hu hun hy arm hz her ia ina id ind ie ile ig ibo ii iii ik ipk io ido is ice
    it ita iu iku ja jpn jv jav ka geo kg kon ki kik kj kua kk kaz kl kal km khm kn kan
    ko kor kr kau ks kas ku kur kv kom kw cor ky kir la lat lb ltz lg lug li lim ln lin
    lo lao lt lit lu lub lv lav mg mlg mh mah mi mao mk mac ml mal mn mon mr mar ms may
    mt mlt my bur na nau nb nob nd nde ne nep ng ndo nl dut nn nno no nor nr nbl nv nav
    ny nya oc oci oj oji om orm or ori os oss pa pan pi pli pl pol ps pus pt por qu que
    rm roh rn run ro rum ru rus rw kin sa san sc srd sd snd se sme sg sag si sin sk slo
    sl slv sm smo sn sna so som sq alb sr srp ss ssw st sot su sun sv swe sw swa ta tam
    te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn to ton tr tur ts tso tt tat tw twi
    ty tah ug uig uk ukr ur urd uz uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid
    yo yor za zha zh chi zu zul
"""
_WORDS: Final = _PAIRS.split()
_CODES: Final = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))
#: terminological codes, which MARC does not use
_TERMINOLOGICAL: Final = {
    "bod": "tib",
    "ces": "cze",
    "cym": "wel",
    "deu": "ger",
    "ell": "gre",
    "eus": "baq",
    "fas": "per",
    "fra": "fre",
    "hye": "arm",
    "isl": "ice",
    "kat": "geo",
    "mkd": "mac",
    "mri": "mao",
    "msa": "may",
    "mya": "bur",
    "nld": "dut",
    "ron": "rum",
    "slk": "slo",
    "sqi": "alb",
    "zho": "chi",
}
_MARC: Final = {code: other for other, code in _TERMINOLOGICAL.items()}
_SHORT: Final = {code: short for short, code in _CODES.items()}
_LETTERS: Final = 3


def marc_language(tag: str | None) -> str | None:
    """Give the three-letter code of a BCP 47 tag: `en-GB` is `eng`; None for none.

    A tag that has three letters is its own code.
    """
    primary = (tag or "").split("-")[0].lower()
    if primary in _CODES:
        return _CODES[primary]
    if len(primary) == _LETTERS and primary.isascii() and primary.isalpha():
        return _TERMINOLOGICAL.get(primary, primary)
    return None


def iso_639_3(tag: str | None) -> str | None:
    """Give the terminological code of three letters: `sq` is `sqi`; None for none."""
    code = marc_language(tag)
    return _MARC.get(code, code) if code else None


def short_language(tag: str | None) -> str | None:
    """Give the code of two letters, else that of three: `en-GB` and `eng` are `en`."""
    code = marc_language(tag)
    return _SHORT.get(code, iso_639_3(code)) if code else None
