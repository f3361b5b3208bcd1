"""Validators for the JSON of other systems, over `schemas/`, with formats checked by what the standards say and no more."""

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

FORMATS = FormatChecker(formats=())
# RFC 3986, appendix A: every sign is reserved, unreserved or the head of two hexadecimal digits.
SIGN = r"(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
AUTHORITY = r"//(?:[^@/?#]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^:@/?#\[\]]*)(?::[0-9]*)?(?=[/?#]|$)"
PATH = re.compile(rf"{SIGN}*(?:#{SIGN}*)?")
FIRST_SEGMENT = re.compile(r"[^:/?#]*(?:[/?#]|$)")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})")


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """Tell whether a string is an absolute address."""
    if not isinstance(value, str):
        return True
    scheme = SCHEME.match(value)
    return scheme is not None and _is_reference(value[scheme.end() :])


@FORMATS.checks("uri-reference")
def is_uri_reference(value: object) -> bool:
    """Tell whether a string is an address, absolute or not."""
    return not isinstance(value, str) or is_uri(value) or (FIRST_SEGMENT.match(value) is not None and _is_reference(value))


def _is_reference(value: str) -> bool:
    authority = re.match(AUTHORITY, value)
    rest = value[authority.end() :] if authority else value
    signs = re.fullmatch(rf"{SIGN}*", authority[0].replace("[", "").replace("]", "")) if authority else True
    return bool(signs) and (authority is not None or not value.startswith("//")) and bool(PATH.fullmatch(rest))


@FORMATS.checks("date-time")
def is_moment(value: object) -> bool:
    """Tell whether a string is a date as RFC 3339 writes it."""
    if not isinstance(value, str):
        return True
    return MOMENT.fullmatch(value) is not None and datetime.fromisoformat(value).tzinfo is not None


@cache
def validator(name: str) -> Draft202012Validator:
    """Give the validator of one schema."""
    schema = json.loads((Path(__file__).parent / "schemas" / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FORMATS)


def faults(name: str, value: Any) -> list[str]:  # noqa: ANN401 - JSON
    """Give what is wrong with a value, each fault with its place."""
    return [f"{fault.json_path}: {fault.message}" for fault in validator(name).iter_errors(value)]
