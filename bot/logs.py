"""Logs for the operator: one line an event, ids and names of things, never a text, a number or a secret."""

from __future__ import annotations

import logging
import sys


def set_up_logs(level: int = logging.INFO) -> None:
    """Log to standard error; the libraries only where something is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("dakpath").setLevel(level)
    # The library writes parameters, and so message texts, at debug level, and payloads with its errors.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
