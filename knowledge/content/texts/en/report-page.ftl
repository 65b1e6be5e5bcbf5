### The page of reports, beside the helpdesk's.

page-report-title = Where the circles stand
page-report-tab = Report
page-report-back = Requests
page-report-circle = Circle
page-report-files = Save a file
page-report-hint = It is recorded who saves what, and when.
page-report-wait = The figures are being counted …
page-report-sign-in = Sign in to the helpdesk first: go back to the requests.
page-report-not-yours = Reports are for the iGOT Cells and administrators, each of their own circle.

### The page beside it: what brings people to the assistant.

page-invite-title = Bring people to the assistant
page-invite-tab = Invite
page-invite-choose = Choose a circle
page-invite-how = People come only by themselves: no bot may write first. Hand on the link, a picture or a sheet to print, or forward the text. Whoever comes by them is taken to work in this circle.
page-invite-poster = Picture (PNG)
page-invite-sheet = Sheet to print (PDF)
page-invite-text = Text to forward
page-invite-copy = Copy
page-invite-copied = Copied.
page-invite-hint = It is recorded who opens this page and who saves what, and when.
page-invite-not-yours = Invitations are for the iGOT Cells and administrators, each for their own circle.
