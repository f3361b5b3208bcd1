"""Headers that cannot be read as they are: where they end, and what each of their parts says nevertheless.

A header is read in parts, a key and what belongs to it each, so that one bad line does not touch the others, and each part is
read a bounded number of times: as it is, repaired, as text.
"""

from newsclean.errors import FrontMatterError
from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers.collected import Collected
from newsclean.readers.endings import begins_like_a_header, end_of, html_line, lines_of
from newsclean.readers.fences import Cut
from newsclean.readers.front_matter import FrontMatter, read_cut, too_long
from newsclean.readers.places import Places
from newsclean.readers.scalars import check_size


def repair(text: str, cut: Cut, options: Options, error: FrontMatterError | None) -> FrontMatter:
    """Read a header that `read_cut` refuses, with a note for each thing that is not as it should be.

    Args:
        text: The whole post.
        cut: Where the header seems to stand.
        options: The limits on its size.
        error: What `read_cut` raised, unless the header is too long to be read.
    Raises:
        LimitError: It holds more than the options allow.
    """
    places = Places(text)
    found = Collected(places, options)
    if cut.fault is not None:
        end = end_of(text, cut, options.max_header_chars)
        is_header = end is not None
    else:
        is_header = begins_like_a_header(text, cut)
        end = html_line(text, cut) if is_header else None
    if not is_header:
        return _body(text, cut, places)
    if end is not None:
        line = text[end:].partition("\n")[0]
        found.note("header-repaired:closing", end + len(line) - len(line.lstrip()), line.strip())
        cut = Cut(cut.format, cut.start, end, end)
    if cut.end - cut.start > options.max_header_chars:
        raise too_long(cut.end - cut.start, places.of(cut.start)[0], options)
    if found.notes:
        try:
            read = read_cut(text, cut, options)
        except FrontMatterError:
            pass
        else:
            return read._replace(notes=[*found.notes, *read.notes])
    _read_parts(text, cut, found)
    if error is not None and not any(note.code.startswith("header-") for note in found.notes):
        # Each part can be read, but not all of them together: keys stand at different depths.
        found.note("header-repaired:layout", *_place(text, error))
    check_size(found.values, options, places.of(cut.start)[0])
    return FrontMatter(found.values, found.in_order(), cut)


def _place(text: str, error: FrontMatterError) -> tuple[int, str]:
    """Give the offset of an error and the line that it is in."""
    at = sum(len(line) + 1 for line in text.split("\n", error.line)[: error.line - 1])
    return at + (error.column or 1) - 1, text[at:].partition("\n")[0].strip()


def _body(text: str, cut: Cut, places: Places) -> FrontMatter:
    """Take all for the body: what opens like a header may be a rule above a text."""
    at = cut.start if cut.format == "json" else max(cut.start - 1, 0)
    line, _ = places.of(at)
    opening = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()
    return FrontMatter({}, [Note(code="header-as-body", line=line, column=1, text=opening)], Cut("yaml", 0, 0, 0))


def _read_parts(text: str, cut: Cut, found: Collected) -> None:
    """Read a header in parts, by the reader of its format."""
    lines = list(lines_of(text, cut.start, cut.end))
    if cut.format == "yaml":
        from newsclean.readers.yaml_parts import read_yaml_parts as read_parts
    elif cut.format == "toml":
        from newsclean.readers.toml_parts import read_toml_parts as read_parts
    else:
        from newsclean.readers.json_parts import read_json_parts as read_parts
    read_parts(lines, found)
