"""What the code says when input cannot be used at all."""


class InputError(Exception):
    """Input that cannot be used; its text is one sentence for the user that names the place."""
