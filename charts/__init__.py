"""Count tables to plotly figures; nothing here filters, and nothing knows of Streamlit."""
