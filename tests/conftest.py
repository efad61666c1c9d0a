"""What every test may use: the shipped definitions, loaded once, with one more condition beside them."""

import pytest
from hypothesis import HealthCheck, settings
from studies import BESIDE_ANOTHER

from criteria.catalogue import Catalogue

settings.register_profile(
    "shared machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared machine")


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """Beside another condition, so that a test says which one it means."""
    return BESIDE_ANOTHER
