"""A report on a table as plain text, for a shell."""

from analysis.intake.read import Intake
from analysis.intake.report.check import Report, check_table, explain_problem
from analysis.text import N_, _, ngettext

_SHOWN = 20
_ROLE_NAMES = {
    "country": N_("country"),
    "start": N_("start"),
    "end": N_("end"),
    "period": N_("period"),
    "status": N_("status"),
    "activity": N_("activity area"),
    "region": N_("region"),
    "title": N_("title"),
    "id": N_("id"),
}


def say_report(intake: Intake, report: Report | None = None) -> str:
    """The report in lines: what was read, from which columns, what was skipped, what is wrong, what to confirm."""
    report = report or check_table(intake)
    lines = [
        ngettext("{rows:,} row read.", "{rows:,} rows read.", report.rows).format(rows=report.rows),
        ngettext(
            "{rows:,} row with something to check.", "{rows:,} rows with something to check.", report.rows_with_problems
        ).format(rows=report.rows_with_problems),
        _("The table speaks up to {day}. {why}").format(day=intake.as_of.day, why=intake.as_of.reason.say()),
        *_columns(report),
        *_skipped(intake),
        *[note.say() for note in intake.notes],
        *_kinds(report),
        *_problems(report),
        *_guesses(report),
    ]
    return "\n".join(lines)


def _columns(report: Report) -> list[str]:
    lines = ["", _("Columns")]
    for role in report.roles.itertuples(index=False):
        counted = ""
        if role.read is not None and role.read == role.read:
            counted = _(" - {read:,} read, {guessed:,} guessed, {unread:,} not read").format(
                read=int(role.read), guessed=int(role.guessed), unread=int(role.unread)
            )
        lines.append(
            "  "
            + _("{role}: {columns} ({certainty:.0%} certain: {why}){counted}").format(
                role=_(role_name(role.role)),
                columns=", ".join(role.columns),
                certainty=role.certainty,
                why=role.why,
                counted=counted,
            )
        )
    return lines


def role_name(role: str) -> str:
    """The marked name of a role."""
    return _ROLE_NAMES[role]


def _skipped(intake: Intake) -> list[str]:
    skipped = intake.sheet.skipped
    if not skipped:
        return []
    lines = ["", _("Lines passed over")]
    for line in skipped[:_SHOWN]:
        text = f": {line.text}" if line.text else ""
        lines.append("  " + _("line {line}, {what}{text}").format(line=line.line, what=_(line.what), text=text))
    return lines + _more(len(skipped) - _SHOWN)


def _kinds(report: Report) -> list[str]:
    if not len(report.kinds):
        return []
    kinds = [
        "  " + _("{rows:,}: {column} {problem}").format(rows=kind.rows, column=kind.column, problem=kind.problem)
        for kind in report.kinds.itertuples(index=False)
    ]
    return ["", _("What is wrong, by kind"), *kinds]


def _problems(report: Report) -> list[str]:
    if not len(report.problems):
        return []
    shown = [f"  {explain_problem(problem)}" for problem in report.problems.head(_SHOWN).itertuples(index=False)]
    return ["", _("What is wrong, line by line"), *shown, *_more(len(report.problems) - _SHOWN)]


def _guesses(report: Report) -> list[str]:
    if not len(report.guesses):
        return []
    shown = [
        "  "
        + _("{printed!r} was read as {read} in {rows:,} rows: {why}").format(
            printed=guess.printed, read=guess.read, rows=guess.rows, why=guess.why
        )
        for guess in report.guesses.head(_SHOWN).itertuples(index=False)
    ]
    return ["", _("Guesses to confirm"), *shown, *_more(len(report.guesses) - _SHOWN)]


def _more(count: int) -> list[str]:
    return ["  " + _("and {count:,} more").format(count=count)] if count > 0 else []
