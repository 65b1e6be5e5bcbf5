### Guided flow: the green tick

flow-greentick = Green tick

flow-greentick-look =
    1. Log in at { $portal }.
    2. Open Profile icon → View Profile.
    3. Look beside your name: is there a green tick?
flow-greentick-tick-there =
    Then your profile is verified. Please also check, exactly:
    1. Group and Designation are the official ones. The guide: a wrong mapping gives no APAR credit.
    2. The organisation is your circle or unit, not "Department of Posts".
flow-greentick-state = No tick means: your profile is not verified yet. The guide says that progress is then not recorded. How far are you?
flow-greentick-match =
    Group and Designation must be exactly those of the official mapping (Annexure III of the O.M. of 18.08.2025). A wrong one gives no APAR credit.
    I do not have this annexure. Do you know the exact Group and Designation for your post?
flow-greentick-mapping =
    Please do not guess: ask your circle's iGOT Cell.
    1. Send your post as in the service record, your office and your employee ID.
    2. Ask for the exact Group and Designation of Annexure III.
    3. Come back here and go on.
    No answer: { $email }.
flow-greentick-send =
    1. Profile icon → View Profile → Primary Details.
    2. Press the pencil.
    3. Set Group and Designation exactly.
    4. Press Send for Approval.
flow-greentick-waiting =
    The MDO admin of the organisation in your profile approves it. On iGOT's own help pages this usually takes 1–3 working days; it depends on that office.
    1. See that the organisation in your profile is the right one.
    2. After the approval log out and log in again.
    3. Look for the tick.
flow-greentick-remind =
    Please remind your circle's iGOT Cell, so that the MDO admin approves.
    1. Send name, registered e-mail or mobile, and employee ID.
    2. Say on which day you sent the request.
    3. Add a screenshot of your profile.
    No answer: { $email }.
flow-greentick-rejected =
    1. Ask your circle's iGOT Cell why it was rejected.
    2. Profile icon → View Profile → Primary Details → pencil: set Group and Designation as they tell you.
    3. Press Send for Approval again.
flow-greentick-gone =
    After a transfer request a profile needs verification again.
    Have you asked for a transfer?
flow-greentick-after-transfer =
    The MDO admin of your *new* organisation now verifies your profile.
    1. Log out and log in again.
    2. See that Group and Designation in View Profile are right.
    3. No tick? Remind the iGOT Cell of the new circle or unit, with name and employee ID.
flow-greentick-cannot-send =
    1. Try it in Chrome on { $portal } instead of the app.
    2. Is an earlier request still open? Press Withdraw Request in Primary Details.
    3. Log out, log in, and try Send for Approval again.
