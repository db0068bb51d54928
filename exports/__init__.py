"""A selected table to the bytes of a file that says what it holds; nothing here knows of Streamlit."""
