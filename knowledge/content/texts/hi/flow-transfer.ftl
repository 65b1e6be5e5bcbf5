### क़दम-दर-क़दम मदद: संगठन (MDO) और ट्रांसफ़र रिक्वेस्ट

flow-transfer = संगठन बदलना

flow-transfer-which =
    iGOT पर आपका संगठन आपका अपना सर्किल या यूनिट होना चाहिए, "Department of Posts" कभी नहीं।
    आप अभी कहाँ तक पहुँचे हैं?
flow-transfer-office = अभी आप किस तरह के ऑफ़िस में काम करते हैं? इसी से तय होगा कि कौन सा संगठन चुनना है।
flow-transfer-circle =
    अपना सर्किल चुनें। गाइड का उदाहरण: *Delhi Postal Circle*; ऐसा ही नाम अपने सर्किल का ढूँढें।
    1. नाम का एक हिस्सा खोजें, जैसे "Delhi Postal"।
    2. रीजन तभी, जब वह सूची में हो।
    3. "Department of Posts" कभी नहीं: उसमें किसी को भेजा नहीं जा सकता।
    डिवीज़न, हेड ऑफ़िस और RMS अपने सर्किल में आते हैं, यह मेरी समझ है।
flow-transfer-training =
    ट्रेनिंग सेंटर के कर्मचारी वही सेंटर चुनें।
    • PTC: "Postal Training Centre" और जगह का नाम खोजें; गाइड का उदाहरण: *Postal Training Centre Mysore*
    • RAKNPA: "RAKNPA" या "Rafi Ahmed Kidwai" खोजें
    "Department of Posts" कभी नहीं: उसमें किसी को भेजा नहीं जा सकता।
    जो वहाँ सिर्फ़ ट्रेनिंग लेने आए हैं, वे मेरी समझ से अपने सर्किल में ही रहते हैं।
flow-transfer-cept =
    संगठन *CEPT* चुनें: यह नाम गाइड में है।
    "CEPT" खोजें, न मिले तो "Centre for Excellence"। "Department of Posts" कभी नहीं: उसमें किसी को भेजा नहीं जा सकता।
flow-transfer-directorate =
    संगठन *Postal Directorate* चुनें: "Postal Directorate" खोजें।
    "Department of Posts" कभी नहीं: उसमें किसी को भेजा नहीं जा सकता।
flow-transfer-wing =
    Business Development, Parcel, PLI, Vigilance, Postal Accounts, Civil या Electrical Wing, Army Postal Service: ये iGOT पर अलग संगठन हैं या नहीं, यह मेरी जानकारी के किसी स्रोत में नहीं है।
    1. सूची में अपने ऑफ़िस का नाम खोजें।
    2. न मिले तो दूसरा चुनने से पहले पूछें।
    "Department of Posts" कभी नहीं: उसमें किसी को भेजा नहीं जा सकता।
flow-transfer-wing-ask =
    आपका ऑफ़िस iGOT पर किस संगठन में आता है, यह मेरी जानकारी के किसी स्रोत में तय नहीं है।
    1. अपने ऑफ़िस में पूछें, या जिस सर्किल में काम करते हैं उसके iGOT Cell से।
    2. उत्तर न मिले तो ऑफ़िस का नाम और अपना पद लिखकर { $email } पर पूछें।
    तब तक काम चलाने के लिए कुछ और न चुनें।
flow-transfer-same-circle =
    मेरी समझ से एक ही सर्किल के अंदर बदली होने पर ट्रांसफ़र रिक्वेस्ट नहीं चाहिए: iGOT पर संगठन वही रहता है। सिर्फ़ Group और Designation सही हों।
    आपकी प्रोफ़ाइल में क्या दिखता है?
flow-transfer-warning =
    ⚠ आगे बढ़ने से पहले: ट्रांसफ़र रिक्वेस्ट के बाद *प्रोफ़ाइल फिर से वेरिफ़ाई करानी पड़ती है*।
    गाइड के अनुसार बिना वेरिफ़ाई प्रोफ़ाइल में प्रगति दर्ज नहीं होती। इसलिए रिक्वेस्ट तभी करें जब प्रोफ़ाइल में संगठन सच में ग़लत हो, और बाद में देख लें कि ग्रीन टिक वापस आया।
flow-transfer-look-first =
    1. { $portal } → Profile icon → View Profile खोलें।
    2. पढ़ें कि वहाँ कौन सा संगठन लिखा है।
    3. देखें कि नाम के पास ग्रीन टिक है या नहीं।
    क्या वहाँ पहले से आपका सर्किल या यूनिट है?
flow-transfer-request =
    1. Profile icon → View Profile खोलें।
    2. ⋮ (नाम के पास तीन बिंदु) → Make Transfer Request दबाएँ।
    3. Target organisation में वही नाम चुनें जो ढूँढा था।
    4. Group और Designation चुनें।
    5. Submit request दबाएँ।
flow-transfer-wait =
    आपकी रिक्वेस्ट अब *नए* संगठन के MDO एडमिन के पास है। इसमें कितने दिन लगेंगे, यह कहीं तय नहीं मिला।
    1. मंज़ूरी के बाद लॉगआउट करके फिर लॉगिन करें।
    2. View Profile में देखें कि नया संगठन लिखा है।
    3. फिर ग्रीन टिक देखें: प्रोफ़ाइल फिर से वेरिफ़ाई होनी है।
flow-transfer-pending =
    मंज़ूरी सिर्फ़ उसी संगठन का MDO एडमिन देता है जिसमें आप जाना चाहते हैं, पुराना ऑफ़िस नहीं।
    1. उस सर्किल या यूनिट के iGOT Cell को याद दिलाएँ।
    2. नाम, रजिस्टर्ड ईमेल या मोबाइल, कर्मचारी ID और रिक्वेस्ट की तारीख़ भेजें।
    3. मंज़ूरी के बाद लॉगआउट करके फिर लॉगिन करें।
flow-transfer-greyed =
    शायद आपकी कोई रिक्वेस्ट पहले से खुली है।
    1. Profile icon → View Profile → Primary Details खोलें।
    2. Withdraw Request दबाएँ।
    3. देखें कि अब Make Transfer Request दबता है या नहीं।
flow-transfer-request-grey =
    शायद आपकी कोई रिक्वेस्ट पहले से खुली है।
    1. Profile icon → View Profile → Primary Details खोलें।
    2. Withdraw Request दबाएँ।
    3. देखें कि अब Make Transfer Request दबता है या नहीं।
flow-transfer-chosen-wrong =
    1. Profile icon → View Profile खोलें।
    2. Cancel Transfer Request दबाएँ।
    3. फिर सही संगठन चुनकर दोबारा रिक्वेस्ट करें।
    वहाँ मंज़ूर भी हो चुकी है? तो सही संगठन के लिए नई रिक्वेस्ट करनी होगी।
flow-transfer-rejected =
    1. फिर से देखें: क्या संगठन सही था, और Group और Designation सही थे?
    2. जिस संगठन में रिक्वेस्ट की थी, उसके iGOT Cell से पूछें कि क्यों नामंज़ूर हुई।
    3. सही जानकारी के साथ दोबारा रिक्वेस्ट करें।
flow-transfer-approved =
    1. View Profile में देखें कि नया संगठन सच में लिखा है: मंज़ूर हुआ, सिर्फ़ माँगा नहीं।
    2. वेब और ऐप दोनों पर लॉगआउट करके फिर लॉगिन करें।
    अब भी क्या ठीक नहीं है?
flow-transfer-ask-cell =
    जिस सर्किल या यूनिट में आपको होना चाहिए, उसके iGOT Cell से पूछें।
    1. नाम, कर्मचारी ID और रजिस्टर्ड ईमेल या मोबाइल भेजें।
    2. लिखें कि प्रोफ़ाइल में कौन सा संगठन है और सही कौन सा है।
    3. प्रोफ़ाइल का स्क्रीनशॉट साथ भेजें।
    उसके बाद { $email } पर लिखें।
