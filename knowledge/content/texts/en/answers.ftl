### Answers in English. The program adds the source line and, when the year is over, a line saying so.

## Pieces of the composed answers: courses and syllabus

courses-lead = { $over ->
        [yes] The { $total } courses for { $designation } were:
       *[other] Your { $total } courses, as { $designation }:
    }
courses-pillar-domain = *Domain*
courses-pillar-functional = *Functional*
courses-pillar-behavioural = *Behavioural*
courses-pillar-common = *Common courses*
courses-line = • { $title }
courses-line-time = • { $title } ({ $time })
courses-known-time = { $unknown ->
        [0] Total length: { $time }.
        [one] Known lengths together: { $time }. 1 more course has no published length.
       *[other] Known lengths together: { $time }. { $unknown } more courses have no published length.
    }
courses-no-time = No length is published for these { $unknown }: each course's page on iGOT shows it.
syllabus-lead = { $over ->
        [yes] The assessment for { $designation } was set from these courses:
       *[other] The assessment for { $designation } is set from these courses:
    }
syllabus-line = • { $title }
syllabus-line-extra = • { $title } ← not among your { $total }
extra-warning = { $over ->
        [yes] Outside the { $total }, but asked for by the assessment
       *[other] Outside your { $total }, but your assessment needs it
    } ({ $count ->
        [one] one more course
       *[other] { $count } more courses
    }): { $titles }. { $over ->
        [yes] Only the version in the APAR plan counted. If it was not listed there, ask your circle's iGOT Cell.
       *[other] Search the exact title on iGOT, or see My iGOT → APAR. On iGOT's own help pages: only the version in the APAR plan counts. If it is not listed there, ask your circle's iGOT Cell before you spend hours on it.
    }
path-same = { $over ->
        [yes] These are all among the { $total }: they made up the floor and opened the assessment.
       *[other] Do these first: they are all among your { $total }, they are also the floor, and they open the assessment.
    }
path-extra = { $over ->
        [yes] The shortest way to the floor and the assessment was { $floor_total } courses: those of the assessment, and as many of the { $total } as were needed to have { $floor } of them done.
       *[other] Shortest way to the floor and the assessment: { $floor_total } courses. First those of the assessment, then others of your { $total } until { $floor } of them are done.
    }
floor-target = { $over ->
        [yes] The order's floor was 50 %, that is { $floor } of { $total }, with the assessment. The Department asked for all { $total }. Stopping at { $floor } did not complete it.
       *[other] The order's floor is 50 %, that is { $floor } of { $total }, with the assessment. The Department asks for all { $total }. Stopping at { $floor } does not complete it.
    }
list-authority = { $over ->
        [yes] The final list was the one on your own iGOT then: My iGOT → APAR.
       *[other] The final list is the one on your own iGOT: My iGOT → APAR.
    }
courses-reading = { $part ->
        [curriculum] { $over ->
            [yes] The guide's lists did not name { $designation }; by my reading it was this list.
           *[other] The guide's lists do not name { $designation }; by my reading it is this list.
        }
        [syllabus] { $over ->
            [yes] The guide's table of assessments did not name { $designation }; by my reading its courses were these.
           *[other] The guide's table of assessments does not name { $designation }; by my reading its courses are these.
        }
       *[both] { $over ->
            [yes] The guide did not name { $designation }; by my reading it was this list.
           *[other] The guide does not name { $designation }; by my reading it is this list.
        }
    } { $over ->
        [yes] What your My iGOT → APAR showed then decided.
       *[other] Your My iGOT → APAR decides.
    }
source-line-reading = Source: { $sources }. That they apply to this post is my reading.
courses-undecided = { $over ->
        [yes] The papers I have did not decide which { $total } courses applied to { $designation }, so I will not guess.
       *[other] The papers I have do not decide which { $total } courses apply to { $designation }, so I will not guess.
    }
    { $over ->
        [yes] 1. What your My iGOT → APAR showed then counted; what it shows now may be another year's list.
       *[other] 1. Open My iGOT → APAR on iGOT: the list there is yours.
    }
    { $over ->
        [yes] 2. If you do not have that list, ask your circle's iGOT Cell, then { $email }.
       *[other] 2. If it is empty or looks wrong, ask your circle's iGOT Cell, then { $email }.
    }
one-question-first = As { $designation }: one question first, because the papers I have { $over ->
        [yes] did not decide everything for this post.
       *[other] do not decide everything for this post.
    }
syllabus-undecided = { $over ->
        [yes] The papers I have did not decide which courses the assessment of { $designation } was set from.
       *[other] The papers I have do not decide which courses the assessment of { $designation } is set from.
    }
    { $over ->
        [yes] • What your My iGOT → APAR and the assessment showed then counted. If you need it, ask your circle's iGOT Cell, then { $email }.
       *[other] • Look at My iGOT → APAR and at the assessment itself on iGOT. If it is not clear there, ask your circle's iGOT Cell, then { $email }.
    }
courses-excluded = { $over ->
        [yes] No. The order did not cover you as { $designation }: you did not have to do it for the APAR.
       *[other] No. The order does not cover you as { $designation }: you need not do it for the APAR.
    } No order I know names a punishment for you. The order is for the departmental employees of Groups A, B and C, without GDS and contractual staff. You may still learn on iGOT of your own wish (my reading: the order only says who must).
courses-excluded-reading = { $over ->
        [yes] By my reading no: the order left out GDS and contractual staff, and I count you as { $designation } among them.
       *[other] By my reading no: the order leaves out GDS and contractual staff, and I count you as { $designation } among them.
    } It does not name this case itself, so please ask your circle's iGOT Cell, then { $email }, before you rely on it. No order I know names a punishment for you.
courses-excluded-company = { $over ->
        [yes] By my reading no: the order was for those working in or posted under the Department of Posts, and India Post Payments Bank, where you are as { $designation }, is a separate company.
       *[other] By my reading no: the order is for those working in or posted under the Department of Posts, and India Post Payments Bank, where you are as { $designation }, is a separate company.
    } The order does not name it. Are you a Department employee on deputation there? That is not decided in any order I know: ask your circle's iGOT Cell, then { $email }. No order I know names a punishment for you.
courses-excluded-retired = As { $designation }: retirement during the year is not decided in any order I know, so I say neither yes nor no.
    • Did you retire within { $year }? Ask your circle's iGOT Cell in writing, with the date of retirement, then { $email }.
    • Had you retired before { $year } began? The order speaks of employees working in or posted under the Department, so by my reading it does not mean you.
    No order I know names a punishment for you.
for-the-covered = For those whom the order covers:
courses-need-designation = Which post do you hold? Write it in your own words, for example: PA, Postman, MTS, Inspector.

## Pieces: the training year

not-covered = This is { $year }, which is over (last date { $last_date }). No later list is loaded here. For the new one see My iGOT → APAR or ask your circle's iGOT Cell.
year-line = Training year { $year }

## Pieces: dates

deadline-lead = { $over ->
        [yes] The dates of { $year } were:
       *[other] The dates of { $year }:
    }
deadline-phase = { $when ->
        [past] • { $date } (past): { $count } of { $total } courses
        [today] • today, { $date }: { $count } of { $total } courses
       *[future] • by { $date } ({ $days ->
            [one] 1 day left
           *[other] { $days } days left
        }): { $count } of { $total } courses
    }
deadline-assessment = { $when ->
        [past] • { $date } (past): the Comprehensive Assessment had to be passed
        [today] • today, { $date }: the Comprehensive Assessment is to be passed
       *[future] • by { $date } ({ $days ->
            [one] 1 day left
           *[other] { $days } days left
        }): the Comprehensive Assessment passed
    }
deadline-note = { $extended ->
        [yes] A later last date ({ $last_date }) than that of the first order has been entered here.
       *[other] I know of no extension of { $last_date }.
    } { $when ->
        [past] If something was left undone, ask your circle's iGOT Cell what is still possible.
        [today] Today is the last day. If you cannot finish, note date and reason and ask your circle's iGOT Cell.
       *[other] Do not wait for the last days.
    } The earlier dates are only in the Training Division's guide.

## Pieces: the assessment and the length of courses

assessment-facts =
    { $over ->
        [yes] The Comprehensive Assessment of { $year } had:
       *[other] The Comprehensive Assessment of { $year } has:
    }
    • { $questions } questions in { $minutes } minutes
    • pass mark { $pass_percent } %. The guide also says "more than { $pass_percent } %", so { $over ->
        [yes] { $safe_right } right answers or more were safe; { $pass_percent } % exactly was doubtful
       *[other] { $safe_right } right answers or more are safe; { $pass_percent } % exactly is doubtful
    }
    • { $over ->
        [yes] no negative marking
       *[other] no negative marking: leave no question empty
    }
    • { $attempts } attempts
assessment-fail =
    { $over ->
        [yes] Those who did not pass could try again, up to { $attempts } attempts in all.
       *[other] Not passed? Go through its courses again and try again, up to { $attempts } attempts in all.
    } What follows the last attempt is not decided in any order I know: ask your circle's iGOT Cell, then { $email }.
assessment-note = { $over ->
        [yes] There was one assessment for your role and it opened after its own courses ({ $prerequisites }); the small quizzes at the end of a course were something else.
       *[other] There is one assessment for your role and it opens after its own courses ({ $prerequisites }); the small quizzes at the end of a course are something else.
    }
duration-lead = { $over ->
        [yes] Length of the { $year } courses, as far as the Training Division's guide gave it:
       *[other] Length of your { $year } courses, as far as the Training Division's guide gives it:
    }
duration-lead-all = Lengths that the Training Division's guide gives for { $year }; not every course is in every list. Tell me your post, and I show only yours.
duration-note = Where no length is shown here, open the course's page on iGOT: its length is shown there. You can stop and go on later.

## Pieces: contacts

support-lead = Ask in this order. Have ready: name, post, circle, employee ID, and a screenshot of the fault. Never send a password or OTP.
support-cell-known =
    1. iGOT Cell, { $circle }: { $contact }
    • Hours: { $hours }
support-cell-empty = 1. iGOT Cell of { $circle }: no contact has been entered here yet. Ask in your divisional or circle office for the iGOT Cell under the AD/APMG (Staff).
support-cell-unknown-circle = 1. The iGOT Cell of your circle, under the AD/APMG (Staff) in the Circle Office. Tell me your circle and I will look whether I have its contact.
support-division = 2. Training Division, Department of Posts: { $email }
support-platform = 3. Only for faults of the portal itself: { $platform_email }. This address is from Karmayogi Bharat's public code, so please confirm it on the portal before you write.

## Pieces: privacy

privacy-lead =
    What I keep about you, so that I can answer you:
    • The number of this chat, to send you the replies
privacy-item-language = • Language, which you chose or wrote in: { $value }
privacy-item-designation = • Designation, which you told me: { $value }
privacy-item-talk = • For this talk only, the designation you named: { $value }
privacy-item-circle = • Circle, which you told me: { $value }
privacy-item-progress = • What you told me of your courses and your assessment, what the iGOT Cell's reports show of them, and when you want reminders. See /progress and /reminders
privacy-item-messages = • For each message a number, so that none is answered twice. Its words are erased once it is answered, except as said below; a message I could not read is kept for up to 30 days.
privacy-item-attempts = • For each reply: when I tried to send it and whether it arrived
privacy-item-review = • A question that I did not understand, or whose answer I asked you to rate: its words, without numbers and the names I recognise, for up to 90 days, to improve the answers. Nothing shows who wrote it, so /delete cannot reach it. For your circle only a number is kept: how often a topic went without help.
privacy-item-said = • Your last three messages, without numbers and the names I recognise, so that a helper need not ask you again: gone 90 days after you last wrote
privacy-item-request = • Your request { $number } to the helpdesk, with what you and the helper wrote in it: until { $kept } days after it is closed, pictures and files { $attachments } days
privacy-none = You have told me nothing about yourself yet: no designation and no circle.
privacy-how-delete = To erase what you told me, send /delete and confirm. If you asked me not to write to you, that wish stays, in a form that does not show who you are. I cannot see your iGOT account. Never send me a password or OTP.

## Answers: courses

answer-courses-where =
    { $over ->
        [yes] The assigned courses of { $year } were on iGOT under *My iGOT*, in the *APAR* tab. To look there:
       *[other] Your assigned courses are on iGOT under *My iGOT*, in the *APAR* tab.
    }
    1. Log in at { $portal } or in the iGOT Karmayogi app.
    2. On the home page open My iGOT → APAR. On iGOT's own help pages: these courses carry a green APAR tag.
    3. Open a course from this tab and start: on the same pages, only the version in the APAR plan counts.
    4. To go on later: Profile → My Learning → In Progress → Resume.
    5. Every item of the course needs a blue tick. Scroll a PDF to its end.

    Is the tab empty? Then your profile is most likely not verified yet: choose "Courses not showing".

answer-courses-missing =
    The courses show only when Group, Designation and organisation in your profile are right and verified.
    1. Profile icon → View Profile: look at Group, Designation, organisation and the green tick.
    2. Does the organisation say "Department of Posts", "iGOT" or "Karmayogi Prarambh"? Use Make Transfer Request to your own circle or unit.
    3. Correct what is wrong and press Send for Approval.
    4. After the approval log out and log in again. A new list can take some time to show.
    5. Is only one course missing? Look in the Completed tab.

    Steps 3 to 5 are from iGOT's own help pages. Still empty: send your name, employee ID and a screenshot to your circle's iGOT Cell, then to { $email }.

answer-courses-minimum =
    { $over ->
        [yes] { $floor } courses alone did not complete it.
       *[other] { $floor } courses alone do not complete it.
    }
    • The floor in the O.M. of 18.08.2025: 50 %, that is { $floor } of { $total }, plus the Comprehensive Assessment.
    { $over ->
        [yes] • What the Department's letter of 19.02.2026 asked: all { $total } by { $last_date }.
       *[other] • What the Department's letter of 19.02.2026 asks: all { $total } by { $last_date }.
    }

    { $over ->
        [yes] The way it was meant: first the courses of the assessment, then the others.
       *[other] A good way: first the courses of your assessment, then the others, then the assessment.
    } For some posts one of those { $over ->
        [yes] was
       *[other] is
    } not among the { $total }; "Assessment courses" shows it for yours.

    If your circle told you another number, go by its letter and ask the iGOT Cell.

## Answers: honest learning

answer-integrity-skipping =
    Please do not skip ahead, speed up or use an auto-clicker.
    • A DoP circular of 16.06.2025, which I know from a report, says that courses of over 20 minutes were finished in under 20 seconds. It calls this misuse and tells the circles to forbid it strictly.
    • On iGOT's own help pages: in some courses a faster speed or leaving early means that the progress is not recorded. A 20-minute part needs 20 minutes.

    What to do:
    1. Do short parts, and go on later with Resume.
    2. At the end of a part press Next.
    3. Stuck at 90–99 %? Look for the item without a blue tick, play its end again and send the feedback form.

    What happens to somebody who skipped is not said in any order I know.

answer-integrity-individual =
    Each person does the courses and the assessment alone, in their own login.
    • The Department's letter of 19.02.2026 says that course, progress, assessment and certificate are tied to the individual login, and that the courses are not meant to be held together offline at Division level.
    • So nobody should do them for you, and you should not do them for anybody else.
    • Never give your password or OTP to another person.

    Need help with the phone? A colleague may show you where to tap: no order I know speaks about that. But the learning and the answers must be your own. You can learn at any time and place, in small parts.

## Answers: assessment

answer-assessment-unlock =
    { $over ->
        [yes] The assessment of { $year } opened only after the courses for the role ({ $prerequisites }) were complete. It may be closed now: ask your circle's iGOT Cell. How it was found:
       *[other] The assessment opens only when the courses for your role ({ $prerequisites }) are complete.
    }
    1. See that all of them show 100 % and have a certificate. "Assessment courses" names them.
    2. Log out and log in. On the home page open Scheduled Assessments → Start Program.
    3. Still locked? Finish all courses in My iGOT → APAR: the order puts course completion before the assessment.
    4. See that Group, Designation and organisation are right. On iGOT's own help pages: the card shows only in its time window and for a matching profile.
    5. Still locked: it may be a fault in the plan, not yours. Send screenshots to your circle's iGOT Cell, then to { $email }.

## Answers: duty

answer-mandate-scope =
    { $over ->
        [yes] In { $year } it was for all departmental employees of the Department of Posts: Groups A, B and C.
       *[other] It is for all departmental employees of the Department of Posts: Groups A, B and C.
    }
    • Covered: everybody working in or posted under the Department, from Postmaster General to Postman and MTS.
    • Not covered: GDS (BPM, ABPM, Dak Sevak) and contractual staff. They may learn on iGOT of their own wish; a DoPT memo of 05.02.2026 (I know a third-party copy) counts temporary hires under Mission Karmayogi, but for the APAR the Department left these two out.

    Long leave, retirement in the year, deputation outside, very short service: not decided in any order I know. Ask your circle's iGOT Cell, then { $email }.

answer-mandate-why =
    { $over ->
        [yes] Yes, it was compulsory for { $year }.
       *[other] Yes, it is compulsory.
    } The orders:
    • DoPT O.M. of 04.07.2025: all Central Government employees, every year, shown in the APAR.
    • DoP O.M. of 18.08.2025: at least 50 % of the prescribed { $total } courses and the assessment, by { $last_date }. It leaves out GDS and contractual staff.
    • DoP letter of 19.02.2026: the { $total } courses are required by { $last_date }.

    If it is not done: the order makes it the employee's own responsibility when completion does not show in the APAR, and the guide says that without the assessment no APAR credit is logged. More than this (increment, promotion, grading) is not decided in any order I know.

answer-apar =
    { $over ->
        [yes] It belongs to the APAR for the work year { $year }, which is written in { $apar_year }.
       *[other] It goes into the APAR for the work year { $year }, which is written in { $apar_year }.
    } Is your APAR online or on paper?
    • Online (SPARROW): the status is fetched from iGOT.
    • On paper: your MDO (your organisation on iGOT, e.g. the circle) makes the status.
    It stands in Part I, in a new table under "Training Programs Attended".

    Not showing?
    1. See that iGOT shows it in My iGOT → Completed.
    2. On iGOT's own help pages: e-mail and employee ID must be the same in iGOT and SPARROW.
    3. Send both screenshots to your MDO or circle's iGOT Cell, then to { $email }.

    The order makes it your duty to see that it shows, so keep the certificates.

## Answers: profile

answer-profile-green_tick =
    The green tick beside your name means that your profile is verified.
    1. Log in at { $portal } → Profile icon → View Profile.
    2. Group and Designation must be exactly the official ones.
    3. No tick? On iGOT's own help pages: Primary Details → pencil → set Group and Designation → Send for Approval.
    4. The MDO admin of your circle or unit approves, usually in 1–3 working days; it depends on that office.
    5. Log out and log in.

    Still no tick: remind your circle's iGOT Cell with name, registered e-mail or mobile, and employee ID.
    Get verified first: the guide says that progress is not recorded for an unverified profile. What becomes of earlier progress is not decided in any order I know.

answer-profile-mismatch =
    If CSI ID, mobile or designation is wrong and you cannot edit it, contact your *circle's iGOT Cell* at once. Send your details for correction to your MDO.

    What you can change yourself, on iGOT's own help pages (Profile icon → View Profile):
    • Group, Designation: Primary Details → pencil → Send for Approval.
    • E-mail, mobile: Other Details, confirmed by OTP.
    • Employee ID fields from office records: only the MDO can change them.
    • Designation not in the list: search the full form, not the short one. Otherwise the MDO must add it.

    After approval log out and log in. No answer: { $email }.

answer-mdo-transfer =
    Choose your own circle or unit, never the general "Department of Posts".
    1. Profile icon → View Profile → ⋮ (three dots by your name) → Make Transfer Request.
    2. Choose the organisation, e.g. Delhi Postal Circle, Postal Training Centre Mysore or CEPT. A Region only if it is in the list.
    3. Choose Group and Designation → Submit request.
    4. The new organisation approves. Log out and log in.

    Please note: after a transfer request your profile needs verification again.

    On iGOT's own help pages: button grey? Primary Details → Withdraw Request first. Wrong choice? View Profile → Cancel Transfer Request. Waiting for days? Remind the iGOT Cell of the new circle.
    A move inside one circle needs, as I read it, only a corrected profile.

answer-mdo-missing =
    Most likely the name is only written differently.
    1. In the list search a part of the name, e.g. "Delhi Postal".
    2. Choose your circle, Postal Directorate, PTC or RAKNPA. Staff of divisions, head offices and RMS choose, as I read it, their circle.
    3. A Region only if it is in the list.
    4. Do not choose "Department of Posts" or another circle for the time being.

    Still not there: ask your circle's iGOT Cell to have it added, and say the exact name and send a screenshot. Then { $email }.

## Answers: login and account

answer-login-failed =
    Try the guide's three ways, one after the other:
    • A: e-mail and password.
    • B: OTP on your registered mobile number.
    • C: other e-mail addresses or numbers that you used in the past.

    If it still fails, on iGOT's own help pages:
    1. Forgotten password: use Forgot Password on the web.
    2. Parichay fails: log in with password or OTP instead.
    3. Clear the browser's cache, use the newest Chrome or Edge, or a computer.
    4. "Your access has been revoked…": Make Transfer Request to your right organisation.

    Do not open a second account. Then ask your circle's iGOT Cell, with the exact error and a screenshot; after that { $email }. Never send anybody your password or OTP.

answer-login-otp =
    The OTP goes only to the mobile or e-mail that iGOT has for you.
    1. Wait at least 3 minutes before you ask again.
    2. Look in the spam folder; switch off DND for SMS.
    3. Try the other way: e-mail OTP instead of mobile, or e-mail and password.
    4. Try numbers and e-mails that you used in the past.
    5. On the web press Forgot Password: it shows whether your e-mail is known.
    6. If you left the registration before both OTPs were entered, finish it first.

    Steps 1, 2, 5 and 6 are from iGOT's own help pages. Old number in iGOT? Your circle's iGOT Cell must correct it, then { $email }. Never give an OTP to anybody, not to me either.

answer-register =
    First make sure that you have no account yet: try your old e-mails and numbers. Never make a second one.
    1. Open { $portal } → Register.
    2. Enter name, e-mail and mobile.
    3. Enter both OTPs, e-mail and mobile. On iGOT's own help pages: the account is complete only after both.
    4. Choose your own circle or unit, not "Department of Posts".
    5. Set Group and Designation → Send for Approval.

    Parichay is not needed. No government e-mail? Ask your circle's iGOT Cell to put you on iGOT. (A third-party guide says that Jan Parichay with your mobile works once your department has done this.) Then ask { $email }.

answer-certificate =
    The certificate usually comes within 24 hours after the course is complete. On iGOT's own help pages:
    1. Wait 24 hours, then log out and in, on the web and in the app.
    2. See that every item has a blue tick, and that the quiz and the feedback form are sent.
    3. Profile → My Learning → Completed → View Certificate → Download.
    4. Stuck at 90–99 %? Play the last part again to its end; better on a computer.
    5. Wrong name? Correct the name in your profile and download again.

    Still nothing: send the course name, the date and a screenshot to your circle's iGOT Cell, then to { $email }.

answer-app =
    You can do the courses on your phone: the order encourages the iGOT Karmayogi app, for Android and iPhone.
    1. In the app store search *iGOT Karmayogi* by Karmayogi Bharat.
    2. Log in with the account you have; do not make a new one.
    3. Open My iGOT → APAR.

    On iGOT's own help pages:
    • Android 8 or newer; keep the app up to date.
    • Blank or closing by itself: clear its cache and data, or use Chrome.
    • Login screen comes back while you read the OTP: use the e-mail OTP or a password.
    • Video blocked on the office computer: use the app.
    • Stay online; some courses do not count offline.

    For the assessment a computer is safer.

answer-human =
    No helper works behind this chat for your circle at present, so I cannot pass you to a person or take a complaint. These people can help:
    1. Your circle's iGOT Cell, in the Circle Office under the AD/APMG (Staff).
    2. The Training Division: { $email }

    Write to them once, with:
    • name, designation, circle, employee ID
    • the exact words of the error, and the date
    • screenshots of your profile and of My iGOT → APAR
    • phone or computer

    Never send a password or OTP. "Contacts" shows what I have for your circle.

answer-about =
    iGOT Karmayogi is the Government's online learning portal, and part of Mission Karmayogi, which the Cabinet approved on 02.09.2020. The aim: a civil service that puts citizens first and learns for its role.
    • Three kinds of skill: domain, functional, behavioural.
    • Run by Karmayogi Bharat, a company owned by the Government.
    • In a third-party article (no date): over 1 crore users, over 2,400 courses, 16 Indian languages.
    • Karma Points and Weekly Claps are iGOT's own rewards; no source I know links them to the APAR.
    • Dak Karmayogi is another portal.

    Address: { $portal }

answer-greeting =
    Namaste! I help with the iGOT courses of the Department of Posts and your APAR. You can ask me about:
    • your courses and those of your assessment
    • dates and the rules of the assessment
    • login, OTP, green tick, wrong organisation or certificate

    Ask in English, Hindi or mixed. I am a computer program: the orders and your iGOT Cell have the last word.

answer-other =
    I cannot help with that. I only know the iGOT courses that count for the APAR in the Department of Posts: not salary, leave, postings, savings schemes or parcels. For those please ask your office.
    What I can do:
    • your courses and those of your assessment
    • dates, attempts, pass mark
    • login, OTP, green tick, organisation, certificate
    • whom to ask

## Answers: what no order known decides

answer-gap-penalty =
    What happens to increment, promotion, MACP or APAR grading is not decided in any order I know. I will not guess; please do not trust messages that name a punishment without an order number.

    What the papers do say:
    • The status of courses and assessment is shown in the APAR.
    • If it does not show there, that is the employee's own responsibility.
    • The guide says: without the assessment, no APAR credit.
    { $over ->
        [yes] • The last date of { $year } was { $last_date }.
       *[other] • The last date of { $year } is { $last_date }.
    } { $extended ->
        [yes] That is a later date than in the first order, as it was entered here.
       *[other] I know of no extension.
    }

    Ask your circle's iGOT Cell, then { $email }.

answer-gap-old_courses =
    Whether a course done earlier counts is not decided in any order I know. This is so for courses done before this plan, on an old iGOT account, or on Dak Karmayogi (another portal).

    What you can check:
    1. Open My iGOT → APAR and then Completed. A course that iGOT shows as complete there need not be guessed about.
    2. On iGOT's own help pages: only the version in the APAR plan counts. Same title, other version: it may not.
    3. Two accounts? Do not close one yourself: its records can be lost.

    Before you do a course again, ask your circle's iGOT Cell with a screenshot of the certificate, then { $email }.

answer-gap-promotion =
    Which list counts after a promotion or transfer during the year is not decided in any order I know.
    What helps:
    1. Bring the profile up to date: Group, Designation, organisation. Another circle: Make Transfer Request. The profile then needs verification again.
    2. After the approval log out and in, and look at My iGOT → APAR. On iGOT's own help pages: a new organisation may show other courses.
    3. Keep the certificates of what is done.

    Ask the iGOT Cell of the new circle which list counts, if you can in writing; then { $email }. MACP alone does not, as I read it, change your designation.

answer-gap-leave =
    This is not decided in any order I know: long or maternity leave, suspension, retirement in the year, deputation outside, very short service, or special support for a disability.

    The order only says: all employees working in or posted under the Department, Groups A, B and C, without GDS and contractual staff. So on its words nobody else is left out.

    What to do:
    1. Ask your circle's iGOT Cell in writing, with the dates of your leave, retirement or deputation. On deputation ask also the office where you work now.
    2. No answer: { $email }.
    3. The courses can be done at any time and place, if you are able to.

answer-gap-office_time =
    Office time for the courses, the cost of mobile data, and a phone or computer for them: not decided in any order I know.

    What the papers say:
    • The Department's letter of 19.02.2026 speaks of learning at any time and any place.
    • The order encourages the app; I know of no order that makes you use your own phone.
    • For GDS only, an RTI reply of 2024 (I know it from a third-party site) said that no order makes them use their own phone for iGOT, and none pays for it.

    Ask your office head first, then your circle's iGOT Cell, then { $email }.

answer-gap-attempts =
    What happens after all { $attempts } attempts is not decided in any order I know.
    1. Count again: open the assessment on the web. A crash may not have used up an attempt.
    2. Was an attempt lost to a technical fault? Note date, time and the error, with a screenshot. On iGOT's own help pages: such a case can be sent up.
    3. Send this to your circle's iGOT Cell, then to { $email }.
    { $over ->
        [yes] The last date of { $year } was { $last_date }.
       *[other] Do this before { $last_date }.
    } { $extended ->
        [yes] That is a later date than in the first order, as it was entered here.
       *[other] I know of no extension.
    }

    Attempts left? Go through its courses first. There is no negative marking.

answer-gap-languages =
    In which languages your courses are offered is not decided in any order I know, and no list of it is known to me.
    1. Open the course from My iGOT → APAR and see what is offered there.
    2. If you find a course of the same name in another language, first ask: on iGOT's own help pages, only the version in the APAR plan counts.
    3. You need your language? Tell your circle's iGOT Cell, then { $email }.

    A third-party article says that iGOT has courses in 16 Indian languages, but not which ones.

answer-gap-answers =
    I do not give answers to the assessment or the quizzes, and I would not trust lists of answers on the internet.
    Why: the assessment is to show your own learning, in your own login, and the Department's circular of 16.06.2025, which I know from a report, calls false completion misuse.

    How I can help:
    • "Assessment courses" shows the courses the questions come from.
    • There are { $questions } questions and no negative marking: leave none empty.
    • { $safe_right } right answers or more are safe.
    • You have { $attempts } attempts, and may go through the courses again in between.
