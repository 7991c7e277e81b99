"""What is common to many records: their people, and a corpus of them (`teiCorpus`)."""

from tei_encoder.corpus.members import Member, check_ids, member_of
from tei_encoder.corpus.merging import Merged, merge
from tei_encoder.corpus.people import Appearance, Person
from tei_encoder.corpus.personography import personography, read_personography
from tei_encoder.corpus.tei_corpus import corpus_of

__all__ = [
    "Appearance",
    "Member",
    "Merged",
    "Person",
    "check_ids",
    "corpus_of",
    "member_of",
    "merge",
    "personography",
    "read_personography",
]
