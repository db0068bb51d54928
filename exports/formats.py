"""Every file that a view can be taken away as: the one list that menus and the data API read."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from analysis.selection.selection import Selection
from analysis.table.table import Table
from analysis.text import N_
from exports.brief.pdf import brief_pdf, check_pdf
from exports.brief.slides.presentation import brief_pptx
from exports.brief.web_page import brief_html
from exports.excel.workbook import check_length, operations_xlsx
from exports.file_names import OURS, file_name
from exports.handover import Handover
from exports.package.package import operations_zip
from exports.tables.csv_file import operations_csv
from exports.tables.json_file import operations_json
from exports.tables.parquet_file import operations_parquet


@dataclass(frozen=True)
class Format:
    """A kind of file: what it is of (operations or brief), its suffix, title, media type and how it is written.

    check: raises InputError where the file could not hold a view.
    bare: whether it holds rows and nothing about them, so that its name has to say up to when they speak.
    """

    what: str
    suffix: str
    title: str
    media_type: str
    write: Callable[[Handover], bytes]
    check: Callable[[Handover], None] = lambda _handover: None
    bare: bool = False

    def name(self, selection: Selection, table: Table) -> str:
        """The name of a selection's file, which says it, and the table where it is somebody's own."""
        if self.bare:
            selection = replace(selection, as_of=selection.as_of or table.as_of)
        return file_name(selection, self.suffix, self.what, table.file or OURS)


def view_csv(handover: Handover) -> bytes:
    """The rows of a view as CSV."""
    return operations_csv(handover.selected, list(handover.columns), handover.sort, handover.descending)


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = (
    Format("operations", "xlsx", N_("Excel"), f"{_OFFICE}.spreadsheetml.sheet", operations_xlsx, check_length),
    Format("operations", "csv", N_("CSV"), "text/csv; charset=utf-8", view_csv, bare=True),
    Format("operations", "zip", N_("Data package (ZIP of CSV)"), "application/zip", operations_zip),
    Format("operations", "json", N_("JSON"), "application/json", operations_json),
    Format("operations", "parquet", N_("Parquet"), "application/vnd.apache.parquet", operations_parquet),
    Format("brief", "pptx", N_("One-page brief (PowerPoint)"), f"{_OFFICE}.presentationml.presentation", brief_pptx),
    Format("brief", "html", N_("One-page brief (web page)"), "text/html; charset=utf-8", brief_html),
    Format("brief", "pdf", N_("One-page brief (PDF)"), "application/pdf", brief_pdf, check_pdf),
)
