"""The application in memory: many at once, and what goes wrong inside."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from shelf import Shelf

from tei_encoder.errors import OutputError
from tei_encoder.serve.item import Item
from tei_encoder.serve.site import Site

testclient = pytest.importorskip("starlette.testclient", reason="extra serve")


def client(shelf: Shelf) -> "testclient.TestClient":
    """Give a client of the application itself."""
    from tei_encoder.serve.application import application  # noqa: PLC0415 - optional

    return testclient.TestClient(application(Site(shelf.repository)))


def test_many_at_once(shelf: Shelf) -> None:
    """Requests beside each other and a survey are answered as they are alone."""
    for number in range(40):
        shelf.put(f"r{number:02}", genre="Minutes")
    shelf.library.survey()
    asked = client(shelf)
    paths = [
        "/dts/collection/?id=genre:minutes",
        "/dts/navigation/?resource=r07&down=1",
        "/dts/document/?resource=r07&ref=r07.u1",
    ]
    alone = [asked.get(path).content for path in paths]
    with ThreadPoolExecutor(8) as pool:
        surveys = [pool.submit(shelf.library.survey) for _ in range(4)]
        answers = list(pool.map(lambda path: asked.get(path).content, paths * 20))
        assert all(found.result() is None for found in surveys)

    assert alone * 20 == answers


def test_a_failure_is_told_and_survived(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client hears that the server failed, its owner hears why."""
    shelf.put("a")
    shelf.library.survey()
    asked = client(shelf)

    def fail(identifier: str) -> Item:
        raise OutputError(f"cannot keep the index of {identifier}", place="x.db")

    def break_down(identifier: str) -> Item:
        raise KeyError(identifier)

    for broken in (fail, break_down):
        monkeypatch.setattr(shelf.register, "item", broken)
        answer = asked.get("/dts/document/?resource=a")
        assert (500, "the server failed; its log says why\n") == (
            answer.status_code,
            answer.text,
        )
    monkeypatch.undo()

    assert 200 == asked.get("/dts/document/?resource=a").status_code
    assert ["cannot keep the index of a", "a defect of tei-encoder: KeyError: 'a'"] == [
        error.message for error in shelf.said
    ]


def test_files_that_change_all_the_time(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder does not come to rest, the client is asked for patience."""
    path = shelf.put("a")
    shelf.library.survey()
    asked = client(shelf)
    monkeypatch.setattr(shelf.library, "survey", lambda: None)
    path.write_text("<TEI", "utf-8")
    answer = asked.get("/oai?verb=ListRecords&metadataPrefix=tei")

    assert (503, "5") == (answer.status_code, answer.headers["retry-after"])
