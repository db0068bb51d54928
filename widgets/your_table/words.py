"""What printed words mean where the table does not say it: words for a status, names that are on no map."""

from collections.abc import Callable, Mapping

import streamlit as st

from analysis.intake.draft import Draft, choose_column
from analysis.intake.read import Intake
from analysis.reading.problems import UNKNOWN_STATUS
from analysis.reading.reference import territory_names
from analysis.reading.statuses import STATUS_KINDS
from analysis.text import N_, _, ngettext
from analysis.writing import say_count
from widgets.elements.escape import escape_markdown
from widgets.frame.session import widget_value
from widgets.your_table.bring import change_draft

# So many are offered at once; when those are said, others follow.
_OFFERED = 9
_STATUSES = {
    "ongoing": N_("ongoing"),
    "closed": N_("closed"),
    "planned": N_("planned"),
    "cancelled": N_("cancelled"),
}


def show_status_words(draft: Draft, intake: Intake) -> None:
    """Let the user say what words of the status column mean that are not known, or change what was said."""
    column, said = draft.columns.status, dict(draft.columns.statuses)
    problems = intake.table.problems
    unknown = problems[(problems["column"] == column) & (problems["problem"] == UNKNOWN_STATUS)]
    counts = unknown.groupby("value", sort=False)["line"].nunique().sort_values(ascending=False)
    if not said and counts.empty:
        return
    st.header(_("Words for a status"), anchor=False)
    st.caption(_("Nobody knows yet what these mean. Say it, and it is counted so."))
    names = {status: _(_STATUSES[status]) for status in STATUS_KINDS}
    _ask(draft, "statuses", said, counts.to_dict(), names, _("not said"))


def show_unplaced(draft: Draft, intake: Intake) -> None:
    """Let the user say which country or territory names are that no map has, or change what was said."""
    problems, said = intake.table.problems, dict(draft.columns.places)
    unplaced = problems[(problems["column"] == "country") & (problems["value"] != "")]
    if not said and unplaced.empty:
        return
    st.header(_("Names that are on no map"), anchor=False)
    counts = unplaced.groupby("value", sort=False)["line"].nunique().sort_values(ascending=False)
    reasons = unplaced.drop_duplicates("value").set_index("value")["problem"].map(_)
    st.caption(_("Choose the country or territory that is meant, or leave a name where it is: on no map."))
    names = territory_names(intake.table.reference).sort_values().to_dict()
    _ask(draft, "places", said, counts.to_dict(), names, _("on no map"), reasons.to_dict())


def _ask(
    draft: Draft,
    part: str,
    said: Mapping[str, str],
    unknown: Mapping[str, int],
    meanings: Mapping[str, str],
    otherwise: str,
    reasons: Mapping[str, str] | None = None,
) -> None:
    """A field for each text that was said or is unknown; the answers become the choice `part` of the draft."""
    offered = [*said, *(text for text in unknown if text not in said)]
    asked = offered[: len(said) + _OFFERED]
    with st.form(f"{part}-form", border=False):
        for first in range(0, len(asked), 3):
            for field, text in zip(st.columns(3), asked[first : first + 3], strict=False):
                # A file of choices may name several territories for one text.
                options = list(dict.fromkeys([*meanings, *filter(None, [said.get(text)])]))
                field.selectbox(
                    _title(text, unknown.get(text, 0)),
                    options,
                    index=options.index(said[text]) if text in said else None,
                    format_func=_namer(meanings),
                    key=f"{part}-{draft.content_hash}-{text}",
                    placeholder=otherwise,
                    help=(reasons or {}).get(text),
                )
        st.form_submit_button(_("Take it so"), key=f"{part}-said", on_click=_take, args=(draft, part, asked))
    if more := len(offered) - len(asked):
        st.caption(ngettext("and {count} more", "and {count} more", more).format(count=say_count(more)))


def _title(text: str, rows: int) -> str:
    if not rows:
        return escape_markdown(text)
    counted = ngettext("{text} ({rows} row)", "{text} ({rows} rows)", rows).format(text=text, rows=say_count(rows))
    return escape_markdown(counted)


def _namer(meanings: Mapping[str, str]) -> Callable[[str], str]:
    return lambda code: "; ".join(meanings.get(each, each) for each in code.split(";"))


def _take(draft: Draft, part: str, asked: list[str]) -> None:
    answers = {text: widget_value(f"{part}-{draft.content_hash}-{text}") for text in asked}
    change_draft(choose_column(draft, part, tuple((text, meant) for text, meant in answers.items() if meant)))
