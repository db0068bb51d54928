"""What surrounds every page: the view in the session, the link, the table in use."""
