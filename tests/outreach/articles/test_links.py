"""The secret link of a request: 256 bits, never kept, made again by the server's own key alone."""

from __future__ import annotations

import re
from types import SimpleNamespace

from outreach.articles import links
from outreach.security import hash_of

KEY = "0123456789abcdef" * 3


def kept(new: links.NewLink) -> SimpleNamespace:
    """What the database has of a link."""
    return SimpleNamespace(seed=new.seed, token_hash=new.token_hash)


def test_a_link_is_256_bits_of_its_own_and_only_its_hash_is_kept() -> None:
    made = [links.new(KEY) for _ in range(200)]
    assert len({one.token for one in made}) == len({one.seed for one in made}) == 200
    for one in made:
        assert re.fullmatch(r"[A-Za-z0-9_-]{43}", one.token)
        assert one.token_hash == hash_of(one.token)
        assert one.token not in (one.seed, one.token_hash)
        assert links.is_token(one.token)


def test_the_same_key_gives_the_link_again_and_no_other_does() -> None:
    new = links.new(KEY)
    assert links.token_of(kept(new), KEY) == new.token
    assert links.token_of(kept(new), KEY + "x") is None
    assert links.token_of(SimpleNamespace(seed="0" * 64, token_hash=new.token_hash), KEY) is None


def test_a_token_is_found_in_what_a_mail_program_took_for_the_address() -> None:
    token = links.new(KEY).token
    for behind in ("", ".", ")", ">", "/", "/yes", " ", "”", "%00", "\u00a0"):
        assert links.cut_out(token + behind) == token
    for wrong in ("", token[:-1], token + "A", token + "-.", "." + token):
        assert links.cut_out(wrong) is None


def test_what_has_not_the_shape_of_a_link_need_not_be_looked_up() -> None:
    token = links.new(KEY).token
    for wrong in ("", token[:-1], token + "A", token[:-1] + "=", token[:-1] + "é", " " * 43, token[:-1] + "\n"):
        assert not links.is_token(wrong)
