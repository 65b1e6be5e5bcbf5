# Deciding questions and their choices (buttons: at most 20 characters).

question-my-igot-a-or-b =
    The orders I know do not say for sure which courses are yours.
    Open iGOT → My iGOT → APAR and look at the list of courses.
    Which one of these do you see there?
    • Data Driven Decision Making for Government
    • Fundamentals of Public Policy
question-my-igot-b-or-c =
    The orders I know do not say for sure which courses are yours.
    Open iGOT → My iGOT → APAR and look at the list of courses.
    Which one of these do you see there?
    • Fundamentals of Public Policy
    • Communication for Citizen Centricity
question-my-igot-field-or-c =
    The orders I know do not say for sure which courses are yours.
    Open iGOT → My iGOT → APAR and look at the list of courses.
    Which one of these do you see there?
    • Citizen Centric Services Offered by India Post
    • Communication for Citizen Centricity
question-my-igot-field-or-mts =
    The orders I know do not say for sure which courses are yours.
    Open iGOT → My iGOT → APAR and look at the list of courses.
    Which one of these do you see there?
    • Citizen Centric Services Offered by India Post
    • Multi Tasking Karmayogi – Dakshta
question-my-igot-any =
    The orders I know do not say for sure which courses are yours.
    Open iGOT → My iGOT → APAR and look at the list of courses.
    Which one of these do you see there?
    • Data Driven Decision Making for Government
    • Fundamentals of Public Policy
    • Communication for Citizen Centricity
    • Citizen Centric Services Offered by India Post
    • Multi Tasking Karmayogi – Dakshta
question-assessment-three =
    Your { $total } courses are known. But no order I know says which courses the assessment is set from for your post.
    Please look on iGOT at My iGOT → APAR, and on the homepage at Scheduled Assessments. What do you see?
question-profile-apmg =
    An APMG may be a Group A or a Group B officer, and the courses differ.
    What does your iGOT profile show as Group and Designation? (Profile icon → View Profile → Primary Details)
question-profile-director-levels =
    This post is held at more than one level, and the courses go by level.
    What does your iGOT profile show as Group and Designation? (Profile icon → View Profile → Primary Details)
question-profile-manager-mms =
    MMS managers are in Group A or, from the Inspector line, in Group B.
    What does your iGOT profile show as Group and Designation? (Profile icon → View Profile → Primary Details)
question-profile-chief-postmaster =
    The head of a GPO may hold different grades, and the courses go by grade.
    What does your iGOT profile show as Group and Designation? (Profile icon → View Profile → Primary Details)
question-profile-probationer =
    Your list depends on what the profile says while you are on probation.
    What does your iGOT profile show as Group and Designation? (Profile icon → View Profile → Primary Details)
question-profile-works =
    The lists do not name your post in the Civil or Electrical Wing.
    What does your iGOT profile show as Group and Designation? (Profile icon → View Profile → Primary Details)
question-profile-despatch-rider =
    The lists do not name the Despatch Rider.
    What does your iGOT profile show as Group and Designation? (Profile icon → View Profile → Primary Details)
question-cadre-office-post =
    Officials of different cadres hold this post. The courses go by your own cadre.
    What is your substantive (permanent) cadre?
question-cadre-aps =
    For the Army Postal Service, start from your own civil post in the Department.
    What is your substantive (permanent) post?
question-regular-temporary-status =
    The order leaves out GDS and contractual staff. For temporary status it says nothing.
    Are you a regular (departmental) employee now?
question-regular-officiating = You are working in another post for now. Are you a regular (departmental) employee, or GDS / contract?
question-regular-branch-office =
    Most people in a Branch Office are GDS, and the order does not cover GDS.
    What is your own post?
question-retirement-state =
    No order I know says what applies in the year of retirement.
    Are you still in service?
question-which-post = What is your own post? Choose the nearest, or type it in full.
question-collision-pa = By PA, which post do you mean?
question-collision-sa = By SA, which post do you mean?
question-collision-sp = Is SP your post, Superintendent of Post Offices?
question-collision-ps = By PS, do you mean Private Secretary or Postal Service Group B?
question-collision-so = SO may mean Section Officer or a Sub Office. What is your own post?
question-collision-ds = By DS, which post do you mean? Dak Sevak (GDS) is not covered by the order.
question-collision-do = DO may mean Development Officer (PLI) or the Divisional Office. What is your own post?
question-collision-mo = By MO, which post do you mean? (A money order or a Mail Office is not a post.)
question-collision-pm = PM may mean Postmaster or Postman. What is your post?
question-collision-postmaster = Which postmaster are you? A Branch Postmaster (GDS) is not covered by the order; a Sub or Head Postmaster is.
question-collision-inspector = Which inspector are you?
question-collision-clerk = What does your profile call your clerical post?
question-collision-hsg = Which grade of HSG are you in?
question-collision-supervisor = Supervisor of what? Please choose your own grade or post.
question-collision-steno = Which grade of stenographer are you?
question-collision-driver = Which driver are you?
question-collision-engineer = Which engineer are you?
question-collision-manager = Which manager are you?
question-collision-director = Which Director are you?
question-collision-ad = Which Assistant Director are you?
question-collision-assistant = Which assistant are you?
question-collision-trainee = Which post have you joined?
question-collision-deputation = Where are you on deputation?

choice-group-a-list = Data Driven Decision
choice-group-b-list = Public Policy
choice-none-listed = None of these
choice-group-c-list = Citizen Centricity
choice-field-list = Citizen Services
choice-mts-list = Dakshta
choice-list-there = Courses are listed
choice-list-empty = Nothing is listed
choice-group-a = Group A
choice-group-b = Group B
choice-director = Director
choice-deputy-director = Deputy Director
choice-assistant-director = Assistant Director
choice-another = Another post
choice-ssp = Sr Superintendent
choice-senior-postmaster = Senior Postmaster
choice-chief-postmaster = Chief Postmaster
choice-adg = ADG
choice-probationer = Probationer
choice-ldc = LDC
choice-udc = UDC
choice-mts = MTS
choice-postman = Postman
choice-staff-car-driver = Staff Car Driver
choice-despatch-rider = Despatch Rider
choice-postal-assistant = Postal Assistant
choice-sorting-assistant = Sorting Assistant
choice-lsg = LSG
choice-hsg-1 = HSG-I
choice-hsg-2 = HSG-II
choice-inspector = Inspector Posts
choice-mail-guard = Mail Guard
choice-asp = Asst Superintendent
choice-regular-mts = Regular, as MTS
choice-temporary-status = Temporary status
choice-contract = Contract / outsource
choice-daily-wage = Daily wage / casual
choice-regular-postman = Regular, as Postman
choice-gds = GDS / Dak Sevak
choice-bpm = BPM (GDS)
choice-abpm = ABPM (GDS)
choice-in-service = Still in service
choice-retired = Already retired
choice-spm = Sub Postmaster
choice-personal-assistant = Personal Assistant
choice-system-administrator = System Admin
choice-superintendent = Superintendent
choice-private-secretary = Private Secretary
choice-postal-service-b = Postal Service Gr B
choice-section-officer = Section Officer
choice-deputy-secretary = Deputy Secretary
choice-deputy-superintendent = Dy Superintendent
choice-development-officer = Development Officer
choice-mail-overseer = Mail Overseer
choice-medical-officer = Medical Officer
choice-hpm = Head Postmaster
choice-inspector-rms = Inspector RMS
choice-complaint-inspector = Complaint Inspector
choice-vigilance-inspector = Vigilance Inspector
choice-pri = PRI (Postal)
choice-pa-sbco = SBCO supervisor
choice-technical-supervisor = Technical Supervisor
choice-steno-1 = Stenographer Gr I
choice-steno-2-3 = Steno Gr II or III
choice-mms-driver = MMS Driver
choice-junior-engineer = Junior Engineer
choice-assistant-engineer = Assistant Engineer
choice-executive-engineer = Executive Engineer
choice-superintending-engineer = Superint. Engineer
choice-chief-engineer = Chief Engineer
choice-manager-mms = Manager MMS
choice-senior-manager-mms = Sr Manager MMS
choice-asst-manager-mms = Asst/Dy Manager MMS
choice-general-manager = General Manager
choice-system-manager = System Manager
choice-canteen = Canteen Staff
choice-ippb = IPPB employee
choice-dps = Director (DPS)
choice-director-training = Director PTC/CEPT
choice-director-accounts = Director of Accounts
choice-assistant-director-ol = AD (Offl. Language)
choice-assistant-section-officer = Asst Section Officer
choice-new-pa-sa = New PA / SA
choice-into-dop = Deputed into DoP
choice-to-ippb = Deputed to IPPB
choice-to-aps = Army Postal Service
choice-out-of-dop = Deputed outside DoP
