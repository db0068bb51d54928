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
    kept, (note,) = settle_encoding(content)
    assert (kept, note.say()) == (content, "The file is no UTF-8 text; it is read as Windows-1252.")


def test_one_encoding_is_left_as_it_is():
    content = "Pays,Début\nCôte d'Ivoire,2001\n".encode()
    assert settle_encoding(content) == (content, ())


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Страна,Начало,Конец\nМали,2015,2016\n", "koi8-r", "KOI8-R"),
        ("البلد,البداية,النهاية\nمالي,2015,2016\n", "cp1256", "Windows-1256"),
        ("País,Inicio,Fin\nMéxico,2015,2016\n", "cp1252", "Windows-1252"),
    ],
)
def test_the_encoding_in_which_the_headings_are_known_is_taken_and_said(text, encoding, name):
    intake = read_intake(text.encode(encoding), "t.csv")
    assert list(intake.sheet.cells) == text.split("\n")[0].split(",") and len(intake.table.place_territories) == 1
    assert f"The file is no UTF-8 text; it is read as {name}." in [note.say() for note in intake.notes]


def test_a_line_of_windows_behind_a_mark_of_utf8_is_read():
    content = "\ufeffCountry,Start\nMali,2001\n".encode() + "Côte d'Ivoire,2002\n".encode("cp1252")
    assert read_intake(content, "t.csv").table.places.tolist() == ["Mali", "Côte d'Ivoire"]


@pytest.mark.parametrize(
    ("name", "times", "encoding"), [("Côte d'Ivoire", 2, "cp1252"), ("Мали", 1, "cp1251"), ("Чад", 1, "cp1251")]
)
def test_texts_read_in_the_wrong_encoding_once_or_more_are_mended(name, times, encoding):
    text = name
    for _time in range(times):
        text = text.encode().decode(encoding)
    assert read_intake(f"Country,Start\n{text},2001\n".encode(), "t.csv").table.places.tolist() == [name]
