### क़दम-दर-क़दम मदद: ग्रीन टिक

flow-greentick = ग्रीन टिक

flow-greentick-look =
    1. { $portal } पर लॉगिन करें।
    2. Profile icon → View Profile खोलें।
    3. अपने नाम के पास देखें: क्या ग्रीन टिक है?
flow-greentick-tick-there =
    तो आपकी प्रोफ़ाइल वेरिफ़ाई हो चुकी है। यह भी ठीक से देख लें:
    1. Group और Designation ठीक वही हों जो सरकारी सूची में हैं। गाइड के अनुसार ग़लत होने पर APAR में क्रेडिट नहीं मिलता।
    2. संगठन आपका सर्किल या यूनिट हो, "Department of Posts" नहीं।
flow-greentick-state = टिक नहीं है, यानी प्रोफ़ाइल अभी वेरिफ़ाई नहीं हुई। गाइड के अनुसार तब प्रगति दर्ज नहीं होती। आप कहाँ तक पहुँचे हैं?
flow-greentick-match =
    Group और Designation ठीक वही हों जो सरकारी सूची में हैं (18.08.2025 के O.M. का Annexure III)। ग़लत होने पर APAR में क्रेडिट नहीं मिलता।
    वह Annexure मेरे पास नहीं है। क्या आपको अपने पद का ठीक Group और Designation पता है?
flow-greentick-mapping =
    अंदाज़े से न भरें: अपने सर्किल के iGOT Cell से पूछें।
    1. सर्विस रिकॉर्ड वाला पद, अपना ऑफ़िस और कर्मचारी ID भेजें।
    2. पूछें कि Annexure III में आपका ठीक Group और Designation क्या है।
    3. पता चलने पर यहीं से आगे बढ़ें।
    उत्तर न मिले तो: { $email }।
flow-greentick-send =
    1. Profile icon → View Profile → Primary Details खोलें।
    2. पेंसिल दबाएँ।
    3. Group और Designation ठीक-ठीक भरें।
    4. Send for Approval दबाएँ।
flow-greentick-waiting =
    इसे आपकी प्रोफ़ाइल में लिखे संगठन का MDO एडमिन मंज़ूर करता है। iGOT के अपने हेल्प पेज के अनुसार अक्सर 1–3 कामकाजी दिन लगते हैं; यह उस ऑफ़िस पर निर्भर है।
    1. देखें कि प्रोफ़ाइल में संगठन सही है।
    2. मंज़ूरी के बाद लॉगआउट करके फिर लॉगिन करें।
    3. टिक देखें।
flow-greentick-remind =
    अपने सर्किल के iGOT Cell को याद दिलाएँ, ताकि MDO एडमिन मंज़ूर करे।
    1. नाम, रजिस्टर्ड ईमेल या मोबाइल और कर्मचारी ID भेजें।
    2. लिखें कि रिक्वेस्ट किस दिन भेजी थी।
    3. प्रोफ़ाइल का स्क्रीनशॉट साथ भेजें।
    उत्तर न मिले तो: { $email }।
flow-greentick-rejected =
    1. अपने सर्किल के iGOT Cell से पूछें कि क्यों नामंज़ूर हुई।
    2. Profile icon → View Profile → Primary Details → पेंसिल: जैसा वे बताएँ, वैसा Group और Designation भरें।
    3. फिर से Send for Approval दबाएँ।
flow-greentick-gone =
    ट्रांसफ़र रिक्वेस्ट के बाद प्रोफ़ाइल फिर से वेरिफ़ाई करानी पड़ती है।
    क्या आपने ट्रांसफ़र माँगा था?
flow-greentick-after-transfer =
    अब आपके *नए* संगठन का MDO एडमिन प्रोफ़ाइल वेरिफ़ाई करता है।
    1. लॉगआउट करके फिर लॉगिन करें।
    2. View Profile में देखें कि Group और Designation सही हैं।
    3. टिक नहीं है? नए सर्किल या यूनिट के iGOT Cell को नाम और कर्मचारी ID के साथ याद दिलाएँ।
flow-greentick-cannot-send =
    1. ऐप की जगह Chrome में { $portal } पर करके देखें।
    2. कोई पुरानी रिक्वेस्ट खुली है? Primary Details में Withdraw Request दबाएँ।
    3. लॉगआउट करके फिर लॉगिन करें और Send for Approval दबाएँ।
