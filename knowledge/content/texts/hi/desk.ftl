### लोगों को सौंपना। बटन: अधिकतम 20 अक्षर।

desk-central = केंद्रीय हेल्पडेस्क
desk-of-circle = { $circle } हेल्पडेस्क
role-administrator = प्रशासक
role-cell = iGOT सेल
role-helpdesk = सहायक

## जो व्यक्ति पढ़ता है

evidence-lead =
    मैं यह बात एक सहायक तक पहुँचा सकता हूँ। आपको दो बार न बताना पड़े, इसलिए पहले { $count ->
        [one] एक छोटा सवाल
       *[other] { $count } छोटे सवाल
    }। कोई भी सवाल छोड़ सकते हैं।
evidence-story = क्या समस्या है? एक संदेश में लिखिए। पासवर्ड या OTP कभी न भेजें।
evidence-stopped = ठीक है, मैंने कुछ भी आगे नहीं भेजा। जब चाहें पूछिए, या /human भेजिए।
ticket-opened = आपके अनुरोध का नंबर *{ $number }* है। अब अगला कदम { $desk } का है, आपको अभी कुछ नहीं करना है। उत्तर यहीं आएगा।
ticket-hours-open = काम का समय { $opens } से { $closes } तक है।
ticket-hours-closed = हेल्पडेस्क अभी बंद है। काम का समय { $opens } से { $closes } तक है; अगली बार { $date } को खुलेगा। उत्तर उसके बाद मिलेगा।
ticket-meanwhile = तब तक जो मुझे पता है उसका उत्तर मैं देता रहूँगा, और आप जो लिखेंगे वह अनुरोध में जुड़ता जाएगा।
ticket-is-open = आपका अनुरोध *{ $number }* खुला है। अगला कदम { $desk } का है। आप जो लिखेंगे वह इसमें जुड़ जाएगा।
ticket-too-many = आपने एक घंटे में कई अनुरोध खोले हैं। कृपया थोड़ा रुकें, या जो रह गया हो वह खुले अनुरोध में लिखें।
ticket-claimed = 👤 आपके अनुरोध *{ $number }* का उत्तर अब यहीं { $desk } से मिलेगा। इसी चैट में लिखिए: मैं सब कुछ आगे पहुँचाऊँगा और अनुरोध बंद होने तक ख़ुद चुप रहूँगा।
ticket-handed = आपका अनुरोध *{ $number }* अब तक की सारी बातों के साथ { $desk } को भेजा गया है। अगला कदम उनका है।
ticket-back = जिस सहायक के पास आपका अनुरोध *{ $number }* था, वे अभी उत्तर नहीं दे पा रहे। अनुरोध फिर कतार में है ताकि कोई और सहायक उसे ले सके। आपको कुछ नहीं करना है। तब तक जो मुझे पता है उसका उत्तर मैं दूँगा।
ticket-closed = सहायक ने आपका अनुरोध *{ $number }* बंद कर दिया है। अब मैं फिर यहाँ हूँ।
ticket-ended = आपके कहने पर अनुरोध *{ $number }* बंद कर दिया गया है। अब मैं फिर यहाँ हूँ।
ticket-idle = आपके अनुरोध *{ $number }* में कई दिन से किसी ने कुछ नहीं लिखा, इसलिए मैंने उसे बंद कर दिया है। समस्या बाकी हो तो बटन से फिर खोलें।
ticket-solved-ask = *क्या समस्या हल हो गई?*
ticket-thanks = जानकर अच्छा लगा। बताने के लिए धन्यवाद।
ticket-reopened = आपका अनुरोध *{ $number }* फिर खुल गया है और कतार में है। लिखिए कि अभी क्या समस्या है: बात सहायक तक पहुँचेगी।
ticket-reopen-ask = क्या यह आपके अनुरोध { $number } के बारे में है? आप उसे फिर खोल सकते हैं।
ticket-unknown = वह अनुरोध अब नहीं है। /human से नया खोल सकते हैं।
with-human = यह बातचीत अभी एक सहायक के पास है (अनुरोध { $number }), इसलिए बटन और कमांड अभी काम नहीं करते। अपने शब्दों में लिखिए: बात आगे पहुँचेगी। मेरे पास लौटना हो तो बटन से अनुरोध समाप्त कीजिए।
relay-from-desk = 👤 *{ $desk } से:*
slow-down = आप बहुत तेज़ी से लिख रहे हैं। कृपया एक मिनट रुकिए, फिर जो बाकी हो वह दोबारा लिखिए: मैं यहीं हूँ।
button-not-now = अभी नहीं
button-end-ticket = अनुरोध समाप्त करें
button-reopen = फिर खोलें

## जो स्टाफ़ पढ़ता है

desk-card-new = 🆕 नया अनुरोध *{ $number }* · { $desk }
desk-card-again = 🔁 अनुरोध *{ $number }* अब यहाँ प्रतीक्षा में है · { $desk }
desk-card-raised = ⏫ अनुरोध *{ $number }* अब तक किसी ने नहीं लिया · { $desk }
desk-card-back = ↩️ फिर कतार में: अनुरोध *{ $number }* · { $desk }
desk-card-claimed = ✅ अनुरोध *{ $number }* ले लिया गया · { $desk }। जिसने लिया है वे इस संदेश का reply करके उत्तर दें।
desk-card-who = • पद: { $designation } · भाषा: { $language }
desk-card-about = • विषय: { $topics }
desk-card-path = • आज़माया: { $path }
desk-card-answer = • { $question }: { $answer }
desk-asked-story = समस्या
desk-asked-identity = कौन
desk-asked-where = कहाँ
desk-asked-error = स्क्रीन पर
desk-asked-screenshot = स्क्रीनशॉट
desk-asked-course = कोर्स
desk-asked-organisation = संगठन
desk-asked-profile = प्रोफ़ाइल
desk-asked-since = कब से
desk-asked-wrong-and-right = ग़लत और सही
desk-said-person = • व्यक्ति: { $text }
desk-said-staff = • सहायक: { $text }
desk-said-note = • नोट: { $text }
desk-relay = 💬 अनुरोध *{ $number }*
desk-event = ⚙️ { $event }
event-person-closed = व्यक्ति ने अनुरोध समाप्त किया।
event-reopened = व्यक्ति ने अनुरोध फिर खोला।
event-solved = व्यक्ति के अनुसार समस्या हल हो गई।
desk-alert-unclaimed = ⏰ अनुरोध { $number } अब भी किसी के लेने की प्रतीक्षा में है।
desk-alert-unanswered = ⏰ अनुरोध { $number }: व्यक्ति उत्तर की प्रतीक्षा में है।
desk-idle = अनुरोध { $number } बंद किया गया: कई दिन से किसी ने नहीं लिखा।
desk-reminder = अनुरोध { $number }: प्रशिक्षण वर्ष की एक तारीख आज है, इसलिए व्यक्ति को अब उसकी याद दिलाई जा रही है।
desk-unreachable = 🚫 अनुरोध { $number }: व्यक्ति ने bot को block किया है। unblock करने तक आपके संदेश नहीं पहुँचेंगे।
desk-deleted = 🗑 अनुरोध { $number }: व्यक्ति ने अपना सारा डेटा मिटा दिया। अनुरोध बंद है और उसके संदेश हटा दिए गए हैं।
desk-taken = ✅ अनुरोध { $number } ले लिया गया है।
desk-many =
    { $count ->
        [one] एक नया अनुरोध प्रतीक्षा में है।
       *[other] { $count } नए अनुरोध प्रतीक्षा में हैं।
    }
desk-queue =
    { $count ->
        [0] कतार खाली है।
        [one] एक अनुरोध प्रतीक्षा में है:
       *[other] { $count } अनुरोध प्रतीक्षा में हैं:
    }
desk-queue-row = • { $number } · { $desk } · { $topic }
desk-hand-where = अनुरोध { $number } किसे भेजना है?
desk-hand-nobody = किसी और हेल्पडेस्क में इसे लेने वाला कोई नहीं है।
desk-canned-which = अनुरोध { $number } में कौन सा उत्तर भेजना है?
desk-you-claimed = अनुरोध { $number } अब आपका है। उसके संदेश का reply करके उत्तर दें। // से शुरू किया गया नोट व्यक्ति को नहीं दिखता।
desk-you-closed = अनुरोध { $number } बंद है। व्यक्ति से पूछा गया है कि समस्या हल हुई या नहीं।
desk-you-handed = अनुरोध { $number } अब { $desk } को गया।
desk-is-yours = अनुरोध { $number } पहले से आपका है।
desk-is-taken = अनुरोध { $number } एक साथी ने ले लिया है। उत्तर देना, आगे भेजना या बंद करना वही कर सकते हैं।
desk-is-closed = अनुरोध { $number } बंद है।
desk-gone = वह अनुरोध या बटन अब मान्य नहीं है। /queue से कतार देखें।
desk-not-staff = यह केवल हेल्पडेस्क के सदस्य कर सकते हैं।
desk-other-circle = यह अनुरोध दूसरे सर्कल का है। वहाँ आपके अधिकार नहीं हैं।
desk-is-own = यह आपका अपना अनुरोध है। इसे कोई सहकर्मी ही लेगा।
desk-cannot-relay = इस तरह का संदेश आगे नहीं भेजा जा सकता। text, चित्र, दस्तावेज़, voice या video भेजें।
desk-unmask-rest = यहाँ पूरा नहीं आता: पूरा आपकी मेरे साथ निजी चैट में है।
desk-unmasked = अनुरोध *{ $number }* की छिपाई गई बातें, केवल आपको:
desk-nothing-masked = इस अनुरोध में कुछ छिपाया नहीं गया है।
desk-button-claim = अनुरोध लें
desk-button-claim-one = { $number } लें
desk-button-canned = तैयार उत्तर
desk-button-hand = आगे भेजें
desk-button-unmask = विवरण दिखाएँ
desk-button-close = बंद करें
desk-button-queue = कतार दिखाएँ
desk-button-central = प्रशिक्षण प्रभाग

invitation-unknown = यह कोड मान्य नहीं है: इस्तेमाल हो चुका है, समय बीत गया है, या कभी दिया नहीं गया। अपने प्रशासक से नया माँगें।
invitation-in-group = यह कोड समूह जोड़ने के लिए है: समूह में /link और कोड भेजें।
invitation-private = यह कोड एक व्यक्ति के लिए है: इसे समूह में नहीं, मेरे साथ निजी चैट में खोलें।
invitation-needs-administrator = समूह केवल इस सर्कल का प्रशासक जोड़ सकता है। पहले अपना निमंत्रण इस्तेमाल करें।
group-linked = यह समूह अब { $desk } है। नए अनुरोध यहाँ आएँगे: पहले अनुरोध लेने का बटन दबाएँ, फिर संदेश का reply करें। /queue से कतार देखें।
member-welcome = अब आप { $desk } में हैं (भूमिका: { $role })। नए अनुरोध आपके हेल्पडेस्क के समूह में आएँगे; समूह न हो तो यहाँ। /queue से कतार देखें।

## तैयार उत्तर

desk-label-screenshot = स्क्रीनशॉट माँगें
desk-canned-screenshot = जिस पेज पर समस्या है उसका screenshot भेजिए। पहले पासवर्ड या OTP छिपा दीजिए।
desk-label-details = विवरण माँगें
desk-canned-details = कृपया iGOT वाला पूरा नाम, कर्मचारी आईडी और प्रोफ़ाइल में दिख रहे संगठन का नाम लिखिए। पासवर्ड या OTP कभी न भेजें।
desk-label-working = हम देख रहे हैं
desk-canned-working = हम आपका मामला देख रहे हैं और यहीं लिखेंगे।
desk-label-relogin = लॉगआउट, फिर लॉगिन
desk-canned-relogin = हमारी ओर से बदलाव कर दिया गया है। कृपया iGOT से logout करके फिर login कीजिए और देखिए कि अब ठीक है या नहीं।
desk-label-mdo = MDO को करना है
desk-canned-mdo = इसकी मंज़ूरी उस संगठन के MDO admin को देनी है जिसमें आपका अनुरोध गया है। हमने बात उन तक पहुँचा दी है।
desk-label-pending = अनुरोध वापस लें
desk-canned-pending = कृपया iGOT प्रोफ़ाइल में Primary Details के नीचे लंबित अनुरोध वापस लीजिए (Withdraw Request), फिर दोबारा transfer request भेजिए।
desk-label-thanks = धन्यवाद
desk-canned-thanks = खुशी है कि हम मदद कर सके। यह अनुरोध अब बंद करते हैं; जब चाहें फिर लिखें।
