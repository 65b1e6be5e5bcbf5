"""The durable store: one interface, its SQLite implementation, all SQL by name."""
