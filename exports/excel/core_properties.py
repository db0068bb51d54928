"""A workbook that says which language it is in, for which xlsxwriter has no word."""

from xlsxwriter import Workbook
from xlsxwriter.core import Core
from xlsxwriter.packager import Packager

from analysis.text import language


class SpeakingWorkbook(Workbook):
    """A workbook whose core properties hold the language in force while it is closed."""

    def _get_packager(self) -> Packager:
        return _Packager()


class _Packager(Packager):
    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties(self.workbook.doc_properties)
        core._set_xml_writer(self._filename("docProps/core.xml"))
        core._assemble_xml_file()


class _Core(Core):
    def _write_dc_title(self) -> None:
        super()._write_dc_title()
        self._xml_data_element("dc:language", language())
