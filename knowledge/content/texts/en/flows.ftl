### Guided flows: what they share. Labels of choices (at most 20 characters) and the questions before a hand-over.

choice-other = Something else
choice-not-sure = Not sure
choice-go-on = Go on
choice-all-right = All is well

## Login and OTP

choice-forgot-password = Forgot password
choice-no-otp = OTP not coming
choice-invalid-user = Invalid user details
choice-parichay = Parichay fails
choice-revoked = Access revoked
choice-app-returns = Login page returns
choice-two-accounts = Two accounts
choice-old-contact = Old number or e-mail
choice-page-fault = Page does not open
choice-thrown-out = Logged out again
choice-mail-missing = Mail does not come
choice-email-unknown = E-mail not known
choice-email-known = E-mail is known
choice-password-refused = Password refused
choice-not-finished = Not finished
choice-was-finished = It was finished
choice-can-log-in = I can log in
choice-cannot-log-in = I cannot log in
choice-otp-mobile = By SMS
choice-otp-email = By e-mail
choice-new-number = I have a new number
choice-otp-refused = OTP is not accepted
choice-registering = While registering

## Questions before a hand-over

evidence-identity = Your name and employee ID as in iGOT, and the e-mail or mobile that iGOT has, so that the iGOT Cell can find you. Never a password or OTP.
evidence-where = Where does it happen?
evidence-app-android = App, Android
evidence-app-iphone = App, iPhone
evidence-phone-browser = Phone browser
evidence-computer = Computer
evidence-error = What exactly does the screen say? Please write its words, or tell what happens. Never a password or OTP.
evidence-screenshot = Please send a screenshot of it. Hide any password or OTP first.
evidence-course = Which course or assessment is it? Please write its name as it stands on iGOT.
evidence-organisation = Which organisation does your profile show now, and which one is right?
evidence-profile = Which Group and Designation does your profile show, and is there a green tick?
evidence-since = Since which day is it so, or on which day did you send the request?
evidence-wrong-and-right = What is wrong in the profile, and what is right? For example: designation shown MTS, right Postman.

## Organisation (MDO)

choice-not-asked = I want to move
choice-button-grey = Button is grey
choice-chose-wrong = Wrong one chosen
choice-waiting = Waiting for approval
choice-rejected = Request was rejected
choice-approved = Approved, but…
choice-org-missing = Name not in the list
choice-post-office = Post office, RMS
choice-circle-office = Circle/region office
choice-training-centre = PTC or RAKNPA
choice-cept = CEPT
choice-directorate = Postal Directorate
choice-same-circle = Moved within circle
choice-other-office = Other or not sure
choice-only-trainee = I only train there
choice-found-it = I found it
choice-not-there = It is not there
choice-profile-wrong = Post/group is wrong
choice-org-wrong = Wrong organisation
choice-org-right = It is right already
choice-look-first = Let me look first
choice-no-tick = No green tick
choice-sent = I have sent it
choice-desig-missing = Post not in the list
choice-does-not-work = It does not work
choice-works-now = It works now
choice-cancelled = Cancelled, go on
choice-ask-again = Ask again
choice-old-courses = Old courses show
choice-go-transfer = Ask for transfer
choice-already-asked = Already asked

## Green tick

choice-tick-there = It is there
choice-courses-missing = Courses not showing
choice-not-sent = Not sent yet
choice-tick-gone = It has gone again
choice-cannot-send = I cannot edit/send
choice-know-data = I know my data
choice-sent-again = Sent again
choice-transfer-approved = Transfer is approved
choice-transfer-open = Not approved yet
choice-no-transfer = I asked for none

## Courses

choice-all-missing = Nothing shows
choice-one-missing = One is missing
choice-no-apar-tag = Done, no APAR tag
choice-wrong-list = Another post's list
choice-will-not-open = A course fails
choice-own-unit = My circle or unit
choice-all-there = Right, with tick
choice-extra-course = Assessment course
choice-title-there = Title is in APAR
choice-title-absent = Not in APAR at all
choice-now-fine = It is done there
choice-all-right-there = Profile is right

## Assessment

choice-locked = It is locked
choice-not-visible = I cannot see it
choice-broke-off = It broke off
choice-attempts-used = Attempts used up
choice-not-passed = I did not pass
choice-all-complete = All are complete
choice-not-complete = Not all complete
choice-not-in-list = One not in my list
choice-course-stuck = A course is stuck
choice-cert-missing = Certificate missing
choice-moved-lately = I moved lately
choice-attempt-lost = An attempt was lost
choice-attempts-left = Attempts are left
choice-all-used = All really used

## Certificate

choice-not-come = It does not come
choice-cannot-download = Cannot download it
choice-name-wrong = Name/post is wrong
choice-stuck = Stuck at 90–99 %
choice-over-24-hours = Over 24 hours ago
choice-under-24-hours = Less than 24 hours
choice-not-complete-yet = Not in Completed
choice-item-lacks-tick = An item has no tick
choice-cannot-edit = I cannot change it

## Progress of a course

choice-not-recorded = Not recorded
choice-video = Video does not play
choice-pdf = PDF does not open
choice-app-fails = App blank or closes
choice-office-report = Office cannot see it
choice-office-computer = Office computer
choice-on-phone = Phone
choice-own-computer = Another computer

## Profile data

choice-employee-id = CSI or employee ID
choice-mobile-email = Mobile or e-mail
choice-post-group = Designation or group
choice-name = My name
choice-organisation = Organisation
choice-already-used = "Already registered"
choice-my-old-account = My own old account
choice-not-mine = It is not mine
choice-certificate-name = On the certificate

## Not in the list

choice-org-missing-here = My organisation
choice-desig-missing-here = My designation
choice-only-department = Only Dept. of Posts
choice-which-office = Which one is mine?
choice-moving = Asking for transfer
choice-official-name = What is its name?

## APAR

choice-apar-online = Online (SPARROW)
choice-apar-paper = On paper
choice-only-asking = I only asked
choice-still-not-sure = Still not sure
choice-test-missing = Assessment missing
choice-same = Both are the same
choice-email-differs = E-mail differs
choice-id-differs = Employee ID differs

## Registration

choice-no-account = I have none
choice-have-account = I have one
choice-gov-email = Yes, I have one
choice-no-gov-email = No, I have none
choice-registered = Registration is done
choice-try-login = Try to log in
