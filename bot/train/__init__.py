"""Trains the topic model from the phrase bank. Only this package needs scikit-learn; the assistant does not."""
