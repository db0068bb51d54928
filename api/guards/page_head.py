"""What the head of a page tells the browser before Streamlit's own scripts run."""

from pathlib import Path

from charts.common.plotly_script import plotly_script
from charts.map.outlines import OUTLINE_FILE, SMALL_OUTLINE_FILE, outline_url

# Streamlit looks for its server under a page's own path first, which costs each link to a page two answers of 404.
_SCRIPT = """window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };
if (!location.search.includes("embed=true")) document.documentElement.classList.add("beside-filters");"""
_STYLES = Path(__file__).with_suffix(".css").read_text("utf-8")
# The outlines that a page's map is drawn on.
_OUTLINES = {"": SMALL_OUTLINE_FILE, "overview": SMALL_OUTLINE_FILE, "map": OUTLINE_FILE}


def page_head(page: str) -> str:
    """The script and styles of a page by its name, and what it needs that the browser would find out late."""
    needs = [f'<link rel="preload" as="script" href="./{plotly_script()}">']
    if page in _OUTLINES and outline_url() == "app/static/":
        needs.append(f'<link rel="preload" as="fetch" crossorigin href="./app/static/{_OUTLINES[page]}">')
    return f"<script>{_SCRIPT}</script><style>{_STYLES}</style>{''.join(needs)}"
