### What is wrong with a file that an iGOT Cell imports, and with its rows. Read by the cell, and in the problem file.

## The file as a whole: nothing of it is imported

import-file-stale = Something else was taken in, taken back or decided since this preview, so it no longer holds. Send the file again.
import-file-empty = The file is empty.
import-file-too-large = The file has more than { $megabytes } MB unpacked. Export it in parts, for example one circle at a time.
import-file-too-many-rows = The file has more than { $rows } rows. Export it in parts, for example one circle at a time.
import-file-large-spreadsheet = This spreadsheet holds more than { $megabytes } MB of text. Save it as CSV and send that.
import-file-old-spreadsheet = This is a spreadsheet of the old kind (.xls), or one with a password. Save it as XLSX or CSV without a password.
import-file-broken-archive = The file is damaged: it cannot be unpacked. Download or save it again.
import-file-locked = The file is locked with a password. Save it without one.
import-file-archive-of-several = The archive has to hold exactly one report as CSV; this one holds { $count }.
import-file-web-page = This is a web page, not a report: the download failed, most often because the login at the portal had ended. Log in again and download the report anew.
import-file-no-table = This is no report that is known: no row has the columns of one.
import-file-lacks = This looks like { $kind ->
    [users] the user report
    [plan] the training-plan (CBP) enrolment report
    [consumption] the consumption report
    [assessment] the course-based assessment report
   *[template] the template
}, but it lacks: { $columns }.
import-file-other-plan-summary = This is the summary of training plans. It does not say which courses; import the enrolment report in its place.
import-file-no-rows = The file has a header and not one row.

## A row: it is not imported

import-problem-nobody = The row has no employee id, no e-mail address and no mobile number: it cannot be told whose it is.
import-problem-id = A spreadsheet cut the employee id "{ $value }" short. Make the column "{ $column }" text and enter the id again.
import-problem-email = "{ $value }" in the column "{ $column }" is no whole e-mail address, and the row has nothing better to tell whose it is.
import-problem-mobile = "{ $value }" in the column "{ $column }" is no mobile number of ten digits, and the row has nothing better to tell whose it is.
import-problem-masked = The mobile number "{ $value }" is masked, and the row has nothing better to tell whose it is.
import-problem-other-circle = The row is of another circle: { $value }.
import-problem-formula = The cell "{ $column }" holds a formula without its result: { $value }. Open the file in a spreadsheet program, save it and send it again.
import-problem-date = "{ $value }" in the column "{ $column }" cannot be read as a date. Write day, month and the whole year, like 05-11-2025.
import-problem-flag = "{ $value }" in the column "{ $column }" is neither yes nor no.
import-problem-progress = "{ $value }" in the column "{ $column }" is none of: Completed, In Progress, Not Started, Not Enrolled.
import-problem-number = "{ $value }" in the column "{ $column }" is no whole number.
import-problem-no-course = The row names no course.
import-problem-no-year = The row has no date that tells its training year. Name the year when you import the file.
import-problem-no-date = The attempt has no date, so its training year cannot be told.
import-problem-no-result = It is not said whether the assessment was passed.
import-problem-quote = A quotation mark is opened here and not closed: the row cannot be taken apart.
import-problem-more-cells = The row has more cells than the header, most often because of a comma inside a name: what stands in which column cannot be told.

## What was passed over within rows that are imported

import-notice-course = Title that matches no course of the list: { $value }
import-notice-designation = Designation that is not known: { $value }
import-notice-mdo = Circle or office (MDO) that is not known: { $value }
import-notice-profile = Profile status that is not known: { $value }
import-notice-id = Employee ids that a spreadsheet cut short
import-notice-email = E-mail addresses that are not whole
import-notice-mobile = Mobile numbers without ten digits
import-notice-masked = Masked mobile numbers
import-notice-beside = Rows that are nobody's: sums, notes, the header again
