"""One printed value at a time: dates, periods, countries, activities, statuses, and what cannot be read."""
