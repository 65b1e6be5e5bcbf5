### अपनी प्रगति, पूरा हुआ लिखवाना, रिमाइंडर की सेटिंग। बटन: अधिक से अधिक 20 अक्षर।

## /progress

progress-lead = { $over ->
    [yes] *मेरी जानकारी में { $year } के { $total } में से { $done } कोर्स पूरे हुए थे।*
   *[other] *{ $total } में से { $done } कोर्स पूरे*
}
progress-self = • ✅ { $title } (आपने बताया, रिपोर्ट में अभी नहीं)
progress-report = • ✅ { $title } (रिपोर्ट में है)
progress-taken-back = • ⬜ { $title } (आपने बताया था; { $date } की रिपोर्ट में नहीं है)
progress-begun = • ▶ { $title } (शुरू किया है)
progress-begun-time = • ▶ { $title } (शुरू किया है; कुल { $time })
progress-open = • ⬜ { $title }
progress-open-time = • ⬜ { $title } ({ $time })
progress-extra-lead = इन { $total } में नहीं है, पर आपकी परीक्षा के लिए ज़रूरी है:
progress-floor = { $left ->
    [0] आदेश का कम से कम 50 % ({ $total } में से { $floor }) पूरा है; परीक्षा भी इसका हिस्सा है। विभाग सभी { $total } माँगता है।
   *[other] { $over ->
        [yes] आदेश का कम से कम 50 % ({ $total } में से { $floor }, परीक्षा के साथ) था: मेरी जानकारी में { $left } नहीं हुए। विभाग ने सभी { $total } माँगे थे।
       *[other] आदेश के कम से कम 50 % ({ $total } में से { $floor }, परीक्षा के साथ) तक { $left } बाक़ी। विभाग सभी { $total } माँगता है।
    }
}
progress-time = बाक़ी कोर्स की प्रकाशित अवधि कुल { $time }।{ $unknown ->
    [0] {""}
   *[other] {" "}{ $unknown } और की अवधि प्रकाशित नहीं है।
}
progress-no-time = बाक़ी ({ $unknown }) की अवधि प्रकाशित नहीं है: iGOT पर हर कोर्स के पेज पर लिखी होती है।
progress-where = मुझे वही पता है जो आप बताते हैं और जो iGOT Cell की रिपोर्ट दिखाती है। iGOT पर यहाँ दिखता है: My iGOT → Completed। कार्यालय की रिपोर्ट दिन में एक बार बदलती है।
progress-card = { $year } का आपका कार्ड, { $date } की स्थिति।
progress-note = अपने प्रमाणपत्र सँभाल कर रखें।
progress-undecided = मेरे पास जो काग़ज़ हैं, वे तय नहीं करते कि आपके कोर्स कौन से हैं। My iGOT → APAR देखें। जो पूरा हुआ, वह फिर भी बता सकते हैं।

## गाइड की सूची

check-lead = { $over ->
    [yes] *गाइड की सूची यह थी*
   *[other] *गाइड की सूची*
}
check-login = { $state ->
    [yes] • ✅ Login: लॉगिन
    [no] • ⬜ Login: लॉगिन
   *[unknown] • ❔ Login: लॉगिन, मुझे पता नहीं
}
check-verify = { $state ->
    [yes] • ✅ Verify: ग्रीन टिक
    [no] • ⬜ Verify: ग्रीन टिक
   *[unknown] • ❔ Verify: ग्रीन टिक, मुझे पता नहीं
}
check-map = { $state ->
    [yes] • ✅ Map: आपका संगठन (MDO)
    [no] • ⬜ Map: आपका संगठन (MDO)
   *[unknown] • ❔ Map: आपका संगठन (MDO), मुझे पता नहीं
}
check-phase = { $state ->
    [yes] • ✅ { $date } तक { $total } में से { $count } कोर्स
   *[no] { $when ->
        [past] • ⬜ { $date } तक (बीत गई) { $total } में से { $count } कोर्स करने थे: { $left } नहीं हुए
        [today] • ⬜ *आज*, { $date }: { $total } में से { $count } कोर्स: { $left } बाक़ी
       *[future] • ⬜ { $date } तक ({ $days } दिन बाक़ी) { $total } में से { $count } कोर्स: { $left } बाक़ी
    }
}
check-assessment = { $state ->
    [yes] • ✅ Qualify: परीक्षा (Comprehensive Assessment) पास
    [self] • ✅ Qualify: परीक्षा (Comprehensive Assessment) पास (आपने बताया, रिपोर्ट में अभी नहीं)
   *[no] { $when ->
        [past] • ⬜ Qualify: परीक्षा (Comprehensive Assessment) { $date } तक (बीत गई) पास करनी थी
        [today] • ⬜ Qualify: परीक्षा (Comprehensive Assessment), *आज*, { $date }
       *[future] • ⬜ Qualify: परीक्षा (Comprehensive Assessment) { $date } तक ({ $days } दिन बाक़ी)
    }{ $failed ->
        [0] {""}
       *[other] । { $failed } बार पास नहीं हुई
    }
}

## योजना

plan-over = आख़िरी तारीख़ ({ $last_date }) बीत गई है, इसलिए योजना नहीं बनती। कुछ बाक़ी रह गया हो तो अपने सर्किल के iGOT Cell से पूछें कि अब क्या हो सकता है।
plan-no-list = आपकी सूची पता हो तो योजना बन सकती है। My iGOT → APAR देखें, या अपना पद बताएँ: /profile

## पूरा हुआ लिखवाना

mark-pick = कौन सा पूरा हुआ ({ $year })? उसे दबाएँ:
mark-which = आपका मतलब किससे है? उसे दबाएँ:
mark-which-count = { $count ->
    [one] वह कौन सा कोर्स है?
   *[other] वे { $count } कौन से हैं? एक-एक करके दबाएँ।
}
mark-confirm = { $count ->
    [one] क्या { $year } के लिए इसे पूरा लिख दिया जाए?
   *[other] क्या { $year } के लिए ये { $count } पूरे लिख दिए जाएँ?
}
mark-confirm-failed = क्या { $year } के लिए यह लिख दिया जाए?
mark-first = यह अभी लिखा जाएगा। पहले एक बात जाननी है, जो नीचे पूछी है।
mark-outside = आपकी सूची में नहीं है, इसलिए उसमें नहीं गिना जाएगा: { $titles }
mark-noted = ✔ पूरा लिख दिया: { $titles }
mark-noted-failed = ✔ लिख दिया: { $titles }
mark-state = अब { $total } में से { $done } पूरे।
mark-all-done = 🎉 आपके बताए और रिपोर्ट के हिसाब से { $year } का सब कुछ पूरा है।
mark-not-noted = कुछ नहीं लिखा गया।
mark-already = यह पहले से लिखा है: { $titles }
mark-nothing-left = लिखने को कुछ बाक़ी नहीं है।
mark-taken-back = ✔ वापस लिया: { $titles }
mark-take-back = किसे वापस लेना है? उसे दबाएँ:
mark-nothing-told = ऐसा कुछ नहीं है जो केवल आपने बताया हो, इसलिए वापस लेने को कुछ नहीं है।
mark-not-told = आपने इसे पूरा हुआ नहीं बताया है: { $titles }। इसलिए वापस लेने को कुछ नहीं है।
mark-of-report = iGOT Cell की रिपोर्ट इसे पूरा दिखाती है: { $titles }। ग़लत हो तो Cell से कहें; रिपोर्ट यहाँ नहीं बदली जाती।
mark-assessment = परीक्षा (Comprehensive Assessment), पास
mark-verified = ग्रीन टिक (सत्यापित प्रोफ़ाइल)
mark-mapped = प्रोफ़ाइल आपके संगठन (MDO) से जुड़ी
mark-failed = परीक्षा: { $count } बार पास नहीं हुई
mark-score-low = { $questions } में { $right } उन { $pass_percent } % से कम है जो चाहिए। "हाँ" तभी कहें जब iGOT पास दिखाए।
mark-score-doubtful = { $questions } में { $right } पक्का नहीं है: गाइड में "50 %" भी लिखा है और "50 % से अधिक" भी। "हाँ" तभी कहें जब iGOT पास दिखाए।
mark-year = आज का दिन ऐसे किसी प्रशिक्षण वर्ष में नहीं है जिसकी सूची मेरे पास हो। यह किस वर्ष का है?
mark-other-year = किसी और वर्ष की सूची मेरे पास नहीं है, इसलिए कुछ नहीं लिखा गया। क्या गिना जाएगा, यह आपके सर्किल का iGOT Cell बता सकता है।
mark-circular = साल में एक बार एक बात: डाक विभाग का 16.06.2025 का परिपत्र, जिसकी जानकारी मुझे एक रिपोर्ट से है, छोड़-छोड़ कर कोर्स पूरा करने को दुरुपयोग कहता है। और जो छोड़ा गया, वह iGOT पर दर्ज न हो, ऐसा हो सकता है।

## रिमाइंडर

reminders-on = 🔔 *रिमाइंडर चालू हैं।*
reminders-off = 🔕 *रिमाइंडर बंद हैं।* आप लिखेंगे तो उत्तर मिलेगा, और जो आपने बताया वह बना रहेगा।
reminders-next = अगला: { $date }, यदि तब भी कुछ बाक़ी हो।
reminders-until = टाला हुआ: { $date } से पहले नहीं, केवल किसी बाक़ी काम के आख़िरी दिन छोड़कर।
reminders-from = { $hour ->
    [morning] सुबह आते हैं, { $begins } से।
    [noon] दोपहर में आते हैं, { $begins } से।
   *[evening] शाम को आते हैं, { $begins } से।
}
reminders-rules = संदेश केवल उन्हें जाता है जिनका कुछ बाक़ी है, { $year } की तारीख़ों से पहले, दिन में अधिक से अधिक एक रिमाइंडर, { $opens } से { $closes } के बीच (IST)।
reminders-none = { $reason ->
    [done] कोई नहीं आएगा: सब पूरा है।
    [no_designation] अभी कोई नहीं आएगा: आपका पद पता नहीं है। बताएँ: /profile
    [undecided] अभी कोई नहीं आएगा: आपके कोर्स कौन से हैं, यह तय नहीं है। देखें: /courses
    [excluded] कोई नहीं आएगा: आदेश में आपका पद नहीं आता।
    [over] कोई नहीं आएगा: आगे कोई तारीख़ नहीं है।
    [left] कोई नहीं आएगा: रिपोर्ट कहती है कि आप अब इस संगठन में नहीं हैं।
   *[other] कोई नहीं आएगा: यहाँ अपनी ओर से संदेश नहीं भेजा जा सकता।
}
reminders-snoozed = ✔ { $date } तक टाल दिया। केवल किसी बाक़ी काम का आख़िरी दिन इसे तोड़ता है।
reminders-awake = ✔ अब टाला हुआ नहीं है।
reminders-hour = { $hour ->
    [morning] ✔ सुबह, { $begins } से।
    [noon] ✔ दोपहर में, { $begins } से।
   *[evening] ✔ शाम को, { $begins } से।
}

## बटन और कमांड

button-mark-yes = हाँ, लिख दें
button-mark-no = नहीं
button-undo = वापस लें
button-plan = मेरी योजना
button-card = तस्वीर में देखें
button-calendar = कैलेंडर के लिए
button-take-back = एक वापस लें
button-assessment = परीक्षा पास
button-verified = ग्रीन टिक
button-mapped = MDO से जुड़ गया
button-failed = एक बार पास नहीं
button-year = { $year }
button-other-year = कोई और वर्ष
button-reminders-on = रिमाइंडर चालू करें
button-wake = अब न टालें
button-morning = सुबह
button-noon = दोपहर
button-evening = शाम
command-progress = मेरी प्रगति
command-reminders = रिमाइंडर: चालू, बंद, कब
