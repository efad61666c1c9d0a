"""Sessions of coordinators: they end, and can be taken back."""

from datetime import timedelta
from pathlib import Path

from coordinators_world import SECRET, TODAY, Front, front, settings
from test_coordinators_door import everything, let_in

from bot.app import open_funnel
from bot.demonstration import Clock
from bot.funnel import links
from criteria.catalogue import Catalogue

pytest_plugins = ["coordinators_fixtures"]


async def test_a_session_ends_after_twelve_hours_however_busy_it_was(empty: Front) -> None:
    await empty.sign_in()
    for _ in range(12 * 4 - 1):
        empty.clock.at += timedelta(minutes=15)
        assert await let_in(empty) == 200
    empty.clock.at += timedelta(minutes=15)
    assert await let_in(empty) == 403


async def test_a_session_ends_for_good_after_half_an_hour_without_a_page(empty: Front) -> None:
    await empty.sign_in()
    empty.clock.at += timedelta(minutes=29)
    assert await let_in(empty) == 200
    empty.clock.at += timedelta(minutes=29)
    assert await let_in(empty) == 200
    empty.clock.at += timedelta(minutes=30)
    assert await let_in(empty) == 403
    empty.clock.at -= timedelta(minutes=30)
    assert await let_in(empty) == 403, "a clock put back does not wake it"


async def test_signing_out_ends_the_session_wherever_its_cookie_is(empty: Front) -> None:
    await empty.sign_in()
    copied = dict(empty.client.cookies)
    assert (await empty.client.post("/coordinators/leave")).status_code == 200
    assert "coordinator" not in empty.client.cookies
    assert await let_in(empty, copied) == 403


async def test_signing_in_again_ends_the_session_before(empty: Front) -> None:
    await empty.sign_in()
    before = dict(empty.client.cookies)
    await empty.sign_in()
    assert await let_in(empty, before) == 403
    assert await let_in(empty) == 200


async def test_everything_can_be_taken_back(empty: Front) -> None:
    await empty.sign_in()
    waiting = await empty.link()
    assert await empty.service.revoke() == links.Revoked(links=1, sessions=1)
    assert await let_in(empty) == 403
    assert (await empty.client.post(waiting)).status_code == 403


async def test_a_new_key_ends_sessions_and_links_of_before_even_with_the_old_one_behind_it(
    shipped: Catalogue, tmp_path: Path
) -> None:
    before = front(shipped, tmp_path)
    await before.sign_in()
    cookies, waiting = dict(before.client.cookies), await before.link()
    await before.service.close()
    new = open_funnel(settings(tmp_path), shipped, [b"another secret, as long as that one", SECRET], now=lambda: TODAY)
    after = Front(new, shipped, Clock(TODAY))
    assert await let_in(after, cookies) == 403
    assert (await after.client.post(waiting)).status_code == 403
    await after.sign_in()
    assert await let_in(after) == 200
    await new.close()


async def test_the_demonstration_and_the_real_pages_share_neither_link_nor_cookie(
    shipped: Catalogue, tmp_path: Path
) -> None:
    real = front(shipped, tmp_path)
    invented = open_funnel(settings(tmp_path), shipped, [SECRET], demonstration=True, now=lambda: TODAY)
    shown = Front(invented, shipped, Clock(TODAY), demonstration=True)
    await real.sign_in()
    await shown.sign_in()
    assert set(real.client.cookies) == {"coordinator"}
    assert set(shown.client.cookies) == {"coordinator-demonstration"}
    for here, there in ((real, shown), (shown, real)):
        assert (await there.client.post(await here.link())).status_code == 403
        (secret,) = here.client.cookies.values()
        (name,) = there.client.cookies
        assert await let_in(there, {name: secret}) == 403
    for one in (real.service, invented):
        await one.close()


async def test_the_database_holds_no_secret_of_a_session(empty: Front, tmp_path: Path) -> None:
    await empty.sign_in()
    assert empty.client.cookies["coordinator"].encode() not in everything(tmp_path)
