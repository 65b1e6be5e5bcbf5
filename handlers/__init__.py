"""The conversation: neutral messages in, neutral replies and effects out; `conversation.step` is the only door."""
