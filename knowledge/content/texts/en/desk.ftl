### The hand-over to people. Button labels: at most 20 characters.

desk-central = the central helpdesk
desk-of-circle = the helpdesk of { $circle }
role-administrator = administrator
role-cell = iGOT Cell
role-helpdesk = helpdesk

## What the person reads

evidence-lead =
    I can pass this to a helper. So that you need not tell it twice, { $count ->
        [one] one short question first
       *[other] { $count } short questions first
    }. You may skip any.
evidence-story = What is wrong? Please describe it in one message. Never send a password or OTP.
evidence-stopped = All right, I have passed nothing on. Ask me whenever you like, or send /human.
ticket-opened = Your request has the number *{ $number }*. It waits for { $desk }: the next step is theirs, you need do nothing.
ticket-hours-open = They work from { $opens } to { $closes }.
ticket-hours-closed = They are closed now. They work from { $opens } to { $closes }, next on { $date }: expect an answer from then on.
ticket-meanwhile = What you write here until then is added to your request, and I go on answering what I can.
ticket-is-open = Your request *{ $number }* is open and waits for { $desk }. What you write is added to it.
ticket-too-many = You have opened several requests within an hour. Please wait a little, or write what is missing into the one that is open.
ticket-claimed = 👤 { $desk } now answers your request *{ $number }* here. Until it is closed I am silent and pass on what you write.
ticket-handed = Your request *{ $number }* goes to { $desk }, with everything told so far. The next step is theirs.
ticket-back = The helper who had your request *{ $number }* could not answer it in time. It is back in the queue and somebody else can take it. Until then I answer again.
ticket-closed = The helper closed your request *{ $number }*. I am here again.
ticket-ended = Your request *{ $number }* is closed, as you wished. I am here again.
ticket-idle = Nobody has written in your request *{ $number }* for some days, so it is closed. If it is not solved, open it again with the button.
ticket-solved-ask = *Is it solved?*
ticket-thanks = Good to hear. Thank you for telling me.
ticket-reopened = Your request *{ $number }* is open again. Please write what is still wrong: it goes to the helper.
ticket-reopen-ask = Is this about your request { $number }? You can open it again.
ticket-unknown = That request is no longer there. You can open a new one with /human.
with-human = { $desk } has this conversation now (request { $number }), so I do not answer. Write your message: it is passed on. You can end it with the button.
relay-from-desk = 👤 *{ $desk }:*
slow-down = You are writing faster than I can answer. Please wait a minute, then go on: I am here.
button-not-now = Not now
button-end-ticket = End the request
button-reopen = Open it again

## What staff reads

desk-card-new = 🆕 Request *{ $number }* · { $desk }
desk-card-raised = ⏫ Nobody has taken request *{ $number }* yet · { $desk }
desk-card-back = ↩️ Back in the queue: request *{ $number }* · { $desk }
desk-card-claimed = ✅ Request *{ $number }* is taken · { $desk }. Answer by replying to this message; // begins a note.
desk-card-who = Post: { $designation } · Language: { $language }
desk-card-about = About: { $topics }
desk-card-path = Way walked: { $path }
desk-card-answer = • { $question } — { $answer }
desk-said-person = • Person: { $text }
desk-said-staff = • Helper: { $text }
desk-relay = 💬 Request *{ $number }*
desk-event = ⚙️ { $event }
event-person-closed = The person ended the request.
event-reopened = The person opened the request again.
event-solved = The person says that it is solved.
event-deleted = The person erased their data. The request is closed.
desk-alert-unclaimed = ⏰ Request { $number } still waits for somebody to take it.
desk-alert-unanswered = ⏰ Request { $number }: the person waits for an answer.
desk-idle = Request { $number } was closed: nobody wrote for some days.
desk-unreachable = 🚫 Request { $number }: the person has blocked the bot. Messages do not arrive at present.
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
desk-canned-which = Which answer goes to the person of request { $number }?
desk-you-claimed = Request { $number } is yours. Answer by replying to its message. // begins a note that the person does not see.
desk-you-closed = Request { $number } is closed. The person is asked whether it is solved.
desk-you-handed = Request { $number } goes to { $desk }.
desk-is-yours = Request { $number } is already yours.
desk-is-taken = A colleague has taken request { $number }. Only they can answer, hand over or close it.
desk-is-closed = Request { $number } is closed.
desk-gone = That request or button is no longer valid. /queue shows what waits.
desk-not-staff = Only members of the helpdesk can do this.
desk-other-circle = This request belongs to another circle. You have no rights there.
desk-cannot-relay = This kind of message cannot be passed on. Send text, a picture, a document, a voice message or a video.
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
member-welcome = You are now { $role } for { $desk }. /queue shows what waits; the group of your desk gets new requests.

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
