### Guided walks: what every step of every flow shares. Button labels: at most 20 characters.

walk-list = What shall we put right, step by step? Tap what fits best.
walk-offer = *Did that solve it?* If not, I go through it with you step by step.
walk-solved-ask = *Did that solve it?*
walk-solved = 👍 Very good! What you may want to look at next:
walk-too-long = We have tried a lot, and it does not help yet. It is best that a person looks at it now.
walk-unclear = I did not understand that. We are still here:
walk-number = I cannot tell what { $number } means here. Please tap a button, or write its words:
walk-taken-back = Then it is not solved yet. Here we were:
walk-pick = So that I find the cause, please tap what fits best. If nothing fits, tap *Talk to a person*.
walk-pick-solved = Is all well now? Then tap *It is solved*. If not, tap what fits.
walk-trying = Take your time. When you have tried it, tell me here: did it help?
walk-understood = I take it that you mean: { $choices }. If not, tap Back.
walk-begun = Step by step: *{ $title }*. If you mean something else, write it in other words.
walk-left = We stopped in the middle of *{ $title }*. Tap *Go on* to continue there.
walk-gone-on = Where we stopped: *{ $title }*
offer-person = I did not understand you several times now. Would you rather talk to a person?

next-to-act-igot_cell = Next to act: your circle's iGOT Cell.
next-to-act-mdo_admin = Next to act: the MDO administrator of your organisation; after a transfer request, of the new one.
next-to-act-platform_support = Next to act: the iGOT platform's support.
next-to-act-training_division = Next to act: the Training Division, Department of Posts.

button-solved = It is solved
button-not-solved = Not solved
button-not-after-all = Not solved after all
button-step-by-step = Step by step
button-person = Talk to a person
button-back = Back
button-restart = Start again
button-go-on = Go on
button-more = More…

command-fix = Put a problem right, step by step
command-login = I cannot log in
command-greentick = Green tick
command-transfer = MDO transfer
command-certificate = Certificate
command-human = Talk to a person
