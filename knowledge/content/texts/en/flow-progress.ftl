### Guided flow: a course is stuck or does not open

flow-progress = Course is stuck

flow-progress-which = What happens in the course?
flow-progress-app-first = Does something in the app not work? Choose it; otherwise tap "All is well".
flow-progress-stuck =
    1. Open the course and every "+": which item has no blue tick?
    2. Play the end of that item again to its very end, without skipping; press Next.
    3. Send the quiz and the feedback form: press Submit.
    4. Leave the course and open it again.
flow-progress-stuck-on-web =
    1. Open { $portal } on a computer, in the newest Chrome, Edge or Firefox.
    2. Log in and finish the last item there. Progress is the same on web and app.
    3. Log out, log in, and look again.
flow-progress-recorded =
    The guide says: progress is not recorded while your profile is unverified.
    Profile icon → View Profile: is there a green tick beside your name?
flow-progress-one-sitting =
    1. Do the item in one sitting: one of 20 minutes needs 20 minutes.
    2. Do not play it faster, and do not leave before the end.
    3. Stay online all the time.
    4. At the end press Next. Scroll a PDF to its end.
flow-progress-video = Where does the video not play?
flow-progress-office-network =
    Office networks may block the videos (YouTube).
    1. Open the same course in the iGOT Karmayogi app.
    2. Or use another internet connection.
    Progress is the same on web and app.
flow-progress-on-phone =
    1. Use a steady connection, if you can Wi-Fi.
    2. Turn the phone sideways and back.
    3. Update the app, close it and open it again.
    4. Otherwise open the same course in Chrome.
flow-progress-on-web =
    1. Open { $portal } in the newest Chrome, Edge or Firefox, best on a computer.
    2. Clear the browser's cache and log in again.
    3. Open the same item there. Progress is the same on web and app.
flow-progress-pdf =
    1. Open the PDF in the course.
    2. Scroll to its very end.
    3. Go back to the course and look for the blue tick.
flow-progress-app =
    1. Does another site open? If you can, use Wi-Fi.
    2. Close the app and open it again.
    3. Android: clear its cache and data; see that the battery saver does not block it.
    4. The app needs Android 8 or newer; update it.
    5. Otherwise use Chrome.
flow-progress-report =
    The office sees reports that are made anew once a day.
    1. See that the course stands in My iGOT → Completed.
    2. Ask the office again a day later.
    3. Keep your certificate.
flow-progress-report-cell =
    Please ask your circle's iGOT Cell.
    1. Send name, employee ID and the course name.
    2. Add the certificate and a screenshot of My iGOT → Completed.
    No answer: { $email }.
flow-progress-fault =
    This looks like a fault of the course or the portal.
    1. Note the course, the item, the time, and phone or computer.
    2. Take a screenshot of the item without blue tick, or of the error.
    3. Send this to your circle's iGOT Cell, which can pass it on to iGOT's own support.
    No answer: { $email }.
