import pytest

from research.hosts import host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Larkspur.example/x?y#z", "larkspur.example"),
        ("larkspur.example", "larkspur.example"),
        ("//larkspur.example./news", "larkspur.example"),
        ("https://news.larkspur.example:8443/", "news.larkspur.example"),
        ("https://[bad", ""),
        ("", ""),
        ("/news/2026", ""),
    ],
)
def test_the_host_of_an_address(address, host):
    assert host_of(address) == host
