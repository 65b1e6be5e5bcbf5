### रिपोर्ट का पेज, हेल्पडेस्क के पेज के साथ।

page-report-title = सर्किल कहाँ तक पहुँचे
page-report-tab = रिपोर्ट
page-report-back = अनुरोध
page-report-circle = सर्किल
page-report-files = फ़ाइल सहेजें
page-report-hint = किसने क्या और कब सहेजा, यह दर्ज होता है।
page-report-wait = आँकड़े गिने जा रहे हैं …
page-report-sign-in = पहले हेल्पडेस्क में साइन इन करें: अनुरोधों पर वापस जाएँ।
page-report-not-yours = रिपोर्ट iGOT सेल और एडमिनिस्ट्रेटर के लिए हैं, हर एक को अपने सर्किल की।

### इसके साथ का पेज: लोग सहायक तक कैसे आएँ।

page-invite-title = लोगों को सहायक तक लाएँ
page-invite-tab = बुलाएँ
page-invite-choose = सर्किल चुनें
page-invite-how = लोग यहाँ ख़ुद ही आ सकते हैं: कोई बॉट पहले नहीं लिख सकता। लिंक, तस्वीर या छापने का पन्ना लोगों तक पहुँचाएँ, या संदेश आगे भेजें। जो इनसे आएगा, वह इसी सर्किल का माना जाएगा।
page-invite-poster = तस्वीर (PNG)
page-invite-sheet = छापने का पन्ना (PDF)
page-invite-text = आगे भेजने का संदेश
page-invite-copy = कॉपी करें
page-invite-copied = कॉपी हो गया।
page-invite-hint = यह पेज किसने खोला, किसने क्या और कब सहेजा, यह दर्ज होता है।
page-invite-not-yours = बुलाने के लिंक और पोस्टर iGOT सेल और एडमिनिस्ट्रेटर के लिए हैं, हर एक को अपने सर्किल के।
