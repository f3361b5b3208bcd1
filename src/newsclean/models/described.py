"""The JSON Schema of the models: each field with its docstring, and what the schema says of itself.

Docstrings of fields are in the source only. They are read when a schema is asked for: pydantic would read them when each class
is made, which takes longer than all the rest of `import newsclean`.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode


def describe(schema: dict[str, Any], model: type) -> None:
    """Give each property of a model its docstring as its description; called by pydantic for each model of a schema.

    Where the source is not at hand, as in some frozen programs, there are none.
    """
    for cls in reversed(model.__mro__):
        for name, words in _docstrings(cls.__module__).get(cls.__qualname__, ()):
            if name in schema.get("properties", {}):
                schema["properties"][name]["description"] = words


@lru_cache(maxsize=64)
def _docstrings(module: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give the docstrings of the fields of each class of a module; source does not change."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (OSError, TypeError, KeyError):
        return MappingProxyType({})
    return MappingProxyType({node.name: tuple(_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)})


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, after in pairwise(node.body):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, " ".join(words.split())
            case _:
                pass


class SelfDescribing(GenerateJsonSchema):
    """Writes a schema that says which standard it follows and which format it is of.

    Sources: JSON Schema 2020-12, 8.1.1 "The $schema keyword", 8.2.1 "The $id keyword".
    """

    def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> dict[str, Any]:  # noqa: ANN401 - a schema of pydantic's core
        """Do what pydantic does, and name what it is the schema of."""
        written = super().generate(schema, mode)
        version = written.get("properties", {}).get("schema_version", {}).get("const")
        named = {} if version is None else {"$id": f"urn:newsclean:article:{version}"}
        return {"$schema": self.schema_dialect, **named, **written}
