"""The web server: webhook, local chat page, its live stream."""
