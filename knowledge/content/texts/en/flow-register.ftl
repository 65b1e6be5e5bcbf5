### Guided flow: an account on iGOT

flow-register = Create an account

flow-register-have =
    First make sure that you have no account: many were entered by their office.
    1. On { $portal } try Login with OTP with your numbers and e-mails, old ones too.
    2. Press Forgot Password: it shows whether your e-mail is known.
    Never make a second account: it splits your progress.
    What do you find?
flow-register-email = Do you have a government e-mail of your own (ending in gov.in or nic.in)?
flow-register-new =
    1. Open { $portal } → Register.
    2. Enter name, government e-mail and mobile.
    3. Enter both OTPs, e-mail and mobile: the account is complete only after both.
    4. Where it asks for the organisation, choose your own circle or unit, never "Department of Posts".
    5. Choose Group and Designation exactly.
    Parichay is not needed.
flow-register-finish =
    An account is complete only after both OTPs. If you stopped before:
    1. Open { $portal } → Register again.
    2. Enter the same e-mail and the same mobile as before.
    3. Enter both OTPs, e-mail and mobile.
flow-register-taken =
    "Already registered" means: an account with this e-mail or number exists. Perhaps your office entered you.
    Please do not register with another e-mail or number.
flow-register-no-gov-email =
    Then your office must put you on iGOT: its MDO admin can enter employees.
    1. Write to your circle's iGOT Cell.
    2. Send name, mobile, e-mail, employee ID, designation and office.
    3. Until then do not make an account with other data.
    A third-party guide says: after that, Jan Parichay works with your mobile.
flow-register-ask-cell =
    Please ask your circle's iGOT Cell.
    1. Say at which step the registration stops.
    2. Write the exact words on the screen and add a screenshot.
    3. Give name, employee ID, designation and office.
    No answer: { $email }. Never send a password or OTP.
