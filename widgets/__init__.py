"""What the pages are made of: the only package besides dashboard and pages that touches Streamlit."""
