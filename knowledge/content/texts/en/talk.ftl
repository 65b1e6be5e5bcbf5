### The conversation's own sentences. Button labels: at most 20 characters.

plain = { $text }
source-line = Source: { $sources }
rank-official = official
rank-platform = from the iGOT platform
rank-third-party = third party
rank-inferred = my reading

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
duration-both = { $hours } h { $minutes } min
duration-hours = { $hours } h
duration-minutes = { $minutes } min

## First contact

welcome =
    Namaste! I am *Dakpath* (डाकपथ), a computer program that helps with the iGOT courses linked to the APAR. I am not an official portal: the orders and your iGOT Cell have the last word.
    I keep your language, designation and circle to answer you. /privacy shows it, /delete erases it. Never send me a password or OTP.
welcome-both =
    Namaste! नमस्ते! I am *Dakpath* (डाकपथ), a computer program for the iGOT courses linked to the APAR; not an official portal.
    I keep your language, designation and circle to answer you. /privacy shows it, /delete erases it.
    मैं iGOT कोर्स और APAR में मदद के लिए कंप्यूटर प्रोग्राम हूँ; यह सरकारी पोर्टल नहीं है।
choose-language = Which language shall I write in? मैं किस भाषा में लिखूँ?
language-en = English
language-hi = हिन्दी

## Profile

confirm-designation = You are *{ $designation }*. Is that right?
which-designation = Which of these do you mean?
designation-not-found = I do not know this designation. Please write it in another way, for example: PA, Postman, MTS, Mail Guard, ASP.
designation-saved = ✔ Noted: { $designation }.
ask-circle = Which circle do you work in? For example: Delhi, Bihar, Tamil Nadu. You can also skip this.
which-circle = Which of these circles or offices is yours?
circle-not-found = I do not know this circle. Please write its name, for example: Delhi, Odisha, North East. Or tap Skip.
circle-saved = ✔ Noted: { $circle }.
profile-lead = This is what I know of you:
profile-designation = • Designation: { $value }
profile-circle = • Circle: { $value }
profile-language = • Language: { $value }
not-told = not told yet
designation-in-full = Then please write the name of your post in full, as your iGOT profile shows it.
still-open = Then it stays open: I do not guess. Your own list is in My iGOT → APAR; your circle's iGOT Cell can say which one is yours.

## Menu and buttons

menu = What can I help you with? Tap a button or write your question in your own words.
button-menu = Menu
button-profile = My profile
button-skip = Skip
button-tell-circle = Tell my circle
button-not-sure = Not sure
button-none-of-these = None of these
button-yes-me = Yes
button-no-other = No, another
button-remember = Remember my post
button-change-designation = Change designation
button-change-circle = Change circle
button-change-language = Change language
button-delete-yes = Yes, delete all
button-delete-no = No, keep it
button-begin = Begin again

## Asking back

did-you-mean = I am not sure what you mean. Is it one of these?
did-you-mean-line = { $number }. { $question }
rating-ask = Did this help?
button-helped = 👍 Yes
button-not-helped = 👎 No
rating-thanks = Thank you!
rating-sorry = Thank you for saying so. I have noted your question, without numbers and the names I recognise, so that my answers get better. Perhaps one of these helps:
not-begun = The training year { $year } has not begun yet.

## Privacy

delete-confirm =
    Shall I erase everything that you told me here: language, designation, circle and our talk?
    This cannot be undone. It changes nothing on iGOT.
delete-done = ✔ Erased. I know nothing of you any more. If you write again, we begin anew.
delete-done-opt-out = ✔ Erased. Only your wish not to be written to is kept, in a form that does not show who you are.
delete-kept = Nothing was erased.
messages-off = ✔ Noted: I will not write to you unasked. I still answer when you write. To change it, write: start
messages-on = ✔ Noted: I may write to you unasked. To change it, write: stop

## What went otherwise

secret-blanked = ⚠ That looked like a password or OTP. I removed it before saving. Never send these to anybody, not to me either. If it was a real password, please change it on iGOT.
old-button = This button is from an earlier message. Nothing was changed; here is where we are now.
from-earlier-button = (You tapped a button of an earlier message.)
unknown-command = I do not know this command. /menu shows what I can do.
you-are-welcome = You are welcome! Write whenever you have a question.
sorry-no-help = I am sorry that I was no help: ask once more in other words, look in the menu, or see which people can help you.
cancelled = Stopped. Nothing was changed.
cannot-read-sticker = Thank you! I only understand written messages. Please write your question, or tap Menu.
cannot-read-voice = I cannot listen to voice messages yet. Please write your question in a few words, or tap Menu.
cannot-read-location = I do not need your location. To tell me your circle, write its name or tap Menu → My profile.
cannot-read-contact = I do not need a contact card here. Please write your question, or tap Menu.
cannot-read-photo = I cannot read pictures yet. Please write what the screen says, or tap Menu.
cannot-read-document = I cannot read files yet. Please write your question, or tap Menu.
cannot-read-video = I cannot watch videos. Please write your question, or tap Menu.
cannot-read-edited = I saw that you changed an earlier message. I answer only new ones: please send it once more.
cannot-read-other = I cannot read this kind of message. Please write your question, or tap Menu.
write-privately = I answer only in a private chat. Please open my profile and write to me there.
something-failed = Sorry, something went wrong on my side. Error number: { $error }. Please try again, or write /menu.
support-cell-no-hours = 1. iGOT Cell, { $circle }: { $contact }
support-cell-holiday = 1. iGOT Cell, { $circle }: { $contact } (closed today: holiday)

## Commands, as the platforms list them

command-start = Begin
command-menu = Main menu
command-courses = My courses
command-syllabus = The courses of my assessment
command-calendar = Dates as a file for your calendar
command-deadlines = Dates
command-assessment = The comprehensive assessment
command-language = Language / भाषा
command-profile = What I know of you
command-privacy = What is stored of you
command-delete = Erase my data
command-help = What I can do
command-cancel = Stop what we are doing
