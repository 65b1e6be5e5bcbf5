### Guided flow: the OTP does not arrive

flow-otp = OTP not coming

flow-otp-which =
    The OTP goes only to the mobile or e-mail that iGOT has for you.
    How should it come, or what happens?
flow-otp-mobile =
    1. Check that the number you type is the one that iGOT has.
    2. Wait at least 3 minutes before you ask again.
    3. See that SMS are not blocked: switch off DND.
    4. Ask once more.
flow-otp-email =
    1. Check that the e-mail you type is the one that iGOT has.
    2. Wait at least 3 minutes before you ask again.
    3. Look in the spam or junk folder.
    A third-party guide adds: an office mail server may hold such mails back.
flow-otp-refused =
    1. Wait at least 3 minutes.
    2. Ask for one new OTP, and ask only once.
    3. Type this one: it has 6 digits.
    Never give an OTP to anybody, not to me either.
flow-otp-other-way =
    Please take another of the guide's ways:
    1. Method A: e-mail and password, without any OTP.
    2. Login with OTP with your e-mail instead of the mobile, or the other way round.
    3. Method C: other numbers and e-mails that you used in the past.
flow-otp-known =
    Does iGOT know your e-mail?
    1. Open { $portal } in a browser.
    2. On the login page press Forgot Password and enter your e-mail.
    3. See whether iGOT knows it.
flow-otp-unfinished =
    An account is complete only after both OTPs, e-mail and mobile, were entered. If somebody stops before, no OTP may come later.
    Was your registration finished?
flow-otp-old-number =
    The OTP still goes to the old number until iGOT has the new one.
    Can you log in some other way, for example with a password or with an OTP by e-mail?
flow-otp-registering =
    1. Check that e-mail and mobile are typed correctly.
    2. Wait at least 3 minutes before you ask again.
    3. Look in the spam folder for the e-mail OTP; switch off DND for the SMS.
    4. Enter both OTPs. The account is complete only after both.
    Please do not begin again with another e-mail or number.
flow-otp-record =
    Your e-mail or mobile may stand differently in iGOT. The MDO admin of your organisation must check and correct it.
    1. Write to your circle's iGOT Cell.
    2. Give name, employee ID, and the right mobile and e-mail.
    3. After the correction ask for the OTP again.
    No answer: { $email }. Never send an OTP, and do not register again.
