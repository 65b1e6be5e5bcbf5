### याद दिलाने वाले मैसेज, बधाई, योजना। बटन: ज़्यादा से ज़्यादा 20 अक्षर।

reminder-lead = ⏰ *{ $year }: आपका क्या बाक़ी है*
reminder-lead-last = ⏰ *{ $year }: आज आख़िरी दिन है*
reminder-verify = सबसे पहले iGOT पर नाम के पास ग्रीन टिक। गाइड में लिखा है: जब तक प्रोफ़ाइल वेरिफ़ाई नहीं है, ट्रेनिंग की प्रगति दर्ज नहीं होती।
reminder-courses = { $when ->
    [today] • *आज*, { $date }: { $total } में से { $count } कोर्स; आपके { $done } हो चुके हैं
   *[future] • { $date } तक ({ $days } दिन बाक़ी): { $total } में से { $count } कोर्स; आपके { $done } हो चुके हैं
}
reminder-assessment = { $when ->
    [today] • *आज*, { $date }: परीक्षा (Comprehensive Assessment) पास करनी है
   *[future] • { $date } तक ({ $days } दिन बाक़ी): परीक्षा (Comprehensive Assessment) पास
}
reminder-extra = इन { $total } में नहीं है, पर आपकी परीक्षा के लिए ज़रूरी है: { $titles }
reminder-done = आपकी सूची के सब कोर्स हो चुके हैं। अब परीक्षा (Comprehensive Assessment) बाक़ी है।
reminder-note = पहले ही हो गया? *कोर्स पूरा बताएँ* दबाएँ, फिर उसकी याद नहीं दिलाई जाएगी।

## योजना

plan-known = { $total } में से { $left } बाक़ी, { $time } ({ $titles }), { $days ->
    [0] आज आख़िरी दिन है
   *[other] { $days } दिन: रोज़ { $minutes } मिनट
}
plan-and-unknown = समय कहीं छपा नहीं है: { $titles }। iGOT पर हर कोर्स के पेज पर दिखता है।
plan-unknown = { $total } में से { $left } बाक़ी ({ $titles }), { $days ->
    [0] आज आख़िरी दिन है
   *[other] { $days } दिन
}। इनका समय कहीं छपा नहीं है: iGOT पर हर कोर्स के पेज पर दिखता है।
plan-next = अगला: *{ $title }*
plan-next-assessed = अगला: *{ $title }*, क्योंकि यह आपकी परीक्षा में भी है

## बधाई

congratulation = 🎉 *सब पूरा हुआ: आपकी सूची के सभी { $total } कोर्स और { $year } की परीक्षा (Comprehensive Assessment)।*
congratulation-check =
    APAR ({ $apar_year } में लिखा जाने वाला) में क्या देखें:
    • यह Part I में "Training Programs Attended" के नीचे आता है।
    • ऑनलाइन (SPARROW): जानकारी iGOT से आती है। काग़ज़ पर: आपका MDO इसे बनाकर देता है।
    • वहाँ न दिखे तो उसकी ज़िम्मेदारी कर्मचारी की अपनी है।
    • सर्टिफ़िकेट सँभालकर रखें।

## बटन

button-mark-done = कोर्स पूरा बताएँ
button-snooze = { $days } दिन बाद
button-how-to = कैसे करें
button-stop-reminders = याद न दिलाएँ
