"""The facts behind every page and file: load, read, select, count, measure.

Pure pandas and numpy: a table in, a new table out. Nothing here knows of Streamlit or plotly.
"""
