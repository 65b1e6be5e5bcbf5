### Guided flow: organisation or designation not in the list

flow-notlisted = Not in the list

flow-notlisted-which = What can you not find in iGOT's list?
flow-notlisted-department =
    Please do not choose "Department of Posts", not even for the time being: nobody can be moved there.
    Your own circle or unit stands under another name. We look for it now.
flow-notlisted-org =
    Most likely the name is only written differently.
    1. Search a part of the name, e.g. "Delhi Postal".
    2. Look for your circle, Postal Directorate, Postal Training Centre, RAKNPA or CEPT.
    3. A Region only if it is in the list.
    Staff of divisions, head offices and RMS choose, as I read it, their circle.
flow-notlisted-spelling =
    Try other spellings of the name:
    1. only one word of it, e.g. "Postal" or the place
    2. the full name and the short one, e.g. RAKNPA or "Rafi Ahmed Kidwai"
    3. old and new spelling, e.g. Mysore or Mysuru, Odisha or Orissa
    4. on { $portal } in Chrome instead of the app
flow-notlisted-found = Good. What do you need it for?
flow-notlisted-org-cell =
    Ask your circle's iGOT Cell to have the organisation added, or to tell you its exact name.
    1. Write the full name of your office and circle.
    2. Add a screenshot of what the list shows.
    3. Until then do not choose "Department of Posts" or another circle.
    No answer: { $email }.
flow-notlisted-designation =
    1. Search the full form, not the short one: "Postal Assistant", not "PA".
    2. Try one word of it.
    3. Choose only the exact official designation, not a similar one: the guide says a wrong mapping gives no APAR credit.
flow-notlisted-designation-mdo =
    The list shows only the designations that your organisation has added. Its MDO admin must add yours.
    1. Write to the iGOT Cell of your circle or unit.
    2. Give the designation in full, your Group and your employee ID.
    3. Add a screenshot of the list.
    No answer: { $email }.
