"""What every test may use: the shipped definitions, loaded once, with one more condition beside them.

What is saved here is the processor's time alone, a third of it: nothing that a test sees is another.
"""

import gc
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, settings
from studies import BESIDE_ANOTHER

from criteria import yaml_file
from criteria.catalogue import Catalogue

settings.register_profile(
    "the same each time",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
settings.load_profile("the same each time")

yaml_file._root = lru_cache(maxsize=1024)(yaml_file._root)  # noqa: SLF001 - for tests only
"""The same files are read hundreds of times, each but for one line that a test has changed in one of them."""


def pytest_collection_finish() -> None:
    """Look no more for garbage among what stays: modules, definitions, the tests themselves; and look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """Beside another condition, so that a test says which one it means."""
    return BESIDE_ANOTHER
