"""What the documentation says is true."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name)
def test_examples_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every `>>>` example gives what is printed under it."""
    monkeypatch.chdir(ROOT)
    text = path.read_text("utf-8")
    result = doctest.testfile(str(path), module_relative=False)
    assert result.failed == 0
    assert result.attempted == len(re.findall(r"^>>> ", text, re.MULTILINE))


def test_the_example_post_is_the_one_shown() -> None:
    """The "before" of the README is the file that its "after" reads."""
    shown = re.search(r"```html\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    assert shown[1] == (ROOT / "examples" / "dam.md").read_text("utf-8")


def test_ci_runs_the_command_of_the_readme() -> None:
    """To the letter."""
    commands = re.findall(r"```sh\n(.*?)\n```", (ROOT / "README.md").read_text("utf-8"))
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text("utf-8").split("\n")


def test_changelog_fragments_have_a_kind() -> None:
    """`<slug>.<kind>.md`."""
    for path in (ROOT / "changelog.d").iterdir():
        assert path.name == "README.md" or re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed)\.md", path.name)
        assert path.read_text("utf-8").endswith("\n")
