### क़दम-दर-क़दम मदद: सर्टिफ़िकेट

flow-certificate = सर्टिफ़िकेट

flow-certificate-which = सर्टिफ़िकेट में क्या दिक़्क़त है?
flow-certificate-complete =
    1. My iGOT → Completed खोलें।
    2. देखें कि कोर्स वहाँ 100 % के साथ है या नहीं।
    उसके बाद सर्टिफ़िकेट अक्सर 24 घंटे के अंदर आ जाता है। कोर्स पूरा हुए कितना समय हुआ?
flow-certificate-wait =
    1. 24 घंटे पूरे होने दें।
    2. फिर लॉगआउट करके लॉगिन करें।
    3. वेब और ऐप दोनों पर देखें: Profile → My Learning → Completed → View Certificate।
flow-certificate-check =
    1. कोर्स और उसका हर "+" खोलें: हर हिस्से पर नीला टिक चाहिए।
    2. देखें कि क्विज़ पास है और फ़ीडबैक फ़ॉर्म भेज दिया है।
    3. लॉगआउट करके फिर लॉगिन करें; वेब और ऐप दोनों पर देखें।
    4. Profile → My Learning → Completed → View Certificate।
flow-certificate-download =
    1. { $portal } को Chrome में खोलें, हो सके तो कंप्यूटर पर।
    2. Profile → My Learning → Completed → View Certificate → Download।
    3. या कोर्स खोलें: About → Download Certificate।
flow-certificate-missing =
    यह पोर्टल की ख़राबी लगती है।
    1. कोर्स का नाम और पूरा होने की तारीख़ लिख लें।
    2. पूरे कोर्स का स्क्रीनशॉट लें, जिसमें सब नीले टिक दिखें।
    3. यह अपने सर्किल के iGOT Cell को भेजें; वह iGOT की अपनी सपोर्ट तक पहुँचा सकता है।
    उत्तर न मिले तो: { $email }।
flow-certificate-wrong-name =
    सर्टिफ़िकेट में नाम और पद आपकी प्रोफ़ाइल से आते हैं।
    1. पहले प्रोफ़ाइल ठीक करें: Profile icon → View Profile → Edit Profile।
    2. कुछ बदलाव मंज़ूरी के बाद ही होते हैं; मंज़ूरी के बाद लॉगआउट करके लॉगिन करें।
    3. सर्टिफ़िकेट फिर से डाउनलोड करें।
flow-certificate-wrong-name-cell =
    अपने सर्किल के iGOT Cell से सही सर्टिफ़िकेट माँगें।
    1. ग़लत सर्टिफ़िकेट भेजें।
    2. ठीक की हुई प्रोफ़ाइल का स्क्रीनशॉट साथ भेजें।
    3. लिखें कि क्या ग़लत है और सही क्या है।
    उत्तर न मिले तो: { $email }।
