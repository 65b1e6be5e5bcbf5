### The local chat page: what stands around the conversation.

page-title = Dakpath डाकपथ
page-subtitle = not an official portal
page-placeholder = Message
page-composer = Write a message
page-send = Send
page-menu = Menu
page-you = You
page-bot = Dakpath
page-typing = Dakpath is typing…
page-sending = sending
page-sent = sent
page-not-sent = Not sent. Tap to try again.
page-refused = This message could not be read.
page-too-long = Too long: at most 4096 characters in one message.
page-connecting = Connecting again…
page-log-label = Conversation
page-choices-label = Choices
page-jump = Go to the newest message
page-today = Today
page-yesterday = Yesterday
page-picture = Picture
page-document = Document
page-attach = Attach a picture or document
page-edited = edited
page-file-not-sent = The file was not sent. Please attach it again.
page-file-too-large = The file is empty, or larger than 10 MB.
