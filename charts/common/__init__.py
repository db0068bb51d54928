"""What charts of several subjects share."""
