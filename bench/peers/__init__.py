"""Other dashboards to measure ours against."""
