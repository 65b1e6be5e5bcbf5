### The person's own progress, noting what is done, the settings of reminders. Button labels: at most 20 characters.

## /progress

progress-lead = { $over ->
    [yes] *{ $done } of { $total } courses of { $year } were done by what I know.*
   *[other] *{ $done } of { $total } courses done*
}
progress-self = • ✅ { $title } (you told me, not yet in the report)
progress-report = • ✅ { $title } (in the report)
progress-taken-back = • ⬜ { $title } (you told me; the report of { $date } does not show it)
progress-begun = • ▶ { $title } (begun)
progress-begun-time = • ▶ { $title } (begun; { $time } in all)
progress-open = • ⬜ { $title }
progress-open-time = • ⬜ { $title } ({ $time })
progress-extra-lead = Not among these { $total }, but your assessment needs it:
progress-floor = { $left ->
    [0] The order's floor of 50 % ({ $floor } of { $total }) is reached; the assessment belongs to it. The Department asks for all { $total }.
   *[other] { $over ->
        [yes] The order's floor was 50 % ({ $floor } of { $total }, with the assessment): { $left } missing by what I know. The Department asked for all { $total }.
       *[other] To the order's floor of 50 % ({ $floor } of { $total }, with the assessment): { $left } to go. The Department asks for all { $total }.
    }
}
progress-time = Published lengths of what is left: { $time } together.{ $unknown ->
    [0] {""}
    [one] {" "}1 more has no published length.
   *[other] {" "}{ $unknown } more have no published length.
}
progress-no-time = No length is published for what is left ({ $unknown }): each course's page on iGOT shows it.
progress-where = I know what you tell me and what the iGOT Cell's reports show. On iGOT itself: My iGOT → Completed. Office reports refresh once a day.
progress-card = Your card of { $year }, as of { $date }.
progress-note = Keep your certificates.
progress-undecided = The papers I have do not decide which courses are yours. See My iGOT → APAR. You can still tell me what is done.

## The guide's checklist

check-lead = { $over ->
    [yes] *The guide's checklist was*
   *[other] *The guide's checklist*
}
check-login = { $state ->
    [yes] • ✅ Login
    [no] • ⬜ Login
   *[unknown] • ❔ Login: I do not know
}
check-verify = { $state ->
    [yes] • ✅ Verify: green tick
    [no] • ⬜ Verify: green tick
   *[unknown] • ❔ Verify: green tick, I do not know
}
check-map = { $state ->
    [yes] • ✅ Map: your organisation (MDO)
    [no] • ⬜ Map: your organisation (MDO)
   *[unknown] • ❔ Map: your organisation (MDO), I do not know
}
check-phase = { $state ->
    [yes] • ✅ { $count } of { $total } courses by { $date }
   *[no] { $when ->
        [past] • ⬜ { $count } of { $total } courses were due by { $date } (past): { $left } not done
        [today] • ⬜ { $count } of { $total } courses: *today*, { $date }: { $left } to go
       *[future] • ⬜ { $count } of { $total } courses by { $date } ({ $days ->
            [one] 1 day left
           *[other] { $days } days left
        }): { $left } to go
    }
}
check-assessment = { $state ->
    [yes] • ✅ Qualify: Comprehensive Assessment passed
    [self] • ✅ Qualify: Comprehensive Assessment passed (you told me, not yet in the report)
   *[no] { $when ->
        [past] • ⬜ Qualify: the Comprehensive Assessment was due by { $date } (past)
        [today] • ⬜ Qualify: the Comprehensive Assessment, *today*, { $date }
       *[future] • ⬜ Qualify: the Comprehensive Assessment by { $date } ({ $days ->
            [one] 1 day left
           *[other] { $days } days left
        })
    }{ $failed ->
        [0] {""}
        [one] . 1 attempt failed
       *[other] . { $failed } attempts failed
    }
}

## The plan

plan-over = The last date ({ $last_date }) is past, so I make no plan. If something is left undone, ask your circle's iGOT Cell what is still possible.
plan-no-list = I can plan once your list is known. See My iGOT → APAR, or tell me your post: /profile

## Noting what is done

mark-pick = Which one is done ({ $year })? Tap it:
mark-which = Which one do you mean? Tap it:
mark-which-count = { $count ->
    [one] Which course is it?
   *[other] Which { $count } are they? Tap one after the other.
}
mark-confirm = { $count ->
    [one] Shall I note this as done for { $year }?
   *[other] Shall I note these { $count } as done for { $year }?
}
mark-confirm-failed = Shall I note this for { $year }?
mark-first = I note that in a moment. First I need to know one thing, asked below.
mark-outside = Not in your own list, so it does not count there: { $titles }
mark-noted = ✔ Noted as done: { $titles }
mark-noted-failed = ✔ Noted: { $titles }
mark-state = That makes { $done } of { $total }.
mark-all-done = 🎉 That is everything of { $year } by what you told me and what the report shows.
mark-not-noted = Nothing was noted.
mark-already = I have that already: { $titles }
mark-nothing-left = Nothing is left to note.
mark-taken-back = ✔ Taken back: { $titles }
mark-take-back = Which one shall I take back? Tap it:
mark-nothing-told = There is nothing that only you told me, so there is nothing to take back.
mark-not-told = You have not told me that this is done: { $titles }. So there is nothing to take back.
mark-of-report = The iGOT Cell's report shows this as done: { $titles }. If that is wrong, ask the Cell; I do not change a report.
mark-assessment = Comprehensive Assessment, passed
mark-verified = Green tick (verified profile)
mark-mapped = Profile mapped to your organisation (MDO)
mark-failed = { $count ->
    [one] Assessment: 1 attempt not passed
   *[other] Assessment: { $count } attempts not passed
}
mark-score-low = { $right } of { $questions } is less than the { $pass_percent } % that it takes. Say yes only if iGOT shows that you passed.
mark-score-doubtful = { $right } of { $questions } is doubtful: the guide says both "50 %" and "more than 50 %". Say yes only if iGOT shows that you passed.
mark-year = Today belongs to no training year that I have a list for. Which year is it for?
mark-other-year = For another year I have no list, so I noted nothing. Your circle's iGOT Cell can tell what counts.
mark-circular = One thing, once a year: a DoP circular of 16.06.2025, which I know from a report, calls finishing a course by skipping it misuse. And iGOT may not record what was left out.

## Reminders

reminders-on = 🔔 *Reminders are on.*
reminders-off = 🔕 *Reminders are off.* I still answer whenever you write, and everything you told me stays.
reminders-next = Next one: { $date }, if something is still open then.
reminders-until = Put off: none before { $date }, except on the last day of something open.
reminders-from = { $hour ->
    [morning] They come in the morning, from { $begins }.
    [noon] They come at noon, from { $begins }.
   *[evening] They come in the evening, from { $begins }.
}
reminders-rules = I write only to those who are behind, before the dates of { $year }, at most one reminder a day, between { $opens } and { $closes } (IST).
reminders-none = { $reason ->
    [done] None will come: everything is done.
    [no_designation] None will come yet: I do not know your post. Tell me: /profile
    [undecided] None will come yet: which courses are yours is not decided. See /courses
    [excluded] None will come: the order does not cover your post.
    [over] None will come: no date lies ahead.
    [left] None will come: the report says that you are not of this organisation any more.
   *[other] None will come: I cannot write to you unasked here.
}
reminders-snoozed = ✔ Put off until { $date }. Only the last day of something open breaks this.
reminders-awake = ✔ Not put off any more.
reminders-hour = { $hour ->
    [morning] ✔ In the morning, from { $begins }.
    [noon] ✔ At noon, from { $begins }.
   *[evening] ✔ In the evening, from { $begins }.
}

## Buttons and commands

button-mark-yes = Yes, note it
button-mark-no = No
button-undo = Undo
button-plan = My plan
button-card = As a picture
button-calendar = For my calendar
button-take-back = Take one back
button-assessment = Assessment passed
button-verified = Green tick
button-mapped = Mapped to my MDO
button-failed = Attempt not passed
button-year = { $year }
button-other-year = Another year
button-reminders-on = Switch reminders on
button-wake = Do not put off
button-morning = In the morning
button-noon = At noon
button-evening = In the evening
command-progress = My progress
command-reminders = Reminders: on, off, when
