"""Tables of GFM, and the pictures that may stand in their cells."""

from newsclean.models.blocks import Cell, Figure, Image, Paragraph, Row, Table
from newsclean.renderers.markdown_marks import Labels, marked
from newsclean.renderers.markdown_text import escaped, target, with_edges


def picture(image: Image) -> str:
    """Render a picture without its caption.

    >>> picture(Image(src="/a.png", alt="A dam", title="Dam", link="/b"))
    '[![A dam](/a.png "Dam")](/b)'
    """
    # An alternative is no place for a line break.
    alt = escaped(image.alt, in_link=True).replace("\\\n", "&#10;")
    shown = f"![{alt}]({target(image.src, image.title)})"
    return shown if image.link is None else f"[{shown}]({target(image.link, None)})"


def is_grid(table: Table) -> bool:
    """Tell whether a table of GFM can hold the words of this one: no spans, one head, no cell of several blocks."""
    return all(row.part != "head" for row in table.rows[1:]) and all(
        cell.colspan == cell.rowspan == 1 and _is_simple(cell) for row in table.rows for cell in row.cells
    )


def _is_simple(cell: Cell) -> bool:
    match cell.blocks:
        case () | (Paragraph(),):
            return True
        case (Figure(caption=None, credit=None, images=images),):
            return all(image.caption is None and image.credit is None for image in images)
        case _:
            return False


def grid(table: Table, labels: Labels) -> str:
    """Render a table for which `is_grid` is true; rows that are short stay so, GFM fills them up."""
    width = max(len(row.cells) for row in table.rows)
    first = table.rows[0]
    headed = first.part == "head" or all(cell.header for cell in first.cells)
    names = [_cell(cell, labels) for cell in first.cells] if headed else []
    head = _line([*names, *[""] * (width - len(names))])
    lines = (_row(row, labels) for row in (table.rows[1:] if headed else table.rows))
    return "\n".join([head, _line(["---"] * width), *lines])


def _row(row: Row, labels: Labels) -> str:
    return _line([_cell(cell, labels) for cell in row.cells])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, labels: Labels) -> str:
    match cell.blocks:
        case (Paragraph() as words,):
            inside = marked(words, labels).replace("\\\n", "<br>")
        case (Figure(images=images),):
            inside = " ".join(map(picture, images))
        case _:
            return ""
    # GFM takes these backslashes away before it reads anything else, in code too.
    return with_edges(inside).replace("|", "\\|")
