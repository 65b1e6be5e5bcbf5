### Guided flow: wrong data in the profile

flow-profile = Wrong profile data

flow-profile-which = What is wrong in your iGOT profile?
flow-profile-employee-id =
    The CSI ID and the other ID fields from office records can only be changed by your MDO.
    1. Contact your circle's iGOT Cell at once.
    2. Send your name, the wrong ID, the right ID and your designation.
    3. Add a screenshot of your profile.
    4. Ask that these details reach the MDO admin.
flow-profile-contact =
    1. Profile icon → View Profile → Other Details.
    2. Press the pencil at the e-mail or mobile, and enter the new one.
    3. Press Request OTP and enter the OTP.
    4. Press Save Changes.
    A changed e-mail may also need approval by your MDO admin.
flow-profile-contact-otp =
    1. Check that the new number or e-mail is typed correctly.
    2. Wait at least 3 minutes before you ask again.
    3. Look in the spam folder; for SMS switch off DND.
    4. Ask once more and enter the OTP.
flow-profile-taken =
    "Already registered" means: another iGOT account has this number or e-mail. Often it is one's own old account.
    Please do not make a new account.
    Whose account is it?
flow-profile-name =
    1. Profile icon → View Profile → Edit Profile.
    2. Correct the name and press Save.
    3. If it needs approval, wait for it; then log out and log in.
    The user name beside it is made by iGOT and cannot be changed.
flow-profile-uneditable =
    If something is wrong and you cannot edit it, your circle's iGOT Cell gets it corrected.
    1. Contact the iGOT Cell at once.
    2. Write what is wrong and what is right, with name and employee ID.
    3. Add a screenshot of your profile.
    4. Ask that these details reach the MDO admin.
flow-profile-division =
    If the iGOT Cell does not answer, write to the Training Division: { $email }
    1. Send the same details and the screenshot.
    2. Say on which day you wrote to the iGOT Cell.
