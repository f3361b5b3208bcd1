"""The house keeps its plan: imports point down, files and functions are small, nothing editable at module level."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsclean

SOURCE = Path(newsclean.__file__).parent
# docs/architecture.md; a module stands in the layer of the longest prefix that fits.
LAYERS = {
    "__main__": 7,
    "__init__": 7,
    "cli": 6,
    "api": 5,
    "parsing": 4,
    "pages": 4,
    "assembly": 4,
    "plugins": 4,
    "sanitizing": 4,
    "fragments": 4,
    "batch": 4,
    "sources": 3,
    "readers": 3,
    "extractors": 3,
    "renderers": 3,
    "sanitizers": 3,
    "walk": 2,
    "rules": 2,
    "providers": 0,
    "dom": 1,
    "flatten": 1,
    "models": 0,
    "charsets": 0,
    "testing": 6,
    "habits": 0,
    "options": 0,
    "batch_options": 0,
    "policy": 0,
    "urls": 0,
    "srcset": 0,
    "same_file": 0,
    "ledger": 0,
    "markup": 0,
    "errors": 0,
    "entry_points": 0,
}
# One-line methods of the Article, with their import inside.
EXCEPTIONS = {
    ("models.article", f"renderers.{name}")
    for name in (
        "html",
        "html_document",
        "markdown",
        "text",
        "post",
        "jsonld",
        "ninjs",
        "chunks",
        "named",
        "choices",
        "html_frames",
    )
}
HEAVY = {
    "bleach": {"sanitizers.bleach"},
    "lxml": {"dom", "flatten"},
    "yaml": {"readers.yaml_events"},
    "readability": {"extractors.readability"},
    "nh3": {"sanitizers.nh3"},
    "hypothesis": {
        "testing",
        "testing.body_strategies",
        "testing.header_strategies",
        "testing.post_strategies",
        "testing.article_strategies",
    },
    "charset_normalizer": {"readers.guessing"},
    "multiprocessing": {"batch.crew", "batch.worker"},
    "tqdm": {"batch.progress"},
    "backports": {"sources.streams"},
    "compression": {"sources.streams"},
    "fastwarc": {"sources.archives"},
}
MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Give the dotted name inside the package."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imports(path: Path) -> Iterator[str]:
    """Give every module that a file imports, at any depth in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = str(node.module)
            yield from (f"{module}.{alias.name}" for alias in node.names)


def layer(name: str) -> int:
    """Give the layer of a module."""
    return LAYERS[name.partition(".")[0]]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    """To the same layer or a lower one; heavy packages only where they belong."""
    name = name_of(path)
    for module in imports(path):
        first, _, rest = module.partition(".")
        if first == "newsclean" and rest and rest.split(".")[0] in LAYERS:
            allowed = layer(rest) <= layer(name) or (name, ".".join(rest.split(".")[:2])) in EXCEPTIONS
            assert allowed, f"{name} (layer {layer(name)}) imports {rest} (layer {layer(rest)})"
        if first in HEAVY:
            assert name in HEAVY[first], f"{name} imports {first}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_are_small(path: Path) -> None:
    """Files under 300 lines, functions under 40, at most 5 parameters."""
    text = path.read_text("utf-8")
    assert text.count("\n") < 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            first = node.body[0]
            start = first.end_lineno if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else node.lineno
            assert start is not None
            assert node.end_lineno - start < 40, node.name
            parameters = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
            assert len([parameter for parameter in parameters if parameter not in {"self", "cls"}]) <= 5, node.name
            assert node.args.kwarg is None, node.name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_hold_nothing_to_edit(path: Path) -> None:
    """No list, dict or set at module level but `__all__`; tables are tuples, frozensets and read-only mappings."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            editable = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
            assert names == ["__all__"] or not isinstance(node.value, editable), names


def test_all_names_what_is_public() -> None:
    """`__all__` is sorted, complete and importable."""
    public = {name for name, value in vars(newsclean).items() if not name.startswith("_") and not isinstance(value, type(ast))}
    assert set(newsclean.__all__) == public
    assert newsclean.__all__ == sorted(newsclean.__all__)
