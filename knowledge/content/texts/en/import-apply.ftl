### What an import would do and what it did, told to the cell.

import-kind-users = User report
import-kind-plan = Training-plan (CBP) enrolment report
import-kind-consumption = Consumption report
import-kind-assessment = Course-based assessment report
import-kind-template = Template

import-head = { $kind }, { $circle }, made on { $when }
import-all-circles = all circles
import-rows = Rows: { $rows }; of them problem rows: { $problems }.
import-class-new = New: { $count }
import-class-changed = Changed: { $count }
import-class-moved = Moved here from another circle: { $count }
import-class-unchanged = Unchanged: { $count }
import-class-missing = In the last report of this kind, missing from this file: { $count }
import-sample = for example { $person }
import-problem-count = { $why }: { $count }
import-unmatched = Course titles that match none that is known (kept under their own name): { $count }
import-unmatched-one = "{ $title }": { $count } people
import-shared-mobiles = Mobile numbers that several people have: { $count }. They are found by employee id or e-mail only.
import-nothing-yet = Nothing is changed yet.
import-done = Import { $number } is done: { $new } new, { $changed } changed, { $moved } moved here, { $missing } marked as missing. To take it back: undo { $number }.

## What is asked before it is applied

import-ask-many-missing = { $circle }: { $many } of { $all } people who were in the last report of this kind are not in this file. Is it a part of the report, or another one?
import-ask-other-circle = { $many } of { $all } rows are of another circle than { $circle }. Is it the right file?
import-ask-older = { $circle }: a newer report of this kind was imported already.

## Why rows are problem rows, short

import-why-nobody = nobody is named
import-why-no-key = nobody is named
import-why-id = employee id cut short
import-why-email = e-mail address not whole
import-why-mobile = mobile number cannot be read
import-why-masked = masked mobile number
import-why-other-circle = of another circle
import-why-formula = formula without its result
import-why-date = date cannot be read
import-why-flag = neither yes nor no
import-why-progress = progress cannot be read
import-why-number = number cannot be read
import-why-no-course = no course
import-why-no-year = training year not known
import-why-no-date = attempt without a date
import-why-no-result = result not said
import-why-quote = quotation mark not closed
import-why-more-cells = more cells than the header
import-why-other-email = known employee id with another e-mail
import-why-other-employee = known e-mail with another employee id
import-why-two-persons = employee id and e-mail of two different people
import-why-disputed-email = e-mail of a row that waits for a decision
import-why-shared-mobile = mobile number that several people have

## The same in the problem file

import-problem-no-key = The row has no employee id, no e-mail address and no mobile number: it cannot be told whose it is.
import-problem-other-email = The person with this employee id has another e-mail address. Decide whether it is the same person or two persons.
import-problem-other-employee = The person with this e-mail address has another employee id. Decide whether it is the same person or two persons.
import-problem-two-persons = The employee id is one person's and the e-mail address another's. Decide whether they are the same person or two persons.
import-problem-disputed-email = The e-mail address stands in a row that waits for a decision (same person or two persons).
import-problem-shared-mobile = The row has only a mobile number, and several people have it.

## Decisions

import-clash-none = No row waits for a decision.
import-clash-afterwards = Rows that contradict somebody known wait: once the others are taken in, you decide for each whether it is the same person or two.
import-clash-other-email = { $number }. Employee id { $employee } with another e-mail address. Known: { $kept }. In the row: { $row }.
import-clash-other-employee = { $number }. A known e-mail address with another employee id, { $employee }. Known: { $kept }. In the row: { $row }.
import-clash-two-persons = { $number }. Employee id { $employee } of one person, e-mail address of another. Known: { $kept }; and { $other }. In the row: { $row }.
import-decided-same = Decided: the same person. Import the file again, and the row is taken in.
import-decided-two = Decided: two persons. Import the file again, and the row is taken in.
import-clash-waiting = { $count ->
    [one] One row contradicts somebody known and waits for your decision.
   *[other] { $count } rows contradict somebody known and wait for your decision.
}
import-clash-head = { $count ->
    [one] One row waits: the same person or two?
   *[other] Row { $at } of the { $count } that wait: the same person or two?
}
import-clash-known = Known: { $person }
import-clash-other = Known, too: { $person }
import-clash-row = In the file: { $person }
import-clash-what-other-email = The employee id is known with another e-mail address. Same person: both addresses are theirs. Two persons: the row is somebody else's, known by its e-mail address; the id stays with the one who has it.
import-clash-what-other-employee = The e-mail address is known with another employee id. Same person: both ids are theirs. Two persons: the row is somebody else's, known by its id; the address stays with the one who has it.
import-clash-what-two-persons = The employee id is one known person's, the e-mail address another's. Same person: the two become one. Two persons: the row is read by its employee id; the address stays with the other.
import-clash-same = Decided: the same person.
import-clash-two = Decided: two persons.
import-clash-gone = This row no longer waits: it is decided.
import-clash-busy = Your file is just being taken in. Decide when it is done: /import.
import-clash-left = { $count ->
    [one] One row still waits. /import brings it again.
   *[other] { $count } rows still wait. /import brings them again.
}
import-clash-again = Rows that are decided are taken in with their file: compare it again.
import-clash-send = Rows that are decided are taken in with their file: send it again.

## In a chat

import-help = To import, send the report here as a file (CSV, zipped CSV or XLSX, up to 20 MB). I compare it and show what it would change; nothing is changed until you tap. Larger files: the desk page, "Import", or on the server: python -m bot import FILE.
import-begun = I am reading the file. The preview comes in a moment.
import-asks = Please look first:
import-button-apply = Take it in
import-button-all-the-same = Take it in anyway
import-button-cancel = Leave it
import-button-decide = Same person or two?
import-button-same = Same person
import-button-two = Two persons
import-button-later = Later
import-button-again = Compare again
import-problem-file = Problem rows with the reason for each.
import-cancelled = The file is not taken in. Nothing is changed.
import-broken = This did not work. Send the file again.
import-busy = Other imports are running. Send the file again in a minute.
import-not-fetched = Telegram does not give me this file; it gives files of up to 20 MB only. Use the desk page, "Import", or on the server: python -m bot import FILE.
import-gone = This import is no longer waiting. Send the file again.
