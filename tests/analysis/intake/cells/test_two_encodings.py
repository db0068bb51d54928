"""Files whose lines are in two encodings, and Cyrillic ones of Windows: read, and said how."""

import pytest

from analysis.intake.cells.encodings import settle_encoding
from analysis.intake.read import read_intake


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ["Côte d'Ivoire,2001", "Türkiye,2002", b"R\xe9union,2003"],
            "from line 4 on 1 of its lines are read as Windows",
        ),
        ([b"R\xe9union,2001", b"Cura\xe7ao,2002", "Türkiye,2003"], "from line 4 on 1 of its lines are read as UTF-8"),
    ],
)
def test_each_line_is_read_in_its_own_encoding_and_the_fewer_are_named(lines, said):
    content = b"\n".join([b"Pays,Start", *(line if isinstance(line, bytes) else line.encode() for line in lines)])
    intake = read_intake(content, "t.csv")
    assert not len(intake.table.problems)
    assert said in " ".join(note.say() for note in intake.notes)


def test_cyrillic_letters_of_windows_are_seen_and_said():
    text = "Country,Начало,Конец,Сектор\nMali,2001,2002,Вода\nChad,2003,2004,Образование\n"
    intake = read_intake(text.encode("cp1251"), "t.csv")
    assert set(intake.table.set_activities["activity"]) == {"Вода", "Образование"}
    assert any("Windows-1251" in note.say() for note in intake.notes)


@pytest.mark.parametrize(
    "text", ["Pays,Début\nCôte d'Ivoire,2001\nSénégal,2002\nBénin,2003\nGuinée,2004\nTürkiye,2005\n"]
)
def test_single_letters_of_the_west_are_not_cyrillic(text):
    content = text.encode("cp1252")
    assert settle_encoding(content) == (content, ())


def test_one_encoding_is_left_as_it_is():
    content = "Pays,Début\nCôte d'Ivoire,2001\n".encode()
    assert settle_encoding(content) == (content, ())
