"""Letters that no file format knows, as a link may hold them, in every kind of file."""

import pytest

from exports.formats import FORMATS
from tests.handovers import handover


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: str(kind.suffix))
@pytest.mark.parametrize("search", ["\x15zz", "a\x00\x08", "\ufffe", "\x7f\x1f<&>"])
def test_a_search_for_odd_letters_makes_a_file(choose_built_in, kind, search):
    assert kind.write(handover(choose_built_in(search=search)))
