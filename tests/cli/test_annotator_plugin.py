"""An installed package may find names: its entry point is all that it needs."""

import os
import subprocess
import sys
from pathlib import Path

from lxml import etree

from tei_encoder.tei.names import PREFIXES

RECOGNIZER = '''\
"""A recognizer of names as a model would be: it knows two."""

import re

from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.description import Certainty
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Span

KNOWN = {"Ferryport": AnnotationKind.PLACE_NAME, "Oduya": AnnotationKind.PERS_NAME}


def recognize(source, record, settings):
    found = re.finditer("|".join(KNOWN), source.text)
    return Outcome(
        tuple(
            Annotation(
                Span(*match.span()),
                KNOWN[match[0]],
                responsible="toy-recognizer",
                certainty=Certainty.LOW,
                rule="toy",
            )
            for match in found
        )
    )
'''
TALK = """\
Ann Example: I saw Oduya in Ferryport.

Bo Sample: So did I.
"""


def install(folder: Path) -> None:
    """Put a package with an entry point where Python finds it, as pip would."""
    (folder / "toy_recognizer.py").write_text(RECOGNIZER, encoding="utf-8")
    info = folder / "toy_recognizer-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: toy-recognizer\nVersion: 1.0\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(
        "[tei_encoder.annotators]\ntoy = toy_recognizer:recognize\n", encoding="utf-8"
    )


def test_names_of_a_plug_in(tmp_path: Path) -> None:
    """What a plug-in claims is tagged, in `standOff`, and says who claimed it."""
    site = tmp_path / "site"
    site.mkdir()
    install(site)
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tei_encoder", "convert", "talk.txt", "-o", "talk.xml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, True) == (done.returncode, "certified, valid" in done.stderr)
    root = etree.parse(tmp_path / "talk.xml").getroot()
    place = root.find(".//tei:seg/tei:placeName", PREFIXES)
    assert place is not None
    assert ("Ferryport", "#talk.pl-ferryport", "#talk.resp-toy-recognizer", "low") == (
        place.text,
        place.get("ref"),
        place.get("resp"),
        place.get("cert"),
    )
    listed = root.findall(".//tei:standOff//tei:placeName", PREFIXES)
    assert ["Ferryport"] == [each.text for each in listed]
