"""How long periods last, in words."""

from analysis.counts.durations.figures import AT_YEARS, DurationFigures
from analysis.counts.durations.survival import TOO_FEW_SPELLS
from analysis.text import N_, _, ngettext

SPOKEN_YEARS = (2, 5)
_SHARES = {
    0.0: N_("hardly any"), 0.1: N_("about a tenth"), 0.2: N_("about a fifth"), 0.25: N_("about a quarter"),
    1 / 3: N_("about a third"), 0.4: N_("four in ten"), 0.5: N_("about half"), 0.6: N_("six in ten"),
    2 / 3: N_("about two thirds"), 0.75: N_("about three quarters"), 0.8: N_("eight in ten"),
    0.9: N_("nine in ten"), 1.0: N_("nearly all"),
}  # fmt: skip


def say_ended(figures: DurationFigures) -> str:
    """How many periods have ended, which share of them within 2 and 5 years, and how many still run.

    Nothing is said of years that fewer than five are known to have reached.
    """
    ended = ngettext(
        "Of {periods} periods {ended} has ended", "Of {periods} periods {ended} have ended", figures.ended
    ).format(periods=figures.spells, ended=figures.ended)
    spoken = [
        (year, share)
        for year, share in zip(AT_YEARS, figures.ended_by, strict=True)
        if year in SPOKEN_YEARS and share is not None and figures.observed(year) >= TOO_FEW_SPELLS
    ]
    within = _(", ").join(
        (_("{share} within {year}") if position else _("{share} within {year} years")).format(
            share=say_share(share), year=year
        )
        for position, (year, share) in enumerate(spoken)
    )
    says = _("{ended}: {within}.") if within else _("{ended}.")
    still = ngettext("{count} still runs.", "{count} still run.", figures.ongoing).format(count=figures.ongoing)
    return says.format(ended=ended, within=within) + (f" {still}" if figures.ongoing else "")


def say_share(share: float) -> str:
    """A share as one says it: about a quarter, four in ten; none and all only where it is so."""
    if share in (0.0, 1.0):
        return _("all") if share else _("none")
    return _(_SHARES[min(_SHARES, key=lambda spoken: abs(spoken - share))])
