"""Alphabetical order by language."""

import pytest

from drafter.app.collation import in_order


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ("Albania", "Côte d’Ivoire", "Croatia", "Türkiye", "Turkmenistan")),
        ("fr", ("Albanie", "Égypte", "Émirats arabes unis", "Espagne", "Zambie")),
        ("es", ("Afganistán", "Níger", "Nigeria", "Omán")),
        ("ru", ("Австралия", "Албания", "Япония")),
        ("ar", ("إثيوبيا", "الأردن", "بلجيكا", "هولندا")),
        ("zh", ("阿富汗", "巴西", "法国", "中国")),
    ],
)
def test_names_follow_the_order_of_the_language(code: str, names: tuple[str, ...]) -> None:
    assert in_order(reversed(names), code) == names
