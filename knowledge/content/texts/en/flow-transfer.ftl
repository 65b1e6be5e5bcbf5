### Guided flow: organisation (MDO) and transfer request

flow-transfer = Change organisation

flow-transfer-which =
    On iGOT you must belong to your own circle or unit, never to the general "Department of Posts".
    How far are you?
flow-transfer-office = In what kind of office do you work now? It decides which organisation you choose.
flow-transfer-circle =
    Choose your circle. The guide's example: *Delhi Postal Circle*; look for the entry like it with your circle's name.
    1. Search a part of the name, e.g. "Delhi Postal".
    2. A Region only if it is in the list.
    3. Never "Department of Posts": nobody can be moved there.
    That divisions, head offices and RMS belong to their circle is my reading.
flow-transfer-training =
    Staff of a training centre choose that centre.
    • PTC: search "Postal Training Centre" and your place; the guide's example: *Postal Training Centre Mysore*
    • RAKNPA: search "RAKNPA" or "Rafi Ahmed Kidwai"
    Never "Department of Posts": nobody can be moved there.
    If you are there only for a training, you stay, as I read it, with your own circle.
flow-transfer-cept =
    Choose *CEPT*: this name stands in the guide.
    Search "CEPT", else "Centre for Excellence". Never "Department of Posts": nobody can be moved there.
flow-transfer-directorate =
    Choose *Postal Directorate*: search "Postal Directorate".
    Never "Department of Posts": nobody can be moved there.
flow-transfer-wing =
    Business Development, Parcel, PLI, Vigilance, Postal Accounts, Civil or Electrical Wing, Army Postal Service: no source I know tells whether they are organisations of their own on iGOT.
    1. Search the name of your office in the list.
    2. Not there? Please ask before you choose another one.
    Never "Department of Posts": nobody can be moved there.
flow-transfer-wing-ask =
    Which organisation your office belongs to on iGOT is not decided in any source I know.
    1. Ask your own office, or the iGOT Cell of the circle in which you work.
    2. No answer: write to { $email } with the name of your office and your designation.
    Until then please do not choose anything for the time being.
flow-transfer-same-circle =
    As I read it, a move inside one circle needs no transfer request: your organisation on iGOT stays the same. Only Group and Designation must be right.
    What does your profile show?
flow-transfer-warning =
    ⚠ Before you go on: after a transfer request *your profile needs verification again*.
    The guide says that progress is not recorded for an unverified profile. So make the request only if the organisation in your profile is really wrong, and then see that the green tick comes back.
flow-transfer-look-first =
    1. Open { $portal } → Profile icon → View Profile.
    2. Read which organisation stands there.
    3. See whether the green tick is beside your name.
    Is it already your circle or unit?
flow-transfer-request =
    1. Profile icon → View Profile.
    2. Press ⋮ (three dots beside your name) → Make Transfer Request.
    3. Target organisation: choose the name you looked for.
    4. Choose Group and Designation.
    5. Press Submit request.
flow-transfer-wait =
    Your request is now with the MDO admin of the *new* organisation. I know of no fixed time for this.
    1. After the approval log out and log in again.
    2. See in View Profile that the new organisation stands there.
    3. Then look for the green tick: your profile must be verified again.
flow-transfer-pending =
    Only the MDO admin of the organisation you asked for can approve, not your old office.
    1. Remind the iGOT Cell of that circle or unit.
    2. Send name, registered e-mail or mobile, employee ID, and the day of your request.
    3. After the approval log out and log in again.
flow-transfer-greyed =
    Most likely another request of yours is still open.
    1. Profile icon → View Profile → Primary Details.
    2. Press Withdraw Request.
    3. Look whether Make Transfer Request works now.
flow-transfer-request-grey =
    Most likely another request of yours is still open.
    1. Profile icon → View Profile → Primary Details.
    2. Press Withdraw Request.
    3. Look whether Make Transfer Request works now.
flow-transfer-chosen-wrong =
    1. Profile icon → View Profile.
    2. Press Cancel Transfer Request.
    3. Then ask again with the right organisation.
    Already approved there? Then a new request to the right organisation is needed.
flow-transfer-rejected =
    1. Look again: was it the right organisation, and were Group and Designation right?
    2. Ask the iGOT Cell of the organisation you asked for, why it was rejected.
    3. Ask again with the right data.
flow-transfer-approved =
    1. See in View Profile that the new organisation really stands there: approved, not only asked for.
    2. Log out and log in again, on the web and in the app.
    What is still wrong?
flow-transfer-ask-cell =
    Please ask the iGOT Cell of the circle or unit to which you want to belong.
    1. Send name, employee ID, and registered e-mail or mobile.
    2. Say which organisation stands in your profile and which is right.
    3. Add a screenshot of your profile.
    After that write to { $email }.
