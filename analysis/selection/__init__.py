"""What a view asks for: filters, settings of a page, and the sentence that says so."""
