"""What every test may use: the shipped definitions, loaded once."""

import pytest
from hypothesis import HealthCheck, settings

from criteria.catalogue import Catalogue, load

settings.register_profile(
    "shared machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared machine")


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return load()
