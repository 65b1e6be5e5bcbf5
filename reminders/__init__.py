"""When something is tried, due or left alone. Values in, decisions out; nothing here sends or reads a clock."""
