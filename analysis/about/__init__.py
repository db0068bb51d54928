"""The words of the About page; each section is a function, so that they are translated when shown."""

from analysis.about.counting import counting_section
from analysis.about.division import framework_section, scope_section, services_section
from analysis.about.people import combatants_section, displaced_section
from analysis.about.section import Section
from analysis.about.table import own_table_section, publisher_section, source_section, table_section
from analysis.about.work import disaster_section, logistics_section, menu_section, stabilization_section


def about_sections() -> list[Section]:
    """Every section of the About page in reading order: its heading and its paragraphs, in Markdown."""
    return [
        table_section(),
        counting_section(),
        own_table_section(),
        scope_section(),
        framework_section(),
        displaced_section(),
        combatants_section(),
        disaster_section(),
        stabilization_section(),
        logistics_section(),
        services_section(),
        menu_section(),
        publisher_section(),
        source_section(),
    ]
