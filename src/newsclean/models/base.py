"""What all models share."""

from pydantic import BaseModel, ConfigDict

from newsclean.models.described import describe


class Model(BaseModel):
    """Frozen, strict about names, hashable where its fields are."""

    # defer_build: only the Article's validator is ever used, and it is built at its first use; that keeps
    # `import newsclean` close to the import of its dependencies (tests/test_import.py).
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, json_schema_extra=describe)
