"""Names, dates and measures against what people marked: the seed, and passages.

`names/*.tsv` mark passages by offsets: the first paragraphs of speech, until they have
700 characters, of the first two documents of every collection of conversations and of
the first play of each language, and in them everything of the kinds that are scored.
Names and dates were marked by hand before the rules were improved, numbers completed
after a first run. Whoever wrote the gazetteers had read these passages and the seed:
the scores are of development, not blind. Run with `-s` for the table.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from name_scores import Found, Score, claimed_in, found_in, scores

from tei_encoder import Settings, convert, parse_record, read

PASSAGES = sorted((Path(__file__).parent / "names").glob("*.tsv"))
#: precision and recall that hold on the seed
SEED_LEAST = {
    "person": (0.95, 0.9),
    "organisation": (0.95, 0.9),
    "place": (0.95, 0.9),
    "date": (1.0, 0.85),
    "measure": (1.0, 0.85),
    "number": (1.0, 0.85),
}
#: precision and recall that hold on the passages of conversations
LEAST = {
    "person": (0.95, 0.7),
    "organisation": (0.9, 0.4),
    "place": (0.95, 0.75),
    "date": (0.9, 0.75),
}
DRAMA = "drama"


def table(rows: dict[str, Score]) -> None:
    """Print scores."""
    print()  # noqa: T201 - the table is what a person runs this for
    for name, (right, made, there) in rows.items():
        score = Score(right, made, there)
        print(  # noqa: T201 - as above
            f"{name:30} P {score.precision:.2f} R {score.recall:.2f}"
            f"  right {right:3} made {made:3} there {there:3}"
        )


def test_seed(seed: Path, shared: Path) -> None:
    """The seed's names are those that people marked in its reference encoding."""
    source = read(seed.read_bytes(), seed.name).value
    root = etree.fromstring(convert(source, Settings()).results[0].data)
    reference = etree.parse(shared / "reference" / "reference-u.xml").getroot()
    found = scores(found_in(root, source.text), found_in(reference, source.text))
    table(found)
    for kind, (precision, recall) in SEED_LEAST.items():
        assert found[kind].precision >= precision, kind
        assert found[kind].recall >= recall, kind


def marked(path: Path) -> Iterator[tuple[str, list[Found], set[Found]]]:
    """Give record, passages and what is marked in them."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    for record in dict.fromkeys(row["record"] for row in rows):
        mine = [
            Found(int(row["start"]), int(row["end"]), row["kind"])
            for row in rows
            if row["record"] == record
        ]
        passages = [each for each in mine if each.kind == "passage"]
        yield record, passages, set(mine) - set(passages)


def made_in(path: Path, passages: list[Found]) -> tuple[str, set[Found]]:
    """Give the language of a text and what is claimed in its passages."""
    source = read(path.read_bytes(), path.name).value
    (record, *_) = records = parse_record(source, Settings()).records
    made = {
        claim
        for each in records
        for claim in claimed_in(each)
        if any(p.start <= claim.start and claim.end <= p.end for p in passages)
    }
    return record.description.language.text, made


def test_passages(shared: Path) -> None:
    """On passages of other records few names are wrong, and most are found."""
    total: Counter[tuple[str, str]] = Counter()
    counts: dict[str, list[int]] = {}
    for path in PASSAGES:
        for record, passages, there in marked(path):
            text = shared / "gold" / "texts" / path.stem / f"{record}.txt"
            language, made = made_in(text, passages)
            genre = DRAMA if path.stem.startswith(DRAMA) else "conversations"
            total[genre, language] += 1
            for kind, score in scores(made, there).items():
                for key in (f"{genre} {kind}", f"{genre} {language} {kind}"):
                    sums = counts.setdefault(key, [0, 0, 0])
                    sums[:] = [a + b for a, b in zip(sums, score, strict=True)]
    found = {key: Score(*sums) for key, sums in sorted(counts.items()) if any(sums)}
    table(found)
    assert total.total() >= 20
    for kind, (precision, recall) in LEAST.items():
        score = found[f"conversations {kind}"]
        assert score.precision >= precision, kind
        assert score.recall >= recall, kind


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_marks_lie_in_their_passages(path: Path) -> None:
    """Whatever is marked lies within a passage."""
    for _, passages, there in marked(path):
        for each in there:
            assert any(p.start <= each.start and each.end <= p.end for p in passages)
