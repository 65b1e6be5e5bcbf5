### Guided flow: the Comprehensive Assessment

flow-assessment = Assessment trouble

flow-assessment-which =
    { $over ->
        [yes] The Comprehensive Assessment of { $year } was to be passed by { $last_date }. It may be closed now: ask your circle's iGOT Cell.
       *[other] The Comprehensive Assessment of { $year } is to be passed by { $last_date }.
    }
    What is the matter with it?
flow-assessment-prerequisites =
    It opens only when the { $prerequisites } courses set for your role are complete. "Assessment courses" in the menu names them.
    Look in My iGOT → Completed: does each stand there, with 100 % and a certificate?
flow-assessment-finish =
    1. Open the missing course from My iGOT → APAR.
    2. Finish every item, the quiz and the feedback form.
    3. See that it stands in Completed and has its certificate.
    4. Then open the assessment again.
flow-assessment-extra =
    For some posts one assessment course is not among the { $total }.
    1. First look for its title in My iGOT → APAR.
    2. Not there? Search the exact title on iGOT.
    3. Only the version in your APAR list counts: ask your circle's iGOT Cell before you spend hours on it.
flow-assessment-log-in-again =
    1. Log out and log in again.
    2. On the home page open Scheduled Assessments → Start Program.
    3. Still locked? Finish all courses in My iGOT → APAR: the order puts course completion before the assessment.
flow-assessment-card =
    1. Log out and log in again, best on a computer.
    2. On the home page look for Scheduled Assessments.
    3. Press Start Program there.
    It shows only in its time window, and only for a matching profile.
flow-assessment-profile =
    The assessment shows only for a matching profile. Look in View Profile:
    1. Are Group and Designation exactly the official ones?
    2. Is the organisation your circle or unit?
    3. Is the green tick there?
flow-assessment-moved =
    After a move another list and another assessment may be set for you. Which one counts is not decided in any order I know.
    1. Ask the iGOT Cell of the new circle or unit, if you can in writing.
    2. Send screenshots of your profile, of My iGOT → APAR and of your certificates.
flow-assessment-plan =
    It may be a fault in the plan, not yours. Your circle's iGOT Cell must look at it.
    1. Send screenshots of your profile, of My iGOT → APAR and of the locked or missing assessment.
    2. Add the certificates of the { $prerequisites } courses.
    3. Ask whether its time window is open: I do not know its dates.
flow-assessment-division =
    If the iGOT Cell cannot mend it, write to the Training Division: { $email }
    1. Send the same screenshots, with name, designation and circle.
    2. Say on which day you wrote to the iGOT Cell and what it answered.
flow-assessment-broke-off =
    1. Note the time and the words on the screen; take a screenshot.
    2. Open the assessment again on the web: was an attempt counted?
    3. Go on at a computer with a good connection, without changing tabs.
    4. Do not close the browser in the middle.
flow-assessment-lost =
    An attempt that was lost by a technical fault can be sent up for review.
    1. Note date, time and the exact error.
    2. Send this with screenshots to your circle's iGOT Cell.
    3. Ask it to pass the case to iGOT's own support.
    No source I know promises that the attempt is given back.
flow-assessment-fault =
    This looks like a fault of the portal.
    1. Note date, time, phone or computer, browser or app version.
    2. Send this with screenshots to your circle's iGOT Cell, which can pass it on to iGOT's own support.
    { $over ->
        [yes] The last date of { $year } was { $last_date }.
       *[other] Do this at once: the last date is { $last_date }.
    }
flow-assessment-used-up =
    There are { $attempts } attempts.
    1. Open the assessment on the web and see how many are left.
    2. A test that broke off may not have counted.
    What do you find?
flow-assessment-after-the-last =
    What follows after all { $attempts } attempts is not decided in any order I know, and I will not guess.
    1. Write to your circle's iGOT Cell, with a screenshot of the result.
    2. Then ask the Training Division: { $email }
flow-assessment-not-passed =
    You have { $attempts } attempts, and wrong answers cost nothing.
    1. Go through the courses of the assessment again.
    2. Then open Scheduled Assessments on the home page.
    3. Leave no question empty: { $safe_right } or more right answers of { $questions } are safe.
