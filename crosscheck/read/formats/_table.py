"""Tables as lines of text: a row a line, its label before its values, so that figures keep what they count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MAX_CELL = 200  # characters: a longer cell holds prose, and its table is there for the layout


def table_lines(rows: Iterable[Sequence[str]]) -> list[str]:
    """A line a row, "Workers: 48"; with a head, "Leeds: killed 12, injured 4"; of a layout, a line a cell."""
    filled = [[" ".join(cell.split()) for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    if any(len(cell) > MAX_CELL for row in filled for cell in row):
        return [cell for row in filled for cell in row if cell]
    head: Sequence[str] = ()
    if len(filled) > 1 and len(filled[0]) > 2 and _is_head(filled[0]):
        head, filled = filled[0], filled[1:]
    return [line for row in filled if (line := _line(row, head))]


def _is_head(row: Sequence[str]) -> bool:
    return not any(c.isdigit() for cell in row for c in cell) and not any(
        cell.endswith((".", "!", "?")) for cell in row
    )


def _line(row: Sequence[str], head: Sequence[str]) -> str:
    if head and len(head) == len(row):
        named = [f"{name} {cell}".strip() for name, cell in zip(head[1:], row[1:], strict=True) if cell]
        return f"{row[0]}: {', '.join(named)}" if row[0] else ", ".join(named)
    cells = [cell for cell in row if cell]
    if len(cells) < 2:
        return "".join(cells)
    label, values = cells[0], cells[1:]
    if label.endswith((".", "!", "?", ":", ";", ",", "”", '"')):
        return " ".join(cells)
    return f"{label}: {', '.join(values)}"
