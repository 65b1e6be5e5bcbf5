### Where the circles stand: the staff's picture, tables and weekly digest. Titles of tables are short.

report-title = { $place ->
        [all] Where all circles stand
       *[other] Where { $name } stands
    }
report-year = Training year { $year }
report-as-of = As of { $date }, { $time }
report-newest = Newest report loaded: made on { $date }
report-no-reports = No report of iGOT has been loaded yet.
report-unfound = { $count ->
        [one] The figures of one person are still being brought up to date.
       *[other] The figures of { $written } people are still being brought up to date.
    }
report-employees = { $count ->
        [one] { $written } employee
       *[other] { $written } employees
    }
report-outside = { $written } of them the order does not cover: milestones are counted without them.
report-open = Of { $written } the designation is not settled, so their list is not known.
report-share = { $count } of { $of }
report-linked = In the chat
report-verified = Profile verified (green tick)
report-milestone = { $milestone ->
        [phase1] Phase 1
        [phase2] Phase 2
        [complete] Complete
        [assessment] Assessment passed
       *[other] { $courses } courses
    }
report-milestone-by = { $milestone } – by { $date }
report-more = since { $date }: { $change }
report-same = no change
report-trend = { $milestone }, week by week
report-no-trend = The trend begins next week: the figures of each Monday are kept.
report-behind = { $kind ->
        [circle] Circles
        [division] Divisions
        [group] By Group
       *[other] By list
    }: { $milestone }
report-furthest = Those furthest behind first; { $count } more in the table.
report-reminders = Reminders that arrived: { $count }
report-tickets = Requests to the helpdesk: { $opened } opened, { $answered } answered, { $open } open now
report-questions = Questions not understood in 7 days (all circles): { $count }; answers rated not helpful: { $bad }
report-calls-count = Behind, and cannot be written to: { $count }
report-came = Came by the circle's link or poster this year: { $count }, for the first time: { $new }
report-others = In the chat, but in no loaded report: { $count }
report-made-by = Made by { $who } on { $date }, { $time }
report-unknown-circle = Circle not known
report-unknown = Not known
report-all = All circles
report-list-plan = Own plan
report-list-open = Not settled
report-list-outside = Not covered by the order
report-list-group-a = Group A list
report-list-group-b = Group B list
report-list-group-c = Group C list
report-list-field = Field staff list
report-list-mts = MTS list
report-list-other = List { $id }
report-group = Group { $group }
report-who-command-line = the command line
report-who-member = member { $id }

## Columns of the tables

report-column-as-of = As of
report-column-kind = Taken apart by
report-column-circle = Circle
report-column-part = Part
report-column-employees = Employees
report-column-mandated = Covered by the order
report-column-linked = In the chat
report-column-verified = Verified
report-column-percent = { $column } %
report-column-met = { $milestone } by { $date }
report-column-reminders = Reminders arrived
report-column-calls = To be called
report-column-opened = Requests opened
report-column-answered = Requests answered
report-column-open = Requests open now
report-column-misunderstood = Questions not understood in 7 days
report-column-unhelpful = Answers not helpful in 7 days
report-column-by = Exported by
report-column-at = Exported on
report-column-name = Name
report-column-mobile = Mobile
report-column-employee = Employee ID
report-column-division = Division
report-column-office = Office
report-column-designation = Designation
report-column-why = Cannot be written to because
report-column-unmet = Not met
report-column-text = Question
report-column-times = Times
report-column-day = Last written on
report-column-language = Language
report-column-kept = Why it is here
report-column-topic = Topic answered
report-column-meant = Topics it may have meant
report-column-file = File for a phrase
report-column-about = Topic
report-column-asked = As it is asked
report-column-id = Topic's id
report-column-week = Last in the week from
report-column-fate = What became of it
report-column-reason = Reason
report-column-moment = At
report-kind-total = Total
report-kind-circle = Circle
report-kind-division = Division
report-kind-group = Group
report-kind-curriculum = List of courses
report-why-no_channel = never opened the chat
report-why-blocked = blocked the bot
report-why-opted_out = does not want reminders
report-kept-clarified = asked back
report-kept-declined = not understood
report-kept-not_helpful = answer rated not helpful
report-sheet-figures = Figures
report-sheet-weeks = Weeks
report-sheet-about = About
report-sheet-calls = Calls
report-no-topic = no topic recognised
report-sheet-questions = Questions
report-sheet-broadcast = Broadcast

## In the chat

report-lead = *{ $title }*, training year { $year }, as of { $date }, { $time }. The same as a table, with every part and every week, by the buttons.
report-lead-parts = The same by division (or circle), Group and list. Tables and lists:
report-lead-table = { $title }: the table you asked for. What is in it, and by whom it was made, is recorded.
report-lead-calls = { $title }: who is behind and cannot be written to, by office. The list is for calling only; that you have it is recorded.
report-lead-questions = Questions that were not understood, or whose answer did not help: redacted, those asked most often first. That you have the list is recorded.
report-lead-topics = { $title }: the topics of which questions were not understood, or whose answer did not help, those most often first. Numbers of the circle alone, of up to 90 days: nobody's words. That you have the list is recorded.
report-choose = For one circle: /report and its name, such as /report Bihar
report-not-yours = Your reports are those of { $place }. Send /report for them.
report-no-place = I know no circle of that name. Send /report and the name as on iGOT, such as /report Bihar
report-gone = This report cannot be made any more. Send /report for a new one.
button-report-png = Picture
button-report-parts = Picture of parts
button-report-xlsx = Table (Excel)
button-report-csv = Table (CSV)
button-report-calls = Who to call
button-report-questions = Open questions

## The weekly digest

digest-title = 🗓 *{ $title }: the week { $from } to { $to }*
digest-people = { $employees } employees; in the chat { $linked } ({ $linked_percent } %{ $linked_change }), verified { $verified } ({ $verified_percent } %{ $verified_change })
digest-milestone = • { $milestone }: { $percent } % ({ $count } of { $of }{ $change })
digest-first = This is the first digest: from the next one on it says what changed.
digest-work = In the week: { $reminders } reminders arrived; { $opened } requests opened, { $answered } answered; { $open } are open now.
digest-calls = ☎️ *Who needs a call:* { $count } people are behind and cannot be written to.
digest-calls-part = • { $part }: { $count }
digest-no-calls = ☎️ Nobody who is behind needs a call.
digest-troubles = 🔧 *Where the guided walks help less* (all circles):
digest-trouble = • { $step }: did not help { $count } times, { $times } times as often as the week before
digest-trouble-new = • { $step }: did not help { $count } times; not once the week before
digest-questions = Questions not understood (all circles): { $count }; answers rated not helpful: { $bad }
