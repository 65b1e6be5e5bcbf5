### Guided flow: the assigned courses do not show

flow-courses = Courses not showing

flow-courses-which =
    1. Open the home page of { $portal } or of the app → My iGOT.
    2. Look in the tabs APAR, Upcoming, Overdue, Completed and All.
    { $over ->
        [yes] The last date of { $year } was { $last_date }: unfinished courses may stand in Overdue.
       *[other] Courses past their date stand in Overdue.
    }
    What do you see?
flow-courses-organisation =
    The list comes from your organisation. Profile icon → View Profile: which organisation stands there?
    "Department of Posts" is never right. With "iGOT" or "Karmayogi Prarambh" no list can be assigned to you.
flow-courses-verified =
    By the order, the courses show only when Group and Designation are correct.
    Look in View Profile: are both exactly the official ones, and is there a green tick beside your name?
flow-courses-log-in-again =
    1. Log out and log in again, on the web and in the app.
    2. Open My iGOT → APAR once more.
    3. Was something approved only now? A new list can take some time to show.
flow-courses-one =
    1. Look in Completed: a finished course moves there.
    2. Look in All.
    3. Compare with "My courses" in the menu here. That list is a guide: your own My iGOT → APAR decides.
flow-courses-tag =
    Only the version of a course that is in your APAR list counts. Another version may have the same title.
    Open My iGOT → APAR and look for the title there.
flow-courses-version =
    Then you probably did another version. Whether it counts is not decided in any order I know.
    1. Send the certificate and a screenshot of My iGOT → APAR to your circle's iGOT Cell.
    2. Ask whether you must do the APAR version too, before you repeat it.
    3. Open courses only from My iGOT → APAR from now on.
flow-courses-after-transfer =
    1. See in View Profile that the new organisation stands there: approved, not only asked for.
    2. Log out and log in again, on the web and in the app.
    3. Open My iGOT → APAR. A new organisation may show other courses.
flow-courses-new-cell =
    Which list counts after a transfer in the year is not decided in any order I know.
    1. Ask the iGOT Cell of the new circle or unit, if you can in writing.
    2. Send a screenshot of your profile and of My iGOT → APAR.
    3. Keep the certificates of what is done.
flow-courses-wrong-list =
    iGOT gives the list by your Group, Designation and organisation.
    Look in View Profile: are all three right?
flow-courses-plan =
    Then the list itself may not be assigned to you. You cannot mend that: your circle's iGOT Cell must look at it with the MDO admin.
    1. Send name, employee ID, Group, Designation and organisation.
    2. Add screenshots of your profile and of My iGOT → APAR.
    3. Name the course that is missing.
flow-courses-division =
    If the iGOT Cell cannot mend it, write to the Training Division: { $email }
    1. Send the same screenshots.
    2. Say on which day you wrote to the iGOT Cell and what it answered.
