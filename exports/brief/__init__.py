"""A view on one page, as a web page and as a slide."""
