"""A language model is asked once, in its shape, within limits; whatever it answers instead is said in words."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from outreach.model.endpoint import MOST_BYTES, Endpoint, NotAnswered
from tests.outreach.fake_model import FakeModel, fake_model

SHAPES = ("openai", "anthropic")


@pytest.fixture
def model(loopback: str) -> Iterator[FakeModel]:
    del loopback
    with fake_model() as running:
        yield running


def endpoint(model: FakeModel, shape: str = "openai", **named) -> Endpoint:
    return Endpoint(model.url, shape, "some-model", **{"key": "hidden-key", "nearby": True, "seconds": 5.0, **named})


def problem_of(model: FakeModel, shape: str = "openai", **named) -> str:
    with pytest.raises(NotAnswered) as told:
        endpoint(model, shape, **named).ask("Do this.", "{}")
    assert "hidden-key" not in str(told.value)
    return str(told.value)


@pytest.mark.parametrize("shape", SHAPES)
def test_its_words_come_back_as_they_are(model, shape):
    model.says("Thé answer 😀")
    assert endpoint(model, shape).ask("Do this.", '{"n": "é"}') == "Thé answer 😀"
    (asked,) = model.asked
    assert (asked.instructions, asked.data, asked.body["model"]) == ("Do this.", '{"n": "é"}', "some-model")


def test_each_shape_has_its_address_and_its_way_to_show_the_key(model):
    for shape in SHAPES:
        endpoint(model, shape).ask("Do this.", "{}")
    openai, anthropic = model.asked
    assert (openai.path, openai.headers["Authorization"]) == ("/v1/chat/completions", "Bearer hidden-key")
    assert (anthropic.path, anthropic.headers["x-api-key"]) == ("/v1/messages", "hidden-key")
    assert anthropic.headers["anthropic-version"] == "2023-06-01"
    assert "Authorization" not in anthropic.headers
    assert [one["role"] for one in anthropic.body["messages"]] == ["user"]


def test_without_a_key_none_is_sent(model):
    endpoint(model, key="").ask("Do this.", "{}")
    assert "Authorization" not in model.asked[0].headers


def test_a_key_is_not_printed():
    assert "hidden" not in repr(Endpoint("https://m.example.org/v1", "openai", "some-model", key="hidden"))


def test_a_slash_at_the_end_of_the_address_changes_nothing(model):
    model.url += "/"
    endpoint(model).ask("Do this.", "{}")
    assert model.asked[0].path == "/v1/chat/completions"


def test_the_usual_name_of_this_machine_is_taken_where_it_may_be_nearby(model):
    model.url = model.url.replace("127.0.0.1", "localhost")
    assert endpoint(model).ask("Do this.", "{}")


# --- what is not asked ----------------------------------------------------------------------------------------------


def test_this_machine_is_not_asked_unless_the_settings_say_so(model):
    problem_of(model, nearby=False)
    model.url = model.url.replace("127.0.0.1", "localhost")
    problem_of(model, nearby=False)
    assert model.asked == []


@pytest.mark.parametrize("host", ["10.0.0.7", "169.254.169.254", "192.168.1.1", "[fd00::1]", "metadata.internal"])
def test_no_other_machine_nearby_is_ever_asked(host):
    with pytest.raises(NotAnswered, match="gave no answer"):
        Endpoint(f"https://{host}/v1", "openai", "some-model", nearby=True).ask("Do this.", "{}")


@pytest.mark.parametrize(
    ("url", "nearby", "is_here"),
    [
        ("http://127.0.0.1:8080/v1", True, True),
        ("http://localhost:8080/v1", True, True),
        ("https://m.example.org/v1", True, False),
        ("http://127.0.0.1:8080/v1", False, False),
    ],
)
def test_it_says_whether_it_runs_on_this_machine(url, nearby, is_here):
    assert Endpoint(url, "openai", "some-model", nearby=nearby).is_here is is_here


# --- answers that are none ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "does not take the key"),
        (403, "does not take the key"),
        (404, "knows no such model"),
        (400, "did not take the question (400)"),
        (500, "has a fault of its own (500)"),
        (503, "has a fault of its own (503)"),
        (204, "did not take the question (204)"),
    ],
)
def test_a_refusal_is_said_in_words_and_nothing_of_the_server_s_own_is_shown(model, status, words):
    model.answers(status, b"" if status == 204 else b"<script>internal hidden-key</script>")
    told = problem_of(model)
    assert words in told
    assert "script" not in told


def test_too_many_questions_say_when_to_try_again(model):
    model.answers(429, b"", {"Retry-After": "7"})
    assert "Try again in 7 seconds." in problem_of(model)
    model.answers(429, b"slow down")
    assert "Try again in a few minutes." in problem_of(model)
    assert len(model.asked) == 2, "nothing is tried again by itself"


def test_a_redirect_is_not_followed(model):
    model.answers(307, b"", {"Location": model.url + "/elsewhere"})
    assert "was not followed" in problem_of(model)
    assert len(model.asked) == 1


def test_an_answer_that_drips_ends_with_the_whole_time(model):
    model.answers(200, b" " * 100_000)
    model.drips = True
    assert "did not answer within 0.3 s" in problem_of(model, seconds=0.3)


def test_an_answer_of_ten_megabytes_is_not_read(model):
    model.answers(200, b" " * 10 * MOST_BYTES)
    assert "larger than 1 MB" in problem_of(model)


@pytest.mark.parametrize("body", [b"", b"not json", b"\xff\xfe", b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"])
def test_what_is_no_json_is_said(model, body):
    model.answers(200, body)
    assert "could not be read" in problem_of(model)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "told",
    [
        None, 7, "text", [], {}, {"choices": []}, {"choices": [None]}, {"choices": [{"message": {"content": None}}]},
        {"choices": [{"message": {"content": ["a"]}}]}, {"content": "text"}, {"content": [7]},
        {"content": [{"type": "text", "text": 7}]}, {"content": [{"type": "text", "text": "  "}]},
    ],
)  # fmt: skip
def test_an_answer_of_another_shape_is_no_answer(model, shape, told):
    model.answers(200, json.dumps(told).encode())
    assert "answered nothing" in problem_of(model, shape)


@pytest.mark.parametrize(("shape", "stops"), [("openai", "length"), ("anthropic", "max_tokens")])
def test_half_an_answer_is_not_used(model, shape, stops):
    model.says('{"sentences": [', stops=stops)
    assert "broke off in the middle" in problem_of(model, shape)
