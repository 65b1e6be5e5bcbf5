### Connecting a chat to an employee of the iGOT Cell's list, and the links by which people come. Labels: at most 20.

command-connect = Connect to my record

button-link = Connect my record
button-linked = My connection
button-link-code = I have a code
button-link-again = Try again
button-link-another = Another employee
button-link-as = Answer as …{ $hint }
button-link-others = End in other chats
button-link-off = Disconnect
button-link-off-yes = Yes, disconnect
button-link-off-no = No, stay connected
button-share-number = Share my number

profile-linked = • Connected to your record in the iGOT Cell's list. /connect shows it.
profile-not-linked = • Not connected to the iGOT Cell's list. With /connect I see what the report shows for you.
privacy-item-linked = • That this chat is connected to your record in the iGOT Cell's list. The list belongs to the cell: /delete ends the connection and leaves the list as it is. /connect shows it

link-ask-contact =
    Here you *connect this chat to your record* in the iGOT Cell's list: then I know your course list, what the report shows as done, and remind you by it.
    Tap *Share my number* below. Telegram then tells me the number of your account; I compare it with the list and do not keep it.
    Or take the one-time code that your circle's iGOT Cell gives you.
link-ask-code =
    Here you *connect this chat to your record* in the iGOT Cell's list. Please write your employee ID and the one-time code that your circle's iGOT Cell gave you, nothing else. For example:
    10012345 K7MP-3QXA
link-ask-only-code = Thank you. Now the one-time code that your circle's iGOT Cell gave you, for example: K7MP-3QXA
link-send-bare = I removed a number that looked like an OTP. Please write only the employee ID and the code, without other words.
link-own-number = That is not the number of your own account. Please use the button *Share my number*.
link-number-looked = Thank you. I have compared the number.
link-not-now = Nothing was connected. With /connect you can do it at any time.
link-failed-number = By this number alone I cannot connect you. Please ask your circle's iGOT Cell for a one-time code, and tap *I have a code*.
link-failed-code = This employee ID and this code do not fit together, or the code is used up or too old. Please look at both once more, or ask your circle's iGOT Cell for a new code.
link-too-often = That was tried too often. Please wait until tomorrow, or ask your circle's iGOT Cell.

link-done = ✔ This chat is now connected to this record in the iGOT Cell's list:
link-now = This chat is connected to this record in the iGOT Cell's list:
link-who-id = • Employee ID: …{ $hint }
link-who-post = • Designation in the report: { $post }
link-who-circle = • Circle: { $circle }
link-not-there = not in the list
link-circle-follows = You had told me another circle ({ $told }). From now on the list's circle counts; an open request goes there with you. If the list is wrong, please tell your iGOT Cell.
link-other-chats =
    { $count ->
        [one] Another chat is connected to this record too. If it is not yours, end it.
       *[other] { $count } other chats are connected to this record too. If they are not yours, end that.
    }
link-speaks-for-one = This chat answers for one person at a time; reminders come for that person only. /connect changes it.
link-differs =
    You told me *{ $told }*; the iGOT Cell's report says *{ $reported }*. Which is right?{ $by ->
        [told] {" "}Until you say so, this answer is for { $told }, and reminders go by the report.
        [report] {" "}Until you say so, this goes by the report.
       *[ask] {" "}Until you say so, I name both, and reminders go by the report.
    }
link-told-holds = ✔ Noted: { $told }. From now on reminders go by that too. But iGOT then has another designation for you, and shows your courses only when it is right there: please have it corrected.
link-off-ask = Shall I disconnect this chat from the record? What you told me yourself stays here; what the reports show is then no longer used.
link-off = ✔ Disconnected. With /connect you can connect again.
link-others-off = ✔ The other chats are disconnected.
link-off-elsewhere = This chat was disconnected from the iGOT Cell's list: by another chat of the same person, or by the cell. If that is a mistake, please tell your circle's iGOT Cell. /connect connects again.
link-news-contact = Another chat was just connected to the same record in the iGOT Cell's list, by its phone number. If that was not you, end it with /connect and tell your circle's iGOT Cell.
link-news-code = Another chat was just connected to the same record in the iGOT Cell's list, by a one-time code. If that was not you, end it with /connect and tell your circle's iGOT Cell.

## Links and posters by which people come

reach-circle = Your circle: *{ $circle }* (from the link; /profile changes it).
reach-other-circle = Your circle stays { $circle }; /profile changes it.
reach-invite =
    People come to me only by themselves: no bot may write first. Below are a picture and a sheet to print, each in both languages; the text with a picture can be forwarded. Whoever comes by this link is taken to work in { $circle }.
reach-title = Invite for { $circle }
reach-invite-which = For which circle? Write for example: /invite Delhi
reach-no-address = I do not know my own address at Telegram yet. Please try again in a minute.
reach-forward =
    iGOT courses and the APAR, *{ $circle }*: which courses are yours, by when, and what to do when the OTP does not come. Ask Dakpath, in Hindi or English:
    { $link }
    A computer program, not an official portal. Never send it a password or OTP.

poster-title = iGOT courses for the APAR: ask on your phone
poster-circle = { $circle }
poster-lead = Dakpath answers in Hindi and English:
poster-one = which courses are yours, and by when
poster-two = what to do when login or OTP fail
poster-three = what is done and left, with reminders
poster-how = Point the camera of your phone at this square, open Telegram, tap Start.
poster-link = Or open this address: { $link }
poster-foot = A computer program, not an official portal: the orders and your circle's iGOT Cell have the last word. Never send a password or OTP.

## What the cells are told

moved-away = { $count ->
        [one] One employee has moved from { $from } to { $to }, by the newest report.
       *[other] { $count } employees have moved from { $from } to { $to }, by the newest report.
    }
moved-here = { $count ->
        [one] One employee has come to { $to } from { $from }, by the newest report.
       *[other] { $count } employees have come to { $to } from { $from }, by the newest report.
    }
moved-ids = Employee ID: { $ids }
moved-requests = { $count ->
        [one] One open request has gone along.
       *[other] { $count } open requests have gone along.
    }
moved-roles = { $count ->
        [one] One of them worked for { $from } here: that role has ended. { $to } can invite them anew.
       *[other] { $count } of them worked for { $from } here: these roles have ended. { $to } can invite them anew.
    }
moved-told = A request of yours was at { $from }, and the list shows that you belong to { $to }: it waits there now, with everything told so far.
moved-request = Request { $number } has gone to { $to }: the list shows the person there.
event-moved = moved to another circle
