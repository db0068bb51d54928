"""Tables made by chance out of the habits of their makers, beside what they were made from."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from analysis.reading.reference import load_reference

ROWS = (6, 14)
ACTIVITIES = ("Health", "Shelter", "Education", "Water, Sanitation and Hygiene", "Protection", "Food Security")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# country, start, end, period, status, activity: as headings of one maker have them.
_HEADINGS = (
    ("Country", "Start date", "End date", "Period", "Status", "Sector"),
    ("countryname", "startdate", "closingdate", "period", "projectstatus", "sectorname"),
    ("recipientCountry", "dateStart", "dateEnd", "period", "activityStatus", "sectors"),
    ("country_name", "start_actual", "end_actual", "period", "status", "sector"),
    ("Pays", "Date de début", "Date de fin", "Période", "Statut", "Secteur"),
    ("País", "Fecha de inicio", "Fecha de fin", "Período", "Estado", "Sector"),
    ("Land", "Projektbeginn", "Projektende", "Zeitraum", "Status", "Sektor"),
)
_TAGS = ("#country", "#date+start", "#date+end", "#period", "#status", "#sector")
_STATUSES = (("Active", "Closed"), ("En cours", "Clôturé"), ("laufend", "abgeschlossen"), ("2", "4"), ("Yes", "No"))
_ODD = {"country": "Regional programme X", "start": "soon", "end": "some day", "period": "some time", "activity": ""}


@dataclass(frozen=True)
class Operation:
    """What a row was made from: its line, codes of territories, first and last day (None where it runs on),
    activities, and the parts that were spoilt."""

    line: int
    territories: tuple[str, ...]
    start: date
    end: date | None
    activities: frozenset[str]
    spoilt: frozenset[str]


@dataclass(frozen=True)
class Made:
    """The bytes of a table, what its rows were made from, and the habits that it has."""

    content: bytes
    operations: list[Operation]
    habits: dict[str, object]


def make_by_habits(seed: int) -> Made:
    """The table of a seed, the same each time."""
    chance = Random(seed)
    habits = {
        "headings": chance.choice(_HEADINGS),
        "country": chance.choice(["name_en", "name_fr", "iso3", "iso3", "name_en"]),
        "dates": chance.choice(["day", "time", "day first", "month first", "words", "month", "year", "parts"]),
        "periods": chance.random() < 0.3,
        "open": chance.choice(["", "ongoing", "Present", "-"]),
        "status": chance.choice([None, None, *_STATUSES]),
        "activities": chance.choice([None, ";", ",", "columns", "flags"]),
        "above": chance.choice([[], [], ["Projects of the programme", ""]]),
        "below": chance.choice([None, None, "tags", "units"]),
        "totals": chance.random() < 0.2,
        "grouped": chance.random() < 0.2,
        "spoilt": chance.choice([0, 0, 0.15]),
        "delimiter": chance.choice([",", ";", "\t"]),
        "encoding": chance.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    }
    if habits["dates"] == "parts":
        habits["periods"] = False
    return _write(chance, habits)


def _write(chance: Random, habits: dict) -> Made:
    operations = [_operation(chance, habits) for _row in range(chance.randint(*ROWS))]
    if habits["grouped"]:
        operations.sort(key=lambda made: made[0])
    header = _header(habits)
    lines = [*([text] for text in habits["above"]), header]
    if habits["below"]:
        lines.append(_below(habits, header))
    kept, before = [], None
    for territories, start, end, activities in operations:
        spoilt = frozenset(part for part in _ODD if chance.random() < habits["spoilt"])
        spoilt &= _parts(habits)
        lines.append(_row(habits, territories, start, end, activities, spoilt, before))
        before = territories
        kept.append(Operation(len(lines), territories, start, end, activities, spoilt))
        if habits["totals"] and chance.random() < 0.3:
            lines.append(["Total", *[""] * (len(header) - 1)])
    texts = [habits["delimiter"].join(f'"{cell}"' for cell in line) for line in lines]
    return Made("\n".join(texts).encode(habits["encoding"], "replace"), kept, habits)


def _operation(chance: Random, habits: dict) -> tuple[tuple[str, ...], date, date | None, frozenset[str]]:
    territories = load_reference().territories
    plain = territories[~territories["name_en"].str.contains(r"[,;()\"]| and ")]["iso3"].tolist()
    # A list is written where no group shares its country.
    several = 1 if habits["grouped"] or chance.random() < 0.8 else 2
    start = date(1995, 1, 1) + timedelta(days=chance.randrange(365 * 15))
    end = None if chance.random() < 0.3 else start + timedelta(days=chance.randrange(40, 1500))
    activities = frozenset(chance.sample(ACTIVITIES, chance.randint(1, 2)))
    codes = plain[:4] if habits["grouped"] else plain
    return tuple(sorted(chance.sample(codes, several))), start, end, activities


def _parts(habits: dict) -> frozenset[str]:
    dated = {"period"} if habits["periods"] else {"start", "end"}
    if habits["dates"] == "parts":
        dated = set()
    listed = {"activity"} if habits["activities"] in (";", ",") else set()
    return frozenset({"country", *dated, *listed} - ({"country"} if habits["grouped"] else set()))


def _header(habits: dict) -> list[str]:
    country, start, end, period, status, activity = habits["headings"]
    dated = [period] if habits["periods"] else [start, end]
    if habits["dates"] == "parts":
        dated = [f"{which} {part}" for which in ("Start", "End") for part in ("year", "month", "day")]
    asked = {"Yes": "Active?"}.get((habits["status"] or ("",))[0], status)
    listed = {None: [], "columns": [f"{activity} 1", f"{activity} 2"], "flags": list(ACTIVITIES)}
    return [country, *dated, *([asked] if habits["status"] else []), *listed.get(habits["activities"], [activity])]


def _below(habits: dict, header: list[str]) -> list[str]:
    if habits["below"] == "units":
        return ["(text)" for _name in header]
    tags = dict(zip(habits["headings"], _TAGS, strict=True))
    return [tags.get(name, "#meta") for name in header]


def _row(habits, territories, start, end, activities, spoilt, before) -> list[str]:
    names = load_reference().territories.set_index("iso3", drop=False)[habits["country"]]
    cells = {
        "country": "; ".join(names[code] for code in territories),
        "start": _date(habits, start),
        "end": _date(habits, end) if end else habits["open"],
        "activity": (habits["activities"] or "").ljust(2).join(sorted(activities)),
    }
    cells["period"] = f"{cells['start']} - {cells['end'] if end else 'ongoing'}"
    cells |= {part: _ODD[part] for part in spoilt}
    if habits["grouped"] and territories == before:
        cells["country"] = ""
    dated = [cells["period"]] if habits["periods"] else [cells["start"], cells["end"]]
    if habits["dates"] == "parts":
        dated = [*_date_parts(start), *(_date_parts(end) if end else ["", "", ""])]
    stands = [habits["status"][end is not None]] if habits["status"] else []
    listed: list[str] = []
    if habits["activities"] == "columns":
        listed = [*sorted(activities), ""][:2]
    elif habits["activities"] == "flags":
        listed = ["x" if name in activities else "" for name in ACTIVITIES]
    elif habits["activities"]:
        listed = [cells["activity"]]
    return [cells["country"], *dated, *stands, *listed]


def _date_parts(day: date) -> list[str]:
    return [str(day.year), str(day.month), str(day.day)]


def _date(habits: dict, day: date) -> str:
    month = _MONTHS[day.month - 1]
    return {
        "day": day.isoformat(),
        "time": f"{day.isoformat()}T00:00:00Z",
        "day first": f"{day.day:02}/{day.month:02}/{day.year}",
        "month first": f"{day.month}/{day.day}/{day.year}",
        "words": f"{day.day} {month} {day.year}",
        "month": f"{month} {day.year}",
        "year": str(day.year),
        "parts": "",
    }[habits["dates"]]
