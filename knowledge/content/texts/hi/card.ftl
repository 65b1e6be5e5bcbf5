### प्रगति कार्ड (तस्वीर): छोटी पंक्तियाँ, बिना निशान। और कैलेंडर की फ़ाइल।

card-title = मेरे iGOT कोर्स { $year }
card-as-of = { $date } की स्थिति
card-count = { $total } में से { $done } कोर्स पूरे
card-floor = { $missing ->
        [0] न्यूनतम { $percent } % ({ $floor } कोर्स) पूरा; विभाग पूरे { $total } माँगता है
       *[other] न्यूनतम { $percent } % ({ $floor } कोर्स): { $missing } बाक़ी
    }
card-told = इनमें { $count } आपके बताए हुए हैं, रिपोर्ट में अभी नहीं।
card-step = { $step ->
        [login] लॉगिन
        [verify] सत्यापन (ग्रीन टिक)
        [map] अपना MDO
        [phase1] चरण 1
        [phase2] चरण 2
        [complete] सभी कोर्स
        [qualify] परीक्षा उत्तीर्ण
       *[other] { $courses } कोर्स
    }
card-date = { $step } – { $date }
card-days = { $days } दिन हैं
card-goal = { $standing ->
        [met] { $total } में से { $courses } कोर्स: पूरा
        [over] { $total } में से { $courses } कोर्स: तारीख़ बीत गई, { $missing } बाक़ी
        [today] { $total } में से { $courses } कोर्स: आज आख़िरी दिन, { $missing } बाक़ी
       *[ahead] { $total } में से { $courses } कोर्स: { $missing } बाक़ी, { $left }
    }
card-exam-title = परीक्षा
card-exam = Comprehensive Assessment: { $standing ->
        [met] उत्तीर्ण
        [over] उत्तीर्ण नहीं, तारीख़ बीत गई
        [today] अभी उत्तीर्ण नहीं, आज आख़िरी दिन
       *[ahead] अभी उत्तीर्ण नहीं, { $left }
    }
card-exam-failed = { $attempts } में से { $count } प्रयास असफल
card-left = बाक़ी कोर्स ({ $count })
card-extra = सिर्फ़ परीक्षा के लिए ({ $count })
card-more = और { $count } कोर्स
card-time = छपा हुआ समय: { $time }
card-time-some = छपा हुआ समय: { $time }; { $count } कोर्स का समय छपा नहीं है
card-list = जाँच-सूची
card-unknown = “?”: मुझे अभी बताया नहीं गया
card-foot = Dakpath, सरकारी पोर्टल नहीं। आपके अपने iGOT में जो दिखे, वही आख़िरी है।

calendar-lead = { $year } की बाक़ी तारीख़ें, फ़ोन के कैलेंडर की फ़ाइल में: फ़ाइल खोलें और जोड़ें चुनें। हर तारीख़ से एक दिन पहले याद दिलाया जाएगा। फ़ाइल अपने आप नहीं बदलती: आदेश से कोई तारीख़ बदले तो नई फ़ाइल माँगें।
calendar-over = { $year } की सभी तारीख़ें बीत गईं (आख़िरी { $last_date } थी), इसलिए कैलेंडर में डालने को कुछ नहीं है। इसके बाद की कोई तारीख़ मुझे पता नहीं।
calendar-name = iGOT कोर्स { $year }
calendar-summary = iGOT { $year }: { $what }
calendar-goal = { $total } में से { $courses } कोर्स पूरे
calendar-exam = परीक्षा (Comprehensive Assessment) उत्तीर्ण
calendar-left = बाक़ी: { $titles }
calendar-foot = Dakpath से, सरकारी पोर्टल नहीं। आदेश से तारीख़ बदल सकती है: अपने सर्किल के iGOT Cell से पूछें।
calendar-alarm = कल आख़िरी दिन है: { $what }
