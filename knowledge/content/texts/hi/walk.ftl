### Guided walks: what every step of every flow shares. Button labels: at most 20 characters.

walk-list = क्या ठीक करना है? जो सबसे सही लगे, उसे दबाइए; हम एक-एक कदम चलेंगे।
walk-offer = *क्या इससे बात बन गई?* नहीं बनी तो मैं आपके साथ एक-एक कदम करके देखता हूँ।
walk-solved-ask = *क्या इससे बात बन गई?*
walk-solved = 👍 बहुत बढ़िया! आगे आप यह देख सकते हैं:
walk-too-long = हम काफ़ी कुछ कर चुके हैं और अभी बात नहीं बनी। अब किसी व्यक्ति का देखना ही अच्छा है।
walk-unclear = यह मैं नहीं समझ पाया। हम अभी यहाँ हैं:
walk-number = यहाँ { $number } का मतलब मैं नहीं समझ पाया। कृपया बटन दबाइए, या उस पर जो लिखा है वही लिखिए:
walk-taken-back = तो अभी बात नहीं बनी। हम यहाँ थे:
walk-pick = ताकि असली वजह मिले, जो सबसे सही लगे उसे दबाइए। कुछ भी सही न लगे तो *व्यक्ति से बात करें* दबाइए।
walk-pick-solved = क्या अब सब ठीक है? तो *हो गया* दबाइए। नहीं, तो जो सही लगे उसे दबाइए।
walk-trying = आराम से करके देखिए। फिर यहीं बताइए: बात बनी या नहीं?
walk-understood = मैं यह समझ रहा हूँ: { $choices }। ऐसा नहीं है तो "पीछे" दबाइए।
walk-begun = एक-एक कदम करके: *{ $title }*। आपका मतलब कुछ और है तो दूसरे शब्दों में लिखिए।
walk-left = हम *{ $title }* के बीच में रुके थे। वहीं से चलने के लिए *आगे बढ़ें* दबाइए।
walk-gone-on = हम यहाँ रुके थे: *{ $title }*
offer-person = मैं कई बार आपकी बात नहीं समझ पाया। क्या आप किसी व्यक्ति से बात करना चाहेंगे?

next-to-act-igot_cell = अब काम इनका है: आपके सर्कल का iGOT Cell।
next-to-act-mdo_admin = अब काम इनका है: आपके संगठन के MDO एडमिन; ट्रांसफ़र माँगा है तो नए संगठन के।
next-to-act-platform_support = अब काम इनका है: iGOT प्लेटफ़ॉर्म की सपोर्ट टीम।
next-to-act-training_division = अब काम इनका है: डाक विभाग का Training Division।

button-solved = हो गया
button-not-solved = नहीं हुआ
button-not-after-all = अभी नहीं हुआ
button-step-by-step = एक-एक कदम करके
button-person = व्यक्ति से बात करें
button-back = पीछे
button-restart = शुरू से
button-go-on = आगे बढ़ें
button-more = और…

command-fix = कोई समस्या एक-एक कदम करके ठीक करें
command-login = लॉगिन नहीं हो रहा
command-greentick = ग्रीन टिक
command-transfer = MDO ट्रांसफ़र
command-certificate = सर्टिफिकेट
command-human = किसी व्यक्ति से बात करें
