"""The header of a post as values: read as it stands, else repaired or refused, as the options say."""

from typing import Any, NamedTuple

from newsclean.errors import FrontMatterError, LimitError
from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers.fences import Cut, find_header
from newsclean.readers.yaml_lines import read_lines


class FrontMatter(NamedTuple):
    """A header, read."""

    values: dict[str, Any]
    notes: list[Note]
    cut: Cut
    """Where it stands; a body alone begins at 0."""


def read_front_matter(text: str, options: Options) -> FrontMatter | None:
    r"""Read the header of a post, or give None if it has none.

    >>> read_front_matter("---\ntitle: Dam: it opens\n---\n<p>Water flows.</p>", Options()).values
    {'title': 'Dam: it opens'}

    Args:
        text: The whole post, lines ended by line feeds.
        options: Whether to repair, and how large a header may be.
    Raises:
        FrontMatterError: The options are strict, and it is not closed, is malformed, or is not a mapping.
        LimitError: It holds more than the options allow.
    """
    cut = find_header(text, options)
    if cut is None:
        return None
    header = text[cut.start : cut.end]
    if cut.format == "yaml" and cut.fault is None and len(header) <= options.max_header_chars:
        simple = read_lines(header)
        if simple is not None:
            return _sized(FrontMatter(simple, [], cut), text, options)
    from newsclean.readers.stand_ins import Twice, carried

    safe = carried(text, cut.start, cut.end if cut.fault is None else len(text))
    found = _read(safe.text, text, cut, options)
    if safe.text is not text or "\\" in header:
        notes = [note.model_copy(update={"text": safe.text_of(note.text)}) for note in found.notes]
        twice: list[Twice] = []
        values = safe.restored(found.values, twice)
        if twice:
            notes += safe.doubled(twice, found.cut.start, found.cut.end)
        # Of a header that no line closes the end is only known now; what is not its own is the body's to note.
        lost = safe.replaced(text, found.cut.start, found.cut.end) if safe.text is not text else []
        return FrontMatter(values, [*lost, *notes], found.cut)
    return found


def _read(text: str, source: str, cut: Cut, options: Options) -> FrontMatter:
    """Read a header in which stand-ins are where the source has characters that no format allows."""
    fault: FrontMatterError | None = None
    try:
        # What is too long may still be no header.
        if cut.end - cut.start <= options.max_header_chars or options.front_matter == "strict":
            return read_cut(text, cut, options)
    except FrontMatterError as error:
        if options.front_matter == "strict":
            line = source.split("\n", error.line)[error.line - 1]
            raise FrontMatterError(error.problem, line=error.line, column=error.column, excerpt=line) from error.__cause__
        fault = error
    from newsclean.readers.repair import repair  # of all headers, few are broken

    return repair(text, cut, options, fault)


def read_cut(text: str, cut: Cut, options: Options) -> FrontMatter:
    """Read the header that stands at a place of the text.

    Raises:
        FrontMatterError: It is not closed, is malformed, or is not a mapping.
        LimitError: It holds more than the options allow.
    """
    if cut.fault is not None:
        raise cut.fault
    size = cut.end - cut.start
    before = text.count("\n", 0, cut.start)
    if size > options.max_header_chars:
        raise too_long(size, before + 1, options)
    values, notes = _values(text, cut, before, options)
    if values is None:
        values = {}
    if not isinstance(values, dict):
        kind = "list" if isinstance(values, list) else "scalar"
        msg = f"the header is a {kind}, not a mapping of keys"
        raise FrontMatterError(msg, line=before + 1, column=1)
    return _sized(FrontMatter(values, notes, cut), text, options)


def _sized(found: FrontMatter, text: str, options: Options) -> FrontMatter:
    """Refuse a header with more values, or longer ones, than the options allow."""
    size = found.cut.end - found.cut.start
    # A value takes two characters at least. Depth is counted by the readers, but for the line reader, which knows two levels.
    if size > options.max_scalar_chars or size > 2 * options.max_header_values or options.max_header_depth == 1:
        from newsclean.readers.scalars import check_size

        check_size(found.values, options, text.count("\n", 0, found.cut.start) + 1)
    return found


def too_long(size: int, line: int, options: Options) -> LimitError:
    """Say that a header has too many code points."""
    msg = f"the header has {size} code points"
    return LimitError(msg, option="max_header_chars", allowed=options.max_header_chars, line=line)


def _values(text: str, cut: Cut, before: int, options: Options) -> tuple[Any, list[Note]]:
    """Read a header; the reader of each format is loaded for the first header that needs it."""
    header = text[cut.start : cut.end]
    if cut.format == "yaml":
        from newsclean.readers.yaml_events import read_yaml

        return read_yaml(header, line_offset=before, options=options)
    if cut.format == "toml":
        from newsclean.readers.toml_header import read_toml

        return read_toml(header, line_offset=before, options=options), []
    from newsclean.readers.json_header import read_json, read_json_lines

    if cut.format == "json-lines":
        return read_json_lines(header, line_offset=before, options=options)
    return read_json(header, line_offset=before, column_offset=cut.start - text.rfind("\n", 0, cut.start) - 1)
