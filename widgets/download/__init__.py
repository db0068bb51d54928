"""The download menu."""
