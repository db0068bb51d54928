"""The filters in the sidebar."""
