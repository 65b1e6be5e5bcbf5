### The progress card, a picture: short lines, no marks. And the calendar file.

card-title = My iGOT courses { $year }
card-as-of = As of { $date }
card-count = { $done } of { $total } courses completed
card-floor = { $missing ->
        [0] Minimum { $percent } % ({ $floor }) reached; all { $total } are asked for
       *[other] Minimum { $percent } % ({ $floor } courses): { $missing } more
    }
card-told = { $count } of them you told me; not yet in the report.
card-step = { $step ->
        [login] Login
        [verify] Verify (green tick)
        [map] Map (own MDO)
        [phase1] Phase 1
        [phase2] Phase 2
        [complete] Complete
        [qualify] Qualify
       *[other] { $courses } courses
    }
card-date = { $step } – { $date }
card-days = { $days ->
        [one] 1 day left
       *[other] { $days } days left
    }
card-goal = { $standing ->
        [met] { $courses } of { $total } courses: done
        [over] { $courses } of { $total } courses: the date is over, { $missing } missing
        [today] { $courses } of { $total } courses: last day today, { $missing } missing
       *[ahead] { $courses } of { $total } courses: { $missing } more, { $left }
    }
card-exam-title = Assessment
card-exam = Comprehensive Assessment: { $standing ->
        [met] passed
        [over] not passed, the date is over
        [today] not passed yet, last day today
       *[ahead] not passed yet, { $left }
    }
card-exam-failed = { $count ->
        [one] 1 attempt of { $attempts } failed
       *[other] { $count } attempts of { $attempts } failed
    }
card-left = Courses left ({ $count })
card-extra = Only for the assessment ({ $count })
card-more = and { $count } more
card-time = Time, as published: { $time }
card-time-some = Time, as published: { $time }; { $count ->
        [one] 1 course has none
       *[other] { $count } courses have none
    }
card-list = Checklist
card-unknown = “?”: not told to me yet
card-foot = Dakpath, not an official portal. What your own iGOT shows decides.

calendar-lead = The dates still ahead of { $year }, as a file for your phone's calendar: open it and choose to add them. Each reminds you the day before. The file stays as it is: if an order changes a date, ask me for a new one.
calendar-over = All dates of { $year } are over (the last one was { $last_date }), so there is nothing to put into a calendar. I know no dates after that.
calendar-name = iGOT courses { $year }
calendar-summary = iGOT { $year }: { $what }
calendar-goal = { $courses } of { $total } courses completed
calendar-exam = Comprehensive Assessment passed
calendar-left = Left: { $titles }
calendar-foot = From Dakpath, not an official portal. The dates may be changed by an order: ask your circle's iGOT Cell.
calendar-alarm = Tomorrow is the last day: { $what }
