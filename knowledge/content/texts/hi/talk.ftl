### बातचीत के अपने वाक्य। बटन के नाम: ज़्यादा से ज़्यादा 20 अक्षर।

plain = { $text }
source-line = स्रोत: { $sources }
rank-official = आधिकारिक
rank-platform = iGOT प्लेटफ़ॉर्म से
rank-third-party = अन्य स्रोत
rank-inferred = मेरी समझ

month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर
duration-both = { $hours } घंटे { $minutes } मिनट
duration-hours = { $hours } घंटे
duration-minutes = { $minutes } मिनट

## पहली बार

welcome =
    नमस्ते! मैं *डाकपथ* (Dakpath) हूँ: APAR से जुड़े iGOT कोर्स में मदद के लिए एक कंप्यूटर प्रोग्राम। यह सरकारी पोर्टल नहीं है: आख़िरी बात आदेशों और आपके iGOT Cell की है।
    उत्तर देने के लिए आपकी भाषा, पदनाम और सर्किल याद रहते हैं। /privacy से देखें, /delete से मिटाएँ। पासवर्ड या OTP कभी न भेजें।
welcome-both =
    नमस्ते! Namaste! मैं *डाकपथ* (Dakpath) हूँ: APAR से जुड़े iGOT कोर्स के लिए एक कंप्यूटर प्रोग्राम; यह सरकारी पोर्टल नहीं है।
    आपकी भाषा, पदनाम और सर्किल याद रहते हैं। /privacy से देखें, /delete से मिटाएँ।
    I help with the iGOT courses linked to the APAR; I am a computer program, not an official portal.
choose-language = मैं किस भाषा में लिखूँ? Which language shall I write in?
language-en = English
language-hi = हिन्दी

## प्रोफ़ाइल

confirm-designation = आप *{ $designation }* हैं। क्या यह सही है?
which-designation = इनमें से कौन सा?
designation-not-found = यह पदनाम समझ में नहीं आया। कृपया दूसरी तरह लिखें, जैसे: PA, पोस्टमैन, MTS, मेल गार्ड, ASP।
designation-saved = ✔ याद रहेगा: { $designation }।
ask-circle = आप किस सर्किल में काम करते हैं? जैसे: दिल्ली, बिहार, तमिलनाडु। चाहें तो छोड़ भी सकते हैं।
which-circle = इनमें से आपका सर्किल या ऑफ़िस कौन सा है?
circle-not-found = यह सर्किल समझ में नहीं आया। कृपया नाम लिखें, जैसे: दिल्ली, ओडिशा, उत्तर पूर्व। या "छोड़ें" दबाएँ।
circle-saved = ✔ याद रहेगा: { $circle }।
profile-lead = आपके बारे में यह पता है:
profile-designation = • पदनाम: { $value }
profile-circle = • सर्किल: { $value }
profile-language = • भाषा: { $value }
not-told = अभी नहीं बताया
designation-in-full = तो कृपया अपने पद का पूरा नाम लिखें, जैसा iGOT प्रोफ़ाइल में है।
still-open = तो यह खुला रहेगा: यहाँ अंदाज़ा नहीं लगाया जाता। आपकी अपनी सूची My iGOT → APAR में है; कौन सी सूची आपकी है, यह सर्किल का iGOT Cell बता सकता है।

## मेनू और बटन

menu = किस बात में मदद चाहिए? बटन दबाएँ या अपने शब्दों में सवाल लिखें।
button-menu = मेनू
button-profile = मेरी जानकारी
button-skip = छोड़ें
button-tell-circle = सर्किल बताएँ
button-not-sure = पक्का नहीं
button-none-of-these = इनमें से नहीं
button-yes-me = हाँ
button-no-other = नहीं, दूसरा
button-remember = मेरा पद याद रखें
button-change-designation = पदनाम बदलें
button-change-circle = सर्किल बदलें
button-change-language = भाषा बदलें
button-delete-yes = हाँ, सब मिटाएँ
button-delete-no = नहीं, रहने दें
button-begin = फिर शुरू करें

## वापस पूछना

did-you-mean = बात पूरी समझ में नहीं आई। क्या इनमें से कुछ है?
did-you-mean-line = { $number }. { $question }
rating-ask = क्या इससे मदद मिली?
button-helped = 👍 हाँ
button-not-helped = 👎 नहीं
rating-thanks = धन्यवाद!
rating-sorry = बताने के लिए धन्यवाद। आपका सवाल, नंबर और पहचाने गए नाम हटाकर, नोट कर लिया है, ताकि उत्तर बेहतर बनें। शायद इनमें से कुछ काम आए:
not-begun = प्रशिक्षण वर्ष { $year } अभी शुरू नहीं हुआ है।

## गोपनीयता

delete-confirm =
    क्या वह सब मिटा दिया जाए जो आपने यहाँ बताया: भाषा, पदनाम, सर्किल और हमारी बातचीत?
    यह वापस नहीं होगा। iGOT पर इससे कुछ नहीं बदलता।
delete-done = ✔ सब मिटा दिया गया। अब आपके बारे में कुछ याद नहीं है। फिर लिखेंगे तो नई शुरुआत होगी।
delete-done-opt-out = ✔ सब मिटा दिया गया। सिर्फ़ आपकी यह इच्छा रखी है कि आपको अपनी ओर से संदेश न भेजा जाए, ऐसे रूप में जिससे आपकी पहचान नहीं होती।
delete-kept = कुछ नहीं मिटाया गया।
messages-off = ✔ ठीक है: बिना पूछे आपको संदेश नहीं भेजा जाएगा। आप लिखेंगे तो उत्तर मिलेगा। बदलने के लिए लिखें: start
messages-on = ✔ ठीक है: आपको अपनी ओर से भी संदेश भेजा जा सकता है। बदलने के लिए लिखें: stop

## जब कुछ और हो

secret-blanked = ⚠ यह पासवर्ड या OTP जैसा था। सहेजने से पहले इसे हटा दिया गया। इन्हें कभी किसी को न भेजें, मुझे भी नहीं। अगर असली पासवर्ड था, तो iGOT पर बदल लें।
old-button = यह बटन पुराने संदेश का है। कुछ नहीं बदला; अभी हम यहाँ हैं।
from-earlier-button = (आपने पुराने संदेश का बटन दबाया।)
unknown-command = यह कमांड समझ में नहीं आई। /menu से देखें कि यहाँ क्या-क्या हो सकता है।
you-are-welcome = आपका स्वागत है! कोई भी सवाल हो तो लिखें।
sorry-no-help = माफ़ कीजिए कि मदद नहीं मिल पाई: सवाल दूसरे शब्दों में फिर लिखें, मेनू देखें, या देखें कि कौन लोग मदद कर सकते हैं।
cancelled = रोक दिया। कुछ नहीं बदला।
cannot-read-sticker = धन्यवाद! यहाँ सिर्फ़ लिखा हुआ समझ में आता है। अपना सवाल लिखें, या मेनू दबाएँ।
cannot-read-voice = आवाज़ वाला संदेश अभी सुना नहीं जा सकता। कृपया अपना सवाल थोड़े शब्दों में लिखें, या मेनू दबाएँ।
cannot-read-location = लोकेशन की ज़रूरत नहीं है। सर्किल बताने के लिए उसका नाम लिखें, या मेनू → मेरी जानकारी दबाएँ।
cannot-read-contact = यहाँ संपर्क कार्ड की ज़रूरत नहीं है। कृपया अपना सवाल लिखें, या मेनू दबाएँ।
cannot-read-photo = तस्वीर अभी पढ़ी नहीं जा सकती। स्क्रीन पर जो लिखा है वह लिखें, या मेनू दबाएँ।
cannot-read-document = फ़ाइल अभी पढ़ी नहीं जा सकती। कृपया अपना सवाल लिखें, या मेनू दबाएँ।
cannot-read-video = वीडियो देखा नहीं जा सकता। कृपया अपना सवाल लिखें, या मेनू दबाएँ।
cannot-read-edited = आपने पुराना संदेश बदला है। उत्तर सिर्फ़ नए संदेश का मिलता है: कृपया एक बार फिर भेजें।
cannot-read-other = इस तरह का संदेश पढ़ा नहीं जा सकता। कृपया अपना सवाल लिखें, या मेनू दबाएँ।
write-privately = उत्तर सिर्फ़ निजी चैट में मिलता है। कृपया मेरी प्रोफ़ाइल खोलकर वहाँ लिखें।
something-failed = माफ़ कीजिए, मेरी तरफ़ कुछ गड़बड़ हुई। गड़बड़ी का नंबर: { $error }। कृपया फिर से कोशिश करें, या /menu लिखें।
support-cell-no-hours = 1. iGOT Cell, { $circle }: { $contact }
support-cell-holiday = 1. iGOT Cell, { $circle }: { $contact } (आज छुट्टी है)

## कमांड, जैसे प्लेटफ़ॉर्म दिखाते हैं

command-start = शुरू करें
command-menu = मुख्य मेनू
command-courses = मेरे कोर्स
command-syllabus = मेरी परीक्षा के कोर्स
command-calendar = तारीख़ें कैलेंडर की फ़ाइल में
command-deadlines = तारीख़ें
command-assessment = व्यापक मूल्यांकन (परीक्षा)
command-language = भाषा / Language
command-profile = आपके बारे में क्या पता है
command-privacy = आपका क्या-क्या रखा है
command-delete = मेरी जानकारी मिटाएँ
command-help = यहाँ क्या हो सकता है
command-cancel = यह काम रोकें
