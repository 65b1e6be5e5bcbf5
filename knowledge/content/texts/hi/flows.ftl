### क़दम-दर-क़दम मदद: सबके साझा शब्द। बटनों के नाम (अधिकतम 20 अक्षर) और किसी व्यक्ति तक पहुँचाने से पहले के सवाल।

choice-other = कुछ और
choice-not-sure = पक्का नहीं
choice-go-on = आगे बढ़ें
choice-all-right = सब ठीक है

## लॉगिन और OTP

choice-forgot-password = पासवर्ड भूल गए
choice-no-otp = OTP नहीं आ रहा
choice-invalid-user = Invalid user details
choice-parichay = Parichay नहीं चलता
choice-revoked = Access revoked
choice-app-returns = फिर लॉगिन पेज आता है
choice-two-accounts = दो अकाउंट हैं
choice-old-contact = पुराना नंबर/ईमेल
choice-page-fault = पेज नहीं खुलता
choice-thrown-out = बार-बार लॉगआउट
choice-mail-missing = मेल नहीं आया
choice-email-unknown = ईमेल दर्ज नहीं
choice-email-known = ईमेल दर्ज है
choice-password-refused = पासवर्ड नहीं चला
choice-not-finished = अधूरा रह गया
choice-was-finished = पूरा किया था
choice-can-log-in = लॉगिन हो जाता है
choice-cannot-log-in = लॉगिन नहीं होता
choice-otp-mobile = SMS से
choice-otp-email = ईमेल से
choice-new-number = मेरा नंबर नया है
choice-otp-refused = OTP ग़लत बताता है
choice-registering = रजिस्टर करते समय

## किसी व्यक्ति तक पहुँचाने से पहले के सवाल

evidence-identity = iGOT में लिखा अपना नाम, कर्मचारी ID, और iGOT में दर्ज ईमेल या मोबाइल लिखें, ताकि iGOT Cell आपको ढूँढ सके। पासवर्ड या OTP कभी नहीं।
evidence-where = यह कहाँ हो रहा है?
evidence-app-android = ऐप, Android
evidence-app-iphone = ऐप, iPhone
evidence-phone-browser = फ़ोन का ब्राउज़र
evidence-computer = कंप्यूटर
evidence-error = स्क्रीन पर ठीक क्या लिखा आता है? वही शब्द लिखें, या बताएँ कि क्या होता है। पासवर्ड या OTP कभी न लिखें।
evidence-screenshot = इसका स्क्रीनशॉट भेजें। पासवर्ड या OTP दिख रहा हो तो पहले छिपा दें।
evidence-course = कौन सा कोर्स या परीक्षा है? नाम वैसा ही लिखें जैसा iGOT पर है।
evidence-organisation = प्रोफ़ाइल में अभी कौन सा संगठन लिखा है, और सही कौन सा है?
evidence-profile = प्रोफ़ाइल में Group और Designation क्या लिखा है, और ग्रीन टिक है या नहीं?
evidence-since = यह किस दिन से है, या रिक्वेस्ट किस दिन भेजी थी?
evidence-wrong-and-right = प्रोफ़ाइल में क्या ग़लत है और सही क्या है? जैसे: पद MTS लिखा है, सही Postman है।

## संगठन (MDO)

choice-not-asked = संगठन बदलना है
choice-button-grey = बटन नहीं दबता
choice-chose-wrong = ग़लत संगठन चुना
choice-waiting = मंज़ूरी नहीं मिली
choice-rejected = रिक्वेस्ट नामंज़ूर
choice-approved = मंज़ूर हुई, पर…
choice-org-missing = नाम सूची में नहीं
choice-post-office = डाकघर या RMS
choice-circle-office = सर्किल/रीजन ऑफ़िस
choice-training-centre = PTC या RAKNPA
choice-cept = CEPT
choice-directorate = Postal Directorate
choice-same-circle = सर्किल वही है
choice-other-office = कोई और ऑफ़िस
choice-only-trainee = सिर्फ़ ट्रेनिंग पर
choice-found-it = मिल गया
choice-not-there = वहाँ नहीं है
choice-profile-wrong = पद/ग्रुप ग़लत है
choice-org-wrong = संगठन ग़लत है
choice-org-right = संगठन सही है
choice-look-first = पहले देख लूँ
choice-no-tick = ग्रीन टिक नहीं है
choice-sent = भेज दिया
choice-desig-missing = पद सूची में नहीं
choice-does-not-work = नहीं हो रहा
choice-works-now = अब दब रहा है
choice-cancelled = रद्द कर दी
choice-ask-again = फिर से माँगें
choice-old-courses = कोर्स पुराने ही हैं
choice-go-transfer = ट्रांसफ़र माँगें
choice-already-asked = पहले माँग चुके

## ग्रीन टिक

choice-tick-there = टिक है
choice-courses-missing = कोर्स नहीं दिख रहे
choice-not-sent = अभी भेजा नहीं
choice-tick-gone = टिक था, हट गया
choice-cannot-send = बदल/भेज नहीं पाते
choice-know-data = सही पद पता है
choice-sent-again = फिर भेज दिया
choice-transfer-approved = ट्रांसफ़र मंज़ूर
choice-transfer-open = मंज़ूरी बाक़ी है
choice-no-transfer = ट्रांसफ़र नहीं माँगा

## कोर्स

choice-all-missing = कुछ नहीं दिखता
choice-one-missing = एक कोर्स नहीं है
choice-no-apar-tag = APAR निशान नहीं है
choice-wrong-list = दूसरे पद की सूची
choice-will-not-open = कोर्स में दिक़्क़त
choice-own-unit = अपना सर्किल/यूनिट
choice-all-there = सही है, टिक भी है
choice-extra-course = परीक्षा वाला कोर्स
choice-title-there = APAR में वही नाम है
choice-title-absent = APAR में है ही नहीं
choice-now-fine = वहाँ पूरा दिखता है
choice-all-right-there = प्रोफ़ाइल सही है

## परीक्षा

choice-locked = परीक्षा लॉक है
choice-not-visible = दिख नहीं रही
choice-broke-off = बीच में बंद हो गई
choice-attempts-used = सब मौके ख़त्म
choice-not-passed = पास नहीं हुए
choice-all-complete = सब पूरे हैं
choice-not-complete = सब पूरे नहीं
choice-not-in-list = एक सूची में नहीं
choice-course-stuck = एक कोर्स अटका है
choice-cert-missing = सर्टिफ़िकेट नहीं
choice-moved-lately = अभी बदली हुई है
choice-attempt-lost = एक मौका चला गया
choice-attempts-left = मौके बचे हैं
choice-all-used = सच में सब ख़त्म

## सर्टिफ़िकेट

choice-not-come = नहीं आया
choice-cannot-download = डाउनलोड नहीं होता
choice-name-wrong = नाम/पद ग़लत है
choice-stuck = 90–99 % पर अटका
choice-over-24-hours = 24 घंटे से ज़्यादा
choice-under-24-hours = 24 घंटे नहीं हुए
choice-not-complete-yet = Completed में नहीं
choice-item-lacks-tick = एक पर टिक नहीं
choice-cannot-edit = बदल नहीं पा रहे

## कोर्स की प्रगति

choice-not-recorded = प्रगति दर्ज नहीं
choice-video = वीडियो नहीं चलता
choice-pdf = PDF नहीं खुलता
choice-app-fails = ऐप बंद हो जाता है
choice-office-report = ऑफ़िस को नहीं दिखता
choice-office-computer = ऑफ़िस कंप्यूटर पर
choice-on-phone = फ़ोन पर
choice-own-computer = दूसरे कंप्यूटर पर

## प्रोफ़ाइल की जानकारी

choice-employee-id = CSI/कर्मचारी ID
choice-mobile-email = मोबाइल या ईमेल
choice-post-group = पद या ग्रुप
choice-name = मेरा नाम
choice-organisation = संगठन
choice-already-used = Already registered
choice-my-old-account = मेरा पुराना अकाउंट
choice-not-mine = वह मेरा नहीं
choice-certificate-name = सर्टिफ़िकेट पर नाम

## सूची में नहीं

choice-org-missing-here = मेरा संगठन
choice-desig-missing-here = मेरा पद
choice-only-department = सिर्फ़ विभाग का नाम
choice-which-office = मेरा कौन सा है?
choice-moving = ट्रांसफ़र के लिए
choice-official-name = सही नाम क्या है?

## APAR

choice-apar-online = ऑनलाइन (SPARROW)
choice-apar-paper = काग़ज़ पर
choice-only-asking = बस जानना था
choice-still-not-sure = अब भी पता नहीं
choice-test-missing = परीक्षा वहाँ नहीं
choice-same = दोनों एक जैसे हैं
choice-email-differs = ईमेल अलग है
choice-id-differs = कर्मचारी ID अलग है

## रजिस्टर करना

choice-no-account = अकाउंट नहीं है
choice-have-account = अकाउंट है
choice-gov-email = हाँ, है
choice-no-gov-email = नहीं है
choice-registered = रजिस्टर हो गया
choice-try-login = लॉगिन करके देखें
