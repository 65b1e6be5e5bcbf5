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
