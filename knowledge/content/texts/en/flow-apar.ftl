### Guided flow: the APAR does not show it

flow-apar = Not in my APAR

flow-apar-kind =
    • Online (SPARROW): the status is fetched from iGOT.
    • On paper: your MDO, for example the circle, makes the status.
    Is your APAR for { $year } online or on paper?
flow-apar-which-kind =
    Ask the section of your office that deals with the APARs whether yours is filled in SPARROW or on paper.
    Then choose here.
flow-apar-completed =
    1. On iGOT open My iGOT → Completed.
    2. See that all your APAR courses stand there.
    3. See that the Comprehensive Assessment is complete too.
    What does iGOT show?
flow-apar-verified =
    The guide: progress is not recorded for an unverified profile, and a wrong mapping gives no APAR credit.
    Profile icon → View Profile: is the green tick there, and are Group, Designation and organisation right?
flow-apar-same-data = Compare iGOT and SPARROW: are your e-mail and your employee ID exactly the same in both?
flow-apar-fetched =
    Then the data may only not have come over yet. I know of no dates for this.
    1. In SPARROW look in Part I under "Training Programs Attended".
    2. Ask your circle's iGOT Cell when the data for { $year } is or was fetched.
    3. After that look again.
flow-apar-paper =
    For a paper APAR your MDO makes the status.
    1. See that My iGOT → Completed shows all, and that your profile has the green tick.
    2. Ask your circle's iGOT Cell that your MDO gives the status for { $year }.
    3. Keep your certificates ready.
    How it is put into the paper form is not decided in any source I know.
flow-apar-send =
    By the order it is your own duty to see that it shows, so please ask in writing.
    1. Take a screenshot of My iGOT → Completed and one of the APAR or SPARROW page.
    2. Send both with name and employee ID to your circle's iGOT Cell or MDO.
    3. Keep the certificates.
flow-apar-division =
    If they cannot mend it, write to the Training Division: { $email }
    1. Send both screenshots and the certificates.
    2. Say on which day you wrote to the iGOT Cell and what it answered.
