"""The shell: channels, store, inbox, delivery, web, command line. All the I/O and none of the rules."""
