"""What the assistant knows: the content and the pure code that reads, checks and searches it.

Nothing here does I/O or reads the clock: file texts and the day come in as values.
"""
