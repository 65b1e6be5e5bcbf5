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
