# निर्णय करने वाले सवाल और उनके विकल्प (बटन: अधिकतम 20 अक्षर)।

question-my-igot-a-or-b =
    जो आदेश मुझे पता हैं, उनसे पक्का नहीं होता कि आपके कोर्स कौन से हैं।
    iGOT खोलकर My iGOT → APAR में कोर्स की सूची देखिए।
    वहाँ इनमें से कौन सा कोर्स दिखता है?
    • Data Driven Decision Making for Government
    • Fundamentals of Public Policy
question-my-igot-b-or-c =
    जो आदेश मुझे पता हैं, उनसे पक्का नहीं होता कि आपके कोर्स कौन से हैं।
    iGOT खोलकर My iGOT → APAR में कोर्स की सूची देखिए।
    वहाँ इनमें से कौन सा कोर्स दिखता है?
    • Fundamentals of Public Policy
    • Communication for Citizen Centricity
question-my-igot-field-or-c =
    जो आदेश मुझे पता हैं, उनसे पक्का नहीं होता कि आपके कोर्स कौन से हैं।
    iGOT खोलकर My iGOT → APAR में कोर्स की सूची देखिए।
    वहाँ इनमें से कौन सा कोर्स दिखता है?
    • Citizen Centric Services Offered by India Post
    • Communication for Citizen Centricity
question-my-igot-field-or-mts =
    जो आदेश मुझे पता हैं, उनसे पक्का नहीं होता कि आपके कोर्स कौन से हैं।
    iGOT खोलकर My iGOT → APAR में कोर्स की सूची देखिए।
    वहाँ इनमें से कौन सा कोर्स दिखता है?
    • Citizen Centric Services Offered by India Post
    • Multi Tasking Karmayogi – Dakshta
question-my-igot-any =
    जो आदेश मुझे पता हैं, उनसे पक्का नहीं होता कि आपके कोर्स कौन से हैं।
    iGOT खोलकर My iGOT → APAR में कोर्स की सूची देखिए।
    वहाँ इनमें से कौन सा कोर्स दिखता है?
    • Data Driven Decision Making for Government
    • Fundamentals of Public Policy
    • Communication for Citizen Centricity
    • Citizen Centric Services Offered by India Post
    • Multi Tasking Karmayogi – Dakshta
question-assessment-three =
    आपके { $total } कोर्स पता हैं। पर कोई आदेश, जो मुझे पता है, यह नहीं बताता कि आपके पद की परीक्षा किन कोर्स से होगी।
    iGOT पर My iGOT → APAR और होमपेज पर Scheduled Assessments देखिए। वहाँ क्या दिखता है?
question-profile-apmg =
    APMG ग्रुप A के भी होते हैं और ग्रुप B के भी, और कोर्स अलग हैं।
    आपकी iGOT प्रोफाइल में Group और Designation क्या लिखा है? (Profile icon → View Profile → Primary Details)
question-profile-director-levels =
    यह पद एक से ज़्यादा स्तर पर होता है और कोर्स स्तर के हिसाब से हैं।
    आपकी iGOT प्रोफाइल में Group और Designation क्या लिखा है? (Profile icon → View Profile → Primary Details)
question-profile-manager-mms =
    MMS के मैनेजर ग्रुप A में होते हैं, या इंस्पेक्टर लाइन से ग्रुप B में।
    आपकी iGOT प्रोफाइल में Group और Designation क्या लिखा है? (Profile icon → View Profile → Primary Details)
question-profile-chief-postmaster =
    जीपीओ के प्रमुख अलग-अलग ग्रेड के होते हैं और कोर्स ग्रेड के हिसाब से हैं।
    आपकी iGOT प्रोफाइल में Group और Designation क्या लिखा है? (Profile icon → View Profile → Primary Details)
question-profile-probationer =
    प्रोबेशन में आपकी सूची इस पर है कि प्रोफाइल में क्या लिखा है।
    आपकी iGOT प्रोफाइल में Group और Designation क्या लिखा है? (Profile icon → View Profile → Primary Details)
question-profile-works =
    सूची में सिविल या इलेक्ट्रिकल विंग का आपका पद नहीं लिखा है।
    आपकी iGOT प्रोफाइल में Group और Designation क्या लिखा है? (Profile icon → View Profile → Primary Details)
question-profile-despatch-rider =
    सूची में डिस्पैच राइडर का नाम नहीं है।
    आपकी iGOT प्रोफाइल में Group और Designation क्या लिखा है? (Profile icon → View Profile → Primary Details)
question-cadre-office-post =
    यह पद अलग-अलग कैडर के कर्मचारी संभालते हैं। कोर्स आपके अपने कैडर से तय होते हैं।
    आपका मूल (स्थायी) कैडर क्या है?
question-cadre-aps =
    सेना डाक सेवा में आपके विभाग वाले अपने मूल पद से शुरू करते हैं।
    आपका मूल (स्थायी) पद क्या है?
question-regular-temporary-status =
    आदेश में GDS और संविदा कर्मचारी शामिल नहीं हैं। अस्थायी दर्जे के बारे में उसमें कुछ नहीं लिखा।
    क्या आप अब नियमित (विभागीय) कर्मचारी हैं?
question-regular-officiating = आप अभी किसी और पद पर काम कर रहे हैं। आप नियमित (विभागीय) कर्मचारी हैं या GDS / संविदा?
question-regular-branch-office =
    ब्रांच ऑफिस में ज़्यादातर लोग GDS होते हैं और आदेश GDS पर लागू नहीं है।
    आपका अपना पद क्या है?
question-retirement-state =
    सेवानिवृत्ति के साल में क्या लागू है, यह किसी ऐसे आदेश में नहीं लिखा जो मुझे पता हो।
    क्या आप अभी सेवा में हैं?
question-which-post = आपका अपना पद क्या है? सबसे नज़दीकी चुनिए या पूरा नाम लिखिए।
question-collision-pa = PA से आपका मतलब कौन सा पद है?
question-collision-sa = SA से आपका मतलब कौन सा पद है?
question-collision-sp = क्या SP आपका पद है, यानी अधीक्षक डाकघर?
question-collision-ps = PS से मतलब निजी सचिव है या पोस्टल सर्विस ग्रुप बी?
question-collision-so = SO का मतलब अनुभाग अधिकारी भी है और सब ऑफिस भी। आपका अपना पद क्या है?
question-collision-ds = DS से आपका मतलब कौन सा पद है? डाक सेवक (GDS) पर आदेश लागू नहीं है।
question-collision-do = DO का मतलब विकास अधिकारी (PLI) भी है और डिवीजनल ऑफिस भी। आपका अपना पद क्या है?
question-collision-mo = MO से आपका मतलब कौन सा पद है? (मनी ऑर्डर या मेल ऑफिस पद नहीं है।)
question-collision-pm = PM का मतलब पोस्टमास्टर भी है और पोस्टमैन भी। आपका पद क्या है?
question-collision-postmaster = आप कौन से पोस्टमास्टर हैं? ब्रांच पोस्टमास्टर (GDS) पर आदेश लागू नहीं है, उप डाकपाल और हेड पोस्टमास्टर पर लागू है।
question-collision-inspector = आप कौन से इंस्पेक्टर हैं?
question-collision-clerk = प्रोफाइल में आपके क्लर्क वाले पद का नाम क्या है?
question-collision-hsg = आप HSG के किस ग्रेड में हैं?
question-collision-supervisor = आप किसके सुपरवाइजर हैं? अपना ग्रेड या पद चुनिए।
question-collision-steno = आप आशुलिपिक के किस ग्रेड में हैं?
question-collision-driver = आप कौन से ड्राइवर हैं?
question-collision-engineer = आप कौन से इंजीनियर हैं?
question-collision-manager = आप कौन से मैनेजर हैं?
question-collision-director = आप कौन से निदेशक हैं?
question-collision-ad = आप कौन से सहायक निदेशक हैं?
question-collision-assistant = आप कौन से सहायक हैं?
question-collision-trainee = आपने किस पद पर जॉइन किया है?
question-collision-deputation = आप प्रतिनियुक्ति पर कहाँ हैं?

choice-group-a-list = Data Driven Decision
choice-group-b-list = Public Policy
choice-none-listed = इनमें से कोई नहीं
choice-group-c-list = Citizen Centricity
choice-field-list = Citizen Services
choice-mts-list = Dakshta
choice-list-there = कोर्स दिख रहे हैं
choice-list-empty = कुछ नहीं दिखता
choice-group-a = ग्रुप A
choice-group-b = ग्रुप B
choice-director = निदेशक
choice-deputy-director = उप निदेशक
choice-assistant-director = सहायक निदेशक
choice-another = कोई और पद
choice-ssp = वरिष्ठ अधीक्षक
choice-senior-postmaster = वरिष्ठ पोस्टमास्टर
choice-chief-postmaster = चीफ पोस्टमास्टर
choice-adg = एडीजी
choice-probationer = प्रोबेशनर
choice-ldc = एलडीसी
choice-udc = यूडीसी
choice-mts = एमटीएस
choice-postman = पोस्टमैन
choice-staff-car-driver = स्टाफ कार ड्राइवर
choice-despatch-rider = डिस्पैच राइडर
choice-postal-assistant = डाक सहायक
choice-sorting-assistant = छंटाई सहायक
choice-lsg = एलएसजी
choice-hsg-1 = एचएसजी-I
choice-hsg-2 = एचएसजी-II
choice-inspector = डाक निरीक्षक
choice-mail-guard = मेल गार्ड
choice-asp = सहायक अधीक्षक
choice-regular-mts = नियमित, एमटीएस
choice-temporary-status = अस्थायी दर्जा
choice-contract = संविदा / आउटसोर्स
choice-daily-wage = दिहाड़ी / आकस्मिक
choice-regular-postman = नियमित, पोस्टमैन
choice-gds = जीडीएस / डाक सेवक
choice-bpm = बीपीएम (जीडीएस)
choice-abpm = एबीपीएम (जीडीएस)
choice-in-service = अभी सेवा में
choice-retired = रिटायर हो चुका/चुकी
choice-spm = उप डाकपाल
choice-personal-assistant = वैयक्तिक सहायक
choice-system-administrator = सिस्टम एडमिन
choice-superintendent = अधीक्षक
choice-private-secretary = निजी सचिव
choice-postal-service-b = पोस्टल सर्विस Gr B
choice-section-officer = अनुभाग अधिकारी
choice-deputy-secretary = उप सचिव
choice-deputy-superintendent = उप अधीक्षक
choice-development-officer = विकास अधिकारी
choice-mail-overseer = मेल ओवरसियर
choice-medical-officer = चिकित्सा अधिकारी
choice-hpm = हेड पोस्टमास्टर
choice-inspector-rms = निरीक्षक आरएमएस
choice-complaint-inspector = शिकायत निरीक्षक
choice-vigilance-inspector = सतर्कता निरीक्षक
choice-pri = पीआरआई (डाक)
choice-pa-sbco = एसबीसीओ सुपरवाइजर
choice-technical-supervisor = तकनीकी पर्यवेक्षक
choice-steno-1 = आशुलिपिक ग्रेड I
choice-steno-2-3 = आशुलिपिक II या III
choice-mms-driver = एमएमएस ड्राइवर
choice-junior-engineer = कनिष्ठ अभियंता
choice-assistant-engineer = सहायक अभियंता
choice-executive-engineer = अधिशासी अभियंता
choice-superintending-engineer = अधीक्षण अभियंता
choice-chief-engineer = मुख्य अभियंता
choice-manager-mms = प्रबंधक एमएमएस
choice-senior-manager-mms = वरिष्ठ प्रबंधक MMS
choice-asst-manager-mms = सहा./उप प्रबंधक MMS
choice-general-manager = महाप्रबंधक
choice-system-manager = सिस्टम मैनेजर
choice-canteen = कैंटीन स्टाफ
choice-ippb = आईपीपीबी कर्मचारी
choice-dps = निदेशक (डीपीएस)
choice-director-training = निदेशक PTC/CEPT
choice-director-accounts = निदेशक लेखा (डाक)
choice-assistant-director-ol = सहा. निदेशक राजभाषा
choice-assistant-section-officer = सहा. अनुभाग अधिकारी
choice-new-pa-sa = नए डाक/छंटाई सहायक
choice-into-dop = डाक विभाग में आए
choice-to-ippb = IPPB प्रतिनियुक्ति
choice-to-aps = सेना डाक सेवा
choice-out-of-dop = विभाग से बाहर गए
