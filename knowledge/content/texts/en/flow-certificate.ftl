### Guided flow: the certificate

flow-certificate = Certificate

flow-certificate-which = What is the matter with the certificate?
flow-certificate-complete =
    1. Open My iGOT → Completed.
    2. Look whether the course stands there with 100 %.
    The certificate usually comes within 24 hours after that. How long ago was it complete?
flow-certificate-wait =
    1. Wait until 24 hours are over.
    2. Then log out and log in again.
    3. Look on the web and in the app: Profile → My Learning → Completed → View Certificate.
flow-certificate-check =
    1. Open the course and every "+": each item needs a blue tick.
    2. See that the quiz is passed and the feedback form is sent.
    3. Log out and log in again; look on the web and in the app.
    4. Profile → My Learning → Completed → View Certificate.
flow-certificate-download =
    1. Open { $portal } in Chrome, best on a computer.
    2. Profile → My Learning → Completed → View Certificate → Download.
    3. Or open the course: About → Download Certificate.
flow-certificate-missing =
    This looks like a fault of the portal.
    1. Write down the course name and the day on which it was complete.
    2. Take a screenshot of the complete course with all its blue ticks.
    3. Send this to your circle's iGOT Cell, which can pass it on to iGOT's own support.
    No answer: { $email }.
flow-certificate-wrong-name =
    The certificate takes name and designation from your profile.
    1. Correct the profile first: Profile icon → View Profile → Edit Profile.
    2. Some changes need approval; after it log out and log in again.
    3. Download the certificate once more.
flow-certificate-wrong-name-cell =
    Ask your circle's iGOT Cell for a corrected certificate.
    1. Send the wrong certificate.
    2. Add a screenshot of your corrected profile.
    3. Write what is wrong and what is right.
    No answer: { $email }.
