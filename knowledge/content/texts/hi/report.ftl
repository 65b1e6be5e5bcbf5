### सर्किल कहाँ खड़े हैं: स्टाफ़ के लिए तस्वीर, तालिकाएँ और हफ़्ते का सार। तालिकाओं के शीर्षक छोटे हों।

report-title = { $place ->
        [all] सभी सर्किल कहाँ तक पहुँचे
       *[other] { $name } कहाँ तक पहुँचा
    }
report-year = प्रशिक्षण वर्ष { $year }
report-as-of = { $date }, { $time } की स्थिति
report-newest = सबसे नई लोड की गई रिपोर्ट: { $date } की
report-no-reports = iGOT की कोई रिपोर्ट अभी लोड नहीं हुई है।
report-unfound = { $count ->
        [one] { $written } व्यक्ति के आँकड़े अभी ताज़ा किए जा रहे हैं।
       *[other] { $written } लोगों के आँकड़े अभी ताज़ा किए जा रहे हैं।
    }
report-employees = { $count ->
        [one] { $written } कर्मचारी
       *[other] { $written } कर्मचारी
    }
report-outside = इनमें { $written } पर आदेश लागू नहीं: पड़ाव उनके बिना गिने गए हैं।
report-open = { $written } का पदनाम तय नहीं है, इसलिए उनकी कोर्स सूची पता नहीं।
report-share = { $of } में से { $count }
report-linked = चैट में
report-verified = प्रोफ़ाइल सत्यापित (ग्रीन टिक)
report-milestone = { $milestone ->
        [phase1] चरण 1
        [phase2] चरण 2
        [complete] सभी कोर्स
        [assessment] परीक्षा उत्तीर्ण
       *[other] { $courses } कोर्स
    }
report-milestone-by = { $milestone } – { $date } तक
report-more = { $date } से अब तक: { $change }
report-same = कोई बदलाव नहीं
report-trend = { $milestone }, हफ़्ते-दर-हफ़्ते
report-no-trend = रुझान अगले हफ़्ते से दिखेगा: हर सोमवार के आँकड़े रखे जाते हैं।
report-behind = { $kind ->
        [circle] सर्किल
        [division] डिवीज़न
        [group] ग्रुप के अनुसार
       *[other] सूची के अनुसार
    }: { $milestone }
report-furthest = सबसे पीछे वाले पहले; { $count } और, तालिका में।
report-reminders = पहुँचे हुए रिमाइंडर: { $count }
report-tickets = हेल्पडेस्क के अनुरोध: { $opened } आए, { $answered } के जवाब दिए गए, { $open } अभी खुले
report-questions = 7 दिन में न समझे गए सवाल (सभी सर्किल): { $count }; “मदद नहीं मिली” वाले जवाब: { $bad }
report-calls-count = पीछे हैं और जिन्हें लिखा नहीं जा सकता: { $count }
report-came = इस वर्ष सर्किल के लिंक या पोस्टर से आए: { $count }, पहली बार: { $new }
report-others = चैट में हैं, पर किसी लोड की गई रिपोर्ट में नहीं: { $count }
report-made-by = { $who } ने { $date }, { $time } को बनाया
report-unknown-circle = सर्किल पता नहीं
report-unknown = पता नहीं
report-all = सभी सर्किल
report-list-plan = अपनी योजना
report-list-open = तय नहीं
report-list-outside = आदेश लागू नहीं
report-list-group-a = Group A की सूची
report-list-group-b = Group B की सूची
report-list-group-c = Group C की सूची
report-list-field = फ़ील्ड स्टाफ़ की सूची
report-list-mts = MTS की सूची
report-list-other = सूची { $id }
report-group = ग्रुप { $group }
report-who-command-line = कमांड लाइन
report-who-member = सदस्य { $id }

## तालिकाओं के स्तंभ

report-column-as-of = किस दिन की स्थिति
report-column-kind = किस आधार पर
report-column-circle = सर्किल
report-column-part = हिस्सा
report-column-employees = कर्मचारी
report-column-mandated = जिन पर आदेश लागू
report-column-linked = चैट में
report-column-verified = सत्यापित
report-column-percent = { $column } %
report-column-met = { $milestone }, { $date } तक
report-column-reminders = पहुँचे रिमाइंडर
report-column-calls = जिन्हें फ़ोन करना है
report-column-opened = आए अनुरोध
report-column-answered = जवाब दिए गए अनुरोध
report-column-open = अभी खुले अनुरोध
report-column-misunderstood = 7 दिन में न समझे गए सवाल
report-column-unhelpful = 7 दिन में “मदद नहीं मिली”
report-column-by = किसने निकाला
report-column-at = कब निकाला
report-column-name = नाम
report-column-mobile = मोबाइल
report-column-employee = कर्मचारी ID
report-column-division = डिवीज़न
report-column-office = कार्यालय
report-column-designation = पदनाम
report-column-why = क्यों नहीं लिखा जा सकता
report-column-unmet = क्या बाक़ी है
report-column-text = सवाल
report-column-times = कितनी बार
report-column-day = आख़िरी बार कब
report-column-language = भाषा
report-column-kept = सूची में क्यों
report-column-topic = किस विषय का जवाब मिला
report-column-meant = ये विषय भी हो सकते थे
report-column-file = वाक्य किस फ़ाइल में जाए
report-column-about = विषय
report-column-asked = जैसे पूछा जाता है
report-column-id = विषय की आईडी
report-column-week = आख़िरी बार, इस सोमवार वाले हफ़्ते में
report-column-fate = संदेश का क्या हुआ
report-column-reason = कारण
report-column-moment = समय
report-kind-total = कुल
report-kind-circle = सर्किल
report-kind-division = डिवीज़न
report-kind-group = ग्रुप
report-kind-curriculum = कोर्स सूची
report-why-no_channel = चैट कभी नहीं खोली
report-why-blocked = बॉट को ब्लॉक किया
report-why-opted_out = रिमाइंडर नहीं चाहते
report-kept-clarified = दोबारा पूछना पड़ा
report-kept-declined = समझ नहीं आया
report-kept-not_helpful = जवाब से मदद नहीं मिली
report-sheet-figures = आँकड़े
report-sheet-weeks = हफ़्ते
report-sheet-about = जानकारी
report-sheet-calls = फ़ोन
report-no-topic = विषय पहचाना नहीं गया
report-sheet-questions = सवाल
report-sheet-broadcast = प्रसारण

## चैट में

report-lead = *{ $title }*, प्रशिक्षण वर्ष { $year }, { $date }, { $time } की स्थिति। यही तालिका में, हर हिस्से और हर हफ़्ते के साथ, बटन से मिलेगा।
report-lead-parts = यही डिवीज़न (या सर्किल), ग्रुप और सूची के अनुसार। तालिकाएँ और सूचियाँ:
report-lead-table = { $title }: आपकी माँगी हुई तालिका। किसने क्या निकाला, यह दर्ज होता है।
report-lead-calls = { $title }: जो पीछे हैं और जिन्हें लिखा नहीं जा सकता, कार्यालय के अनुसार। यह सूची सिर्फ़ फ़ोन करने के लिए है; आपने इसे लिया, यह दर्ज होता है।
report-lead-questions = वे सवाल जो समझ नहीं आए या जिनके जवाब से मदद नहीं मिली: नाम-नंबर हटाकर, सबसे ज़्यादा पूछे गए पहले। आपने यह सूची ली, यह दर्ज होता है।
report-lead-topics = { $title }: वे विषय जिनके सवाल समझ नहीं आए या जिनके जवाब से मदद नहीं मिली, सबसे ज़्यादा वाले पहले। इसमें 90 दिन तक की केवल सर्किल की गिनती है, किसी के शब्द नहीं। आपने यह सूची ली, यह दर्ज होता है।
report-choose = एक सर्किल के लिए /report और उसका नाम भेजें, जैसे /report Bihar
report-not-yours = आप { $place } की रिपोर्ट देख सकते हैं। उसके लिए /report भेजें।
report-no-place = इस नाम का कोई सर्किल मुझे नहीं मिला। /report और iGOT वाला नाम भेजें, जैसे /report Bihar
report-gone = यह रिपोर्ट अब नहीं बन सकती। नई के लिए /report भेजें।
button-report-png = तस्वीर
button-report-parts = हिस्सों की तस्वीर
button-report-xlsx = तालिका (Excel)
button-report-csv = तालिका (CSV)
button-report-calls = किसे फ़ोन करें
button-report-questions = खुले सवाल

## हफ़्ते का सार

digest-title = 🗓 *{ $title }: { $from } से { $to } का हफ़्ता*
digest-people = { $employees } कर्मचारी; चैट में { $linked } ({ $linked_percent } %{ $linked_change }), सत्यापित { $verified } ({ $verified_percent } %{ $verified_change })
digest-milestone = • { $milestone }: { $percent } % ({ $of } में से { $count }{ $change })
digest-first = यह पहला सार है: अगले से यह बताएगा कि क्या बदला।
digest-work = इस हफ़्ते: { $reminders } रिमाइंडर पहुँचे; { $opened } अनुरोध आए, { $answered } के जवाब दिए गए; { $open } अभी खुले हैं।
digest-calls = ☎️ *किसे फ़ोन करना है:* { $count } लोग पीछे हैं और उन्हें लिखा नहीं जा सकता।
digest-calls-part = • { $part }: { $count }
digest-no-calls = ☎️ जो पीछे हैं, उनमें किसी को फ़ोन करने की ज़रूरत नहीं।
digest-troubles = 🔧 *जहाँ कदम-दर-कदम मदद कम काम आई* (सभी सर्किल):
digest-trouble = • { $step }: { $count } बार मदद नहीं हुई, पिछले हफ़्ते से { $times } गुना
digest-trouble-new = • { $step }: { $count } बार मदद नहीं हुई; पिछले हफ़्ते एक बार भी नहीं
digest-questions = न समझे गए सवाल (सभी सर्किल): { $count }; “मदद नहीं मिली” वाले जवाब: { $bad }
