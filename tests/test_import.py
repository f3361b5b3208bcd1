"""What `import newsclean` costs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"
HEAVY = (
    "newsclean.testing",
    "hypothesis",
    "charset_normalizer",
    "readability",
    "bleach",
    "nh3",
    "pyarrow",
    "html5lib",
    "email.utils",
    "multiprocessing",
    "concurrent.futures",
    "tqdm",
    "zstandard",
    "backports",
    "fastwarc",
    "pickle",
    "newsclean.batch",
    "newsclean.sources",
    "importlib.metadata",
)
MOST = 1.4
ROUNDS = 15


def run(code: str) -> str:
    """Run Python in a process of its own, without the coverage measurement that this one may be under."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, env=environment
    ).stdout.strip()


def cpu_seconds(statement: str) -> float:
    """Run a statement in a process of its own and give its CPU time."""
    code = f"import sys, time; sys.path.insert(0, {str(SOURCE)!r}); t = time.process_time(); {statement}; print(time.process_time() - t)"
    return float(run(code))


def test_nothing_heavy_is_loaded() -> None:
    """Sanitizers and extractors are imported on first use."""
    code = f"import sys; sys.path.insert(0, {str(SOURCE)!r}); import newsclean; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert run(code) == "[]"


@pytest.mark.timing
def test_import_time() -> None:
    """At most 1.4 times the import of lxml.etree, yaml and pydantic.BaseModel: best of interleaved rounds."""
    base, ours = [], []
    for _ in range(ROUNDS):
        base.append(cpu_seconds("import lxml.etree, yaml; from pydantic import BaseModel"))
        ours.append(cpu_seconds("import newsclean"))
    assert min(ours) <= MOST * min(base), f"{min(ours):.3f} s against {min(base):.3f} s"
