"""What several kinds of tests share: the folders, and tools that may be absent."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# Properties are about truth; what takes how long is for the benchmarks.
# CI decides what lands and always tries the same examples.
settings.register_profile("project", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "project")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`: rewrite expected results, for a person to review."""
    parser.addoption("--accept", action="store_true", help="rewrite expected results")
    parser.addoption("--reason", default="", help="why scores are accepted")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave the slow tests out unless they are asked for with `-m`."""
    if config.getoption("-m"):
        return
    chosen = [item for item in items if "slow" not in item.keywords]
    left = [item for item in items if "slow" in item.keywords]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = chosen


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def seed() -> Path:
    """Give the seed text, as received."""
    return ROOT / "seeds" / "hoxha-baek-1966-09-07.txt"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of third-party test data, or skip."""
    name = os.environ.get("TEI_ENCODER_SHARED")
    if not name or not Path(name).is_dir():
        pytest.skip("TEI_ENCODER_SHARED names no folder")
    return Path(name)


@pytest.fixture(scope="session")
def tei_all(shared: Path) -> Path:
    """Give the TEI Consortium's schema that we test against."""
    return shared / "schemas" / "tei_all-4.12.0.rng"


@pytest.fixture(scope="session")
def jing() -> str:
    """Give the command `jing`, or skip; in CI it must be there."""
    command = shutil.which("jing")
    if command is None:
        if os.environ.get("CI"):
            pytest.fail("jing is missing: apt-get install jing")
        pytest.skip("jing is not installed (Debian package jing)")
    return command
