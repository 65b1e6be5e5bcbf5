### Reminders, the congratulation, the plan. Button labels: at most 20 characters.

reminder-lead = ⏰ *{ $year }: what is still open for you*
reminder-lead-last = ⏰ *{ $year }: today is the last day*
reminder-verify = First of all the green tick beside your name on iGOT. The guide says: training progress is not recorded while the profile is not verified.
reminder-courses = { $when ->
    [today] • *today*, { $date }: { $count } of { $total } courses; you have { $done }
   *[future] • by { $date } ({ $days ->
        [one] 1 day left
       *[other] { $days } days left
    }): { $count } of { $total } courses; you have { $done }
}
reminder-assessment = { $when ->
    [today] • *today*, { $date }: the Comprehensive Assessment is to be passed
   *[future] • by { $date } ({ $days ->
        [one] 1 day left
       *[other] { $days } days left
    }): the Comprehensive Assessment passed
}
reminder-extra = Not among these { $total }, but your assessment needs it: { $titles }
reminder-done = All courses of your list are done. Still open: the assessment.
reminder-note = Done already? Tap *Mark a course done*, and I stop reminding you of it.

## The plan

plan-known = { $left } of { $total } left, { $time } ({ $titles }), { $days ->
    [0] today is the last day
    [one] 1 day: { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } a day
   *[other] { $days } days: { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } a day
}
plan-and-unknown = Length not published: { $titles }. Each course's page on iGOT shows it.
plan-unknown = { $left } of { $total } left ({ $titles }), { $days ->
    [0] today is the last day
    [one] 1 day
   *[other] { $days } days
}. No length is published for these: each course's page on iGOT shows it.
plan-next = Next: *{ $title }*
plan-next-assessed = Next: *{ $title }*, because it is also in your assessment

## The congratulation

congratulation = 🎉 *Everything is done: all { $total } courses of your list and the Comprehensive Assessment of { $year }.*
congratulation-check =
    What to check for the APAR (the one written in { $apar_year }):
    • It stands in Part I, under "Training Programs Attended".
    • Online (SPARROW): fetched from iGOT. On paper: your MDO makes the status.
    • If it does not show there, that is the employee's own responsibility.
    • Keep your certificates.

## Buttons

button-mark-done = Mark a course done
button-snooze = Snooze { $days } days
button-how-to = How to do it
button-stop-reminders = Stop reminders
