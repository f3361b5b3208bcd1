"""Fixtures: a folder per case with `input.*` and `expected.json`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclean import Article

FIXTURES = Path(__file__).parent / "fixtures"
# Relative URLs of fixtures resolve against this where the file name asks for it: `input.url.md`.
URL = "https://example.org/news/post/"


@dataclass(frozen=True)
class Case:
    """One folder."""

    folder: Path

    def __str__(self) -> str:
        """The slug."""
        return self.folder.name

    @property
    def input(self) -> Path:
        """The one `input.*` file."""
        (found,) = self.folder.glob("input.*")
        return found

    @property
    def source(self) -> bytes:
        """The post, as bytes: line ends and byte order marks are part of some cases."""
        return self.input.read_bytes()

    @property
    def url(self) -> str | None:
        """The address of the post, where the case has one."""
        return URL if ".url." in self.input.name else None

    @property
    def expectation(self) -> Path:
        """The file of the reviewed article."""
        return self.folder / "expected.json"

    @property
    def expected(self) -> Any:  # noqa: ANN401 - JSON
        """The reviewed article."""
        return json.loads(self.expectation.read_text("utf-8"))


def cases(kind: str) -> list[Case]:
    """Give the cases of a kind by slug."""
    return [Case(folder) for folder in sorted((FIXTURES / kind).iterdir()) if folder.is_dir()]


def dump(article: Article) -> Any:  # noqa: ANN401 - JSON
    """Give an article as its expectation stores it: without fields that say nothing, for the reviewer's eyes."""
    return _without_empty(article.model_dump(mode="json", exclude_none=True))


def _without_empty(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {
            key: _without_empty(part) for key, part in value.items() if not (key in {"candidates", "evidence"} and part == [])
        }
    return [_without_empty(part) for part in value] if isinstance(value, list) else value
