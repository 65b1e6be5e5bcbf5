### Guided flow: cannot log in

flow-login = Cannot log in

flow-login-ways =
    Please try the guide's three ways at { $portal } or in the app:
    1. Method A: e-mail and password.
    2. Method B: OTP on your registered mobile number.
    3. Method C: other e-mails and numbers that you used in the past.
flow-login-which = What happens when you try to log in?
flow-login-more = Which of these is it?
flow-login-forgot =
    1. Open { $portal } in a browser.
    2. On the login page press Forgot Password and enter your e-mail.
    3. Open the link in the mail and set a new password.
    4. Log in with this e-mail and the new password.
    Not your e-mail? Try others that you used in the past.
flow-login-forgot-failed = Where did it stop?
flow-login-otp-way =
    You can log in without a password:
    1. On the login page choose Login with OTP.
    2. Enter the mobile number or e-mail that iGOT has.
    3. Enter the OTP.
    Also try other numbers and e-mails that you used in the past.
flow-login-invalid =
    "Invalid user details" mostly means: iGOT does not know this e-mail or number, or the registration was not finished.
    1. Try other e-mails and numbers that you used in the past.
    2. On the web press Forgot Password: it shows whether your e-mail is known.
    3. Please do not register again with another e-mail or number.
flow-login-lookup =
    The MDO admin of your organisation can look up which e-mail and number iGOT has for you, and correct them.
    1. Write to your circle's iGOT Cell.
    2. Give your name, employee ID, and the e-mail and number you tried.
    3. Ask them to check the record and correct it.
    Never send a password or OTP.
flow-login-parichay =
    Parichay is not needed.
    1. Log in with e-mail and password, or with Login with OTP.
    2. If you want Parichay: clear the browser's cache and use the newest Chrome or Edge.
    If Parichay still does not find your account, it may have to be linked again: ask your circle's iGOT Cell.
flow-login-revoked =
    "Your access has been revoked…" means: your old organisation has marked you as no longer its user.
    The way back is a transfer request to your right organisation. The access returns when that organisation approves it.
flow-login-app-returns =
    Some phones close the app while you read the SMS.
    1. Ask for the OTP by e-mail, and read it in the notification without leaving the app.
    2. Or let the app read the OTP by itself, if it offers this.
    3. Or set a password on the web (Forgot Password) and log in to the app with it.
flow-login-app-clean =
    1. Update the app.
    2. Clear its cache and data in the phone's settings, then log in again.
    3. See that the phone has Android 8 or newer.
    4. If it goes on, use { $portal } in Chrome.
flow-login-clean =
    1. Open { $portal } in the newest Chrome, Edge or Firefox.
    2. Clear the browser's cache and try again.
    3. Try a computer, or another internet connection.
flow-login-platform =
    This looks like a fault of the app or portal.
    1. Note the phone model, the app's version, the time and the exact words.
    2. See whether it is the same on a computer.
    3. Send this with a screenshot to your circle's iGOT Cell, which can pass it on to iGOT's own support.
    Please do not make a new account meanwhile.
flow-login-two-accounts =
    1. Do not open another account, and do not close one yourself.
    2. Log in to each and note its e-mail or mobile, its organisation and its Completed courses.
    3. Go on in one only, so that your progress is not split.
    iGOT cannot join two accounts: what stands in a closed one is lost.
flow-login-two-accounts-cell =
    Ask your circle's iGOT Cell which account should stay, before anything is closed.
    1. Send both e-mails or numbers, and screenshots of both profiles.
    2. Say which courses are complete in which one.
    Whether courses of the other account count is not decided in any order I know.
flow-login-old-contact =
    The OTP goes only to the number or e-mail that iGOT has for you.
    Can you still log in some other way, for example with a password or with an OTP by e-mail?
flow-login-ask-cell =
    Please ask your circle's iGOT Cell:
    1. which of the ways A, B and C you tried
    2. the exact words on the screen, and the time
    3. a screenshot, and whether it was app or computer
    After that write to { $email }. Never send a password or OTP, and do not make a second account.
