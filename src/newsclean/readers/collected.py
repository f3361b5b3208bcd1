"""What the parts of a broken header say, put together, with notes about each thing that was done to them."""

from typing import Any

from newsclean.ledger import Note
from newsclean.options import Options
from newsclean.readers.entries import Repair
from newsclean.readers.places import Places
from newsclean.readers.scalars import overridden


class Collected:
    """Values and notes, in the making."""

    def __init__(self, places: Places, options: Options) -> None:
        """Begin with none; `places` are those of the whole source."""
        self.places, self.options = places, options
        self.values: dict[str, Any] = {}
        self.notes: list[Note] = []

    def put(self, key: str, value: Any, at: int, table: dict[str, Any] | None = None) -> None:  # noqa: ANN401 - any value
        """Keep the value of a key that stands at an offset; of two the last one wins, with a note."""
        table = self.values if table is None else table
        if key in table:
            self.note("duplicate-key", at, overridden(key, table[key]))
        table[key] = value

    def merge(self, values: dict[str, Any], at: int, table: dict[str, Any]) -> None:
        """Put values into a table; of tables of one name those of the second are put into the first."""
        for key, value in values.items():
            before = table.get(key)
            if isinstance(before, dict) and isinstance(value, dict):
                self.merge(value, at, before)
            else:
                self.put(key, value, at, table)

    def note(self, code: str, at: int, text: str) -> None:
        """Say what was found at an offset."""
        line, column = self.places.of(at)
        self.notes.append(Note(code=code, line=line, column=column, text=text))

    def repaired(self, repair: Repair) -> None:
        """Say what was done to a value; a line that has no value is only quoted."""
        self.note(f"header-repaired:{repair.kind}" if repair.kind else "header-unread", repair.at, repair.text)

    def in_order(self) -> list[Note]:
        """Give the notes by their place."""
        return sorted(self.notes, key=lambda note: (note.line or 0, note.column or 0))
