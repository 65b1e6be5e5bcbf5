### The hand-over to people. Button labels: at most 20 characters.

desk-central = the central helpdesk
desk-of-circle = the helpdesk of { $circle }
role-administrator = administrator
role-cell = iGOT Cell
role-helpdesk = helper

## What the person reads

evidence-lead =
    I can pass this to a helper. So that you need not tell it twice, { $count ->
        [one] one short question first
       *[other] { $count } short questions first
    }. You may skip any.
evidence-story = What is wrong? Please describe it in one message. Never send a password or OTP.
evidence-stopped = All right, I have passed nothing on. Ask me whenever you like, or send /human.
ticket-opened = Your request has the number *{ $number }*. The next step is with { $desk }; you need do nothing now. The answer comes here.
ticket-hours-open = They work from { $opens } to { $closes }.
ticket-hours-closed = They are closed now. They work from { $opens } to { $closes } and open next on { $date }. Expect an answer after that.
ticket-meanwhile = Until then I go on answering what I can, and what you write is added to your request.
ticket-is-open = Your request *{ $number }* is open. The next step is with { $desk }. What you write is added to it.
ticket-too-many = You have opened several requests within an hour. Please wait a little, or write what is missing into the one that is open.
ticket-claimed = 👤 Your request *{ $number }* is now answered here by { $desk }. Write to them in this chat: I pass everything on and am silent myself until the request is closed.
ticket-handed = Your request *{ $number }* goes to { $desk }, with everything told so far. The next step is theirs.
ticket-back = The helper who had your request *{ $number }* cannot answer just now. It is back in the queue, so that somebody else can take it. You need do nothing. Until then I answer what I can.
ticket-closed = The helper closed your request *{ $number }*. I am here again.
ticket-ended = Your request *{ $number }* is closed, as you wished. I am here again.
ticket-idle = Nobody has written in your request *{ $number }* for some days, so I have closed it. If it is not solved, open it again with the button.
ticket-solved-ask = *Is it solved?*
ticket-thanks = Good to hear. Thank you for telling me.
ticket-reopened = Your request *{ $number }* is open again and back in the queue. Please write what is still wrong: it goes to the helper.
ticket-reopen-ask = Is this about your request { $number }? You can open it again.
ticket-unknown = That request is no longer there. You can open a new one with /human.
with-human = A helper has this conversation now (request { $number }), so buttons and commands rest. Write in your own words: it is passed on. To come back to me, end the request with the button.
relay-from-desk = 👤 *From { $desk }:*
slow-down = You are writing faster than I can answer. Please wait a minute, then write again what is still open: I am here.
button-not-now = Not now
button-end-ticket = End the request
button-reopen = Open it again

## What staff reads

desk-card-new = 🆕 New request *{ $number }* for { $desk }
desk-card-again = 🔁 Request *{ $number }* now waits for { $desk }
desk-card-raised = ⏫ Nobody has taken request *{ $number }* of { $desk } yet
desk-card-back = ↩️ Back in the queue: request *{ $number }* for { $desk }
desk-card-claimed = ✅ Request *{ $number }* for { $desk } is taken. Whoever took it answers by replying to this message.
desk-card-who = • Post: { $designation } · Language: { $language }
desk-card-about = • About: { $topics }
desk-card-path = • Tried: { $path }
desk-card-answer = • { $question }: { $answer }
desk-asked-story = Problem
desk-asked-identity = Who
desk-asked-where = Where
desk-asked-error = Screen says
desk-asked-screenshot = Screenshot
desk-asked-course = Course
desk-asked-organisation = Organisation
desk-asked-profile = Profile
desk-asked-since = Since
desk-asked-wrong-and-right = Wrong and right
desk-said-person = • Person: { $text }
desk-said-staff = • Helper: { $text }
desk-said-note = • Note: { $text }
desk-relay = 💬 Request *{ $number }*
desk-event = ⚙️ { $event }
event-person-closed = The person ended the request.
event-reopened = The person opened the request again.
event-solved = The person says that it is solved.
desk-alert-unclaimed = ⏰ Request { $number } still waits for somebody to take it.
desk-alert-unanswered = ⏰ Request { $number }: the person waits for an answer.
desk-idle = Request { $number } was closed: nobody wrote for some days.
desk-reminder = Request { $number }: a date of the training year is today, so the person is now reminded of it.
desk-unreachable = 🚫 Request { $number }: the person has blocked the bot. Your messages do not arrive until they unblock it.
desk-deleted = 🗑 Request { $number }: the person erased all their data. The request is closed and its messages are gone.
desk-taken = ✅ Request { $number } has been taken.
desk-many =
    { $count ->
        [one] One new request waits.
       *[other] { $count } new requests wait.
    }
desk-queue =
    { $count ->
        [0] Nothing waits.
        [one] One request waits:
       *[other] { $count } requests wait:
    }
desk-queue-row = • { $number } · { $desk } · { $topic }
desk-hand-where = Where shall request { $number } go?
desk-hand-nobody = No other desk has anybody to take it.
desk-canned-which = Which answer goes to the person of request { $number }?
desk-you-claimed = Request { $number } is yours. Answer by replying to its message. Begin with // for a note that the person does not see.
desk-you-closed = Request { $number } is closed. The person is asked whether it is solved.
desk-you-handed = Request { $number } now goes to { $desk }.
desk-is-yours = Request { $number } is already yours.
desk-is-taken = A colleague has taken request { $number }. Only they can answer, hand over or close it.
desk-is-closed = Request { $number } is closed.
desk-gone = That request or button is no longer valid. /queue shows what waits.
desk-not-staff = Only members of the helpdesk can do this.
desk-other-circle = This request belongs to another circle. You have no rights there.
desk-is-own = This is your own request. A colleague has to take it.
desk-cannot-relay = This kind of message cannot be passed on. Send text, a picture, a document, a voice message or a video.
desk-unmask-rest = More than fits here: all of it is in your private chat with me.
desk-unmasked = Hidden parts of request *{ $number }*, shown to you alone:
desk-nothing-masked = Nothing is masked in this request.
desk-button-claim = Take it
desk-button-claim-one = Take { $number }
desk-button-canned = Ready answers
desk-button-hand = Hand over
desk-button-unmask = Show details
desk-button-close = Close
desk-button-queue = Show the queue
desk-button-central = Training Division

invitation-unknown = This code is not valid: it was used, has expired, or was never given. Ask your administrator for a new one.
invitation-in-group = This code links a group: send /link and the code in the group.
invitation-private = This code is for a person: open it in the private chat with me, not in a group.
invitation-needs-administrator = Only an administrator of this circle can link a group. Use your own invitation first.
group-linked = This group is now { $desk }. New requests appear here: tap Take it, then reply to the message. /queue shows what waits.
member-welcome = You now belong to { $desk }, as { $role }. New requests appear in the group of your desk; without a group, here. /queue shows what waits.

## Ready answers

desk-label-screenshot = Ask for a picture
desk-canned-screenshot = Please send a screenshot of the page where it goes wrong. Hide any password or OTP first.
desk-label-details = Ask for details
desk-canned-details = Please write your full name as on iGOT, your employee ID and the organisation that your profile shows. Never send a password or OTP.
desk-label-working = We look into it
desk-canned-working = We are looking into your case and will write here.
desk-label-relogin = Log out and in
desk-canned-relogin = It has been changed on our side. Please log out of iGOT, log in again and look whether it is right now.
desk-label-mdo = MDO must act
desk-canned-mdo = This has to be approved by the MDO administrator of the organisation that your request goes to. We have passed it on to them.
desk-label-pending = Withdraw request
desk-canned-pending = Please open your iGOT profile, withdraw the pending request under Primary Details, and then make the transfer request again.
desk-label-thanks = Thanks and bye
desk-canned-thanks = Glad that we could help. We close this request now; write to us again at any time.
