### What an import would do and what it did, told to the cell.

import-kind-users = यूज़र रिपोर्ट
import-kind-plan = प्रशिक्षण योजना (CBP) नामांकन रिपोर्ट
import-kind-consumption = कंज़म्प्शन रिपोर्ट
import-kind-assessment = कोर्स आधारित मूल्यांकन रिपोर्ट
import-kind-template = टेम्पलेट

import-head = { $kind }, { $circle }, { $when } को बनी
import-all-circles = सभी सर्किल
import-rows = पंक्तियाँ: { $rows }; इनमें समस्या वाली: { $problems }।
import-class-new = नए: { $count }
import-class-changed = बदले हुए: { $count }
import-class-moved = दूसरे सर्किल से यहाँ आए: { $count }
import-class-unchanged = जस के तस: { $count }
import-class-missing = इस तरह की पिछली रिपोर्ट में थे, इस फ़ाइल में नहीं: { $count }
import-sample = जैसे { $person }
import-problem-count = { $why }: { $count }
import-unmatched = कोर्स के शीर्षक जो सूची के किसी कोर्स से नहीं मिलते (अपने ही नाम से रखे गए): { $count }
import-unmatched-one = "{ $title }": { $count } लोग
import-shared-mobiles = मोबाइल नंबर जो एक से अधिक लोगों के हैं: { $count }। वे केवल कर्मचारी आईडी या ईमेल से पहचाने जाते हैं।
import-nothing-yet = अभी कुछ नहीं बदला गया है।
import-done = आयात { $number } पूरा हुआ: { $new } नए, { $changed } बदले, { $moved } यहाँ आए, { $missing } अनुपस्थित चिह्नित। वापस लेने के लिए: undo { $number }

## What is asked before it is applied

import-ask-many-missing = { $circle }: इस तरह की पिछली रिपोर्ट के { $all } में से { $many } लोग इस फ़ाइल में नहीं हैं। क्या यह रिपोर्ट का एक हिस्सा है, या कोई दूसरी रिपोर्ट?
import-ask-other-circle = { $all } में से { $many } पंक्तियाँ { $circle } की नहीं, दूसरे सर्किल की हैं। क्या यह सही फ़ाइल है?
import-ask-older = { $circle }: इस तरह की इससे नई रिपोर्ट पहले ही आयात हो चुकी है।

## Why rows are problem rows, short

import-why-nobody = किसी का नाम-पता नहीं
import-why-no-key = किसी का नाम-पता नहीं
import-why-id = कर्मचारी आईडी कटी हुई
import-why-email = ईमेल पता अधूरा
import-why-mobile = मोबाइल नंबर पढ़ा नहीं जा सका
import-why-masked = छिपाया हुआ मोबाइल नंबर
import-why-other-circle = दूसरे सर्किल की
import-why-formula = फ़ॉर्मूला बिना परिणाम के
import-why-date = तारीख पढ़ी नहीं जा सकी
import-why-flag = न हाँ, न नहीं
import-why-progress = प्रगति पढ़ी नहीं जा सकी
import-why-number = संख्या पढ़ी नहीं जा सकी
import-why-no-course = कोई कोर्स नहीं
import-why-no-year = प्रशिक्षण वर्ष पता नहीं
import-why-no-date = प्रयास की तारीख नहीं
import-why-no-result = परिणाम नहीं लिखा
import-why-quote = उद्धरण चिह्न बंद नहीं हुआ
import-why-more-cells = शीर्षक से अधिक खाने
import-why-other-email = जानी हुई कर्मचारी आईडी, पर दूसरा ईमेल
import-why-other-employee = जाना हुआ ईमेल, पर दूसरी कर्मचारी आईडी
import-why-two-persons = कर्मचारी आईडी और ईमेल दो अलग लोगों के
import-why-disputed-email = ऐसी पंक्ति का ईमेल जिस पर निर्णय बाकी है
import-why-shared-mobile = मोबाइल नंबर जो एक से अधिक लोगों का है

## The same in the problem file

import-problem-no-key = पंक्ति में न कर्मचारी आईडी है, न ईमेल पता, न मोबाइल नंबर: पता नहीं चलता कि यह किसकी है।
import-problem-other-email = इस कर्मचारी आईडी वाले व्यक्ति का ईमेल पता दूसरा है। निर्णय करें: एक ही व्यक्ति या दो व्यक्ति।
import-problem-other-employee = इस ईमेल पते वाले व्यक्ति की कर्मचारी आईडी दूसरी है। निर्णय करें: एक ही व्यक्ति या दो व्यक्ति।
import-problem-two-persons = कर्मचारी आईडी एक व्यक्ति की है और ईमेल पता दूसरे का। निर्णय करें: एक ही व्यक्ति या दो व्यक्ति।
import-problem-disputed-email = यह ईमेल पता ऐसी पंक्ति में है जिस पर निर्णय बाकी है (एक ही व्यक्ति या दो व्यक्ति)।
import-problem-shared-mobile = पंक्ति में केवल मोबाइल नंबर है, और वह एक से अधिक लोगों का है।

## Decisions

import-clash-none = किसी पंक्ति पर निर्णय बाकी नहीं है।
import-clash-afterwards = जो पंक्तियाँ किसी ज्ञात व्यक्ति की जानकारी से टकराती हैं, वे रुकी रहती हैं: बाकी पंक्तियाँ लेने के बाद आप हर एक के लिए तय करते हैं कि एक ही व्यक्ति है या दो।
import-clash-other-email = { $number }. कर्मचारी आईडी { $employee }, पर दूसरा ईमेल। पहले से ज्ञात: { $kept }। पंक्ति में: { $row }।
import-clash-other-employee = { $number }. ज्ञात ईमेल, पर दूसरी कर्मचारी आईडी { $employee }। पहले से ज्ञात: { $kept }। पंक्ति में: { $row }।
import-clash-two-persons = { $number }. कर्मचारी आईडी एक व्यक्ति की ({ $employee }), ईमेल दूसरे का। पहले से ज्ञात: { $kept }; और { $other }। पंक्ति में: { $row }।
import-decided-same = निर्णय: एक ही व्यक्ति। फ़ाइल फिर से आयात करें, तब यह पंक्ति ली जाएगी।
import-decided-two = निर्णय: दो व्यक्ति। फ़ाइल फिर से आयात करें, तब यह पंक्ति ली जाएगी।
import-clash-waiting = { $count ->
    [one] एक पंक्ति किसी ज्ञात व्यक्ति की जानकारी से टकराती है; उस पर आपका निर्णय बाकी है।
   *[other] { $count } पंक्तियाँ किसी ज्ञात व्यक्ति की जानकारी से टकराती हैं; उन पर आपका निर्णय बाकी है।
}
import-clash-head = { $count ->
    [one] एक पंक्ति रुकी हुई है: एक ही व्यक्ति या दो?
   *[other] रुकी हुई { $count } में से पंक्ति { $at }: एक ही व्यक्ति या दो?
}
import-clash-known = पहले से ज्ञात: { $person }
import-clash-other = यह भी ज्ञात: { $person }
import-clash-row = फ़ाइल में: { $person }
import-clash-what-other-email = यह कर्मचारी आईडी दूसरे ईमेल पते के साथ ज्ञात है। एक ही व्यक्ति: दोनों पते उसी के हैं। दो व्यक्ति: पंक्ति किसी और की है, जो अपने ईमेल पते से पहचाना जाएगा; आईडी उसी की रहती है जिसके पास है।
import-clash-what-other-employee = यह ईमेल पता दूसरी कर्मचारी आईडी के साथ ज्ञात है। एक ही व्यक्ति: दोनों आईडी उसी की हैं। दो व्यक्ति: पंक्ति किसी और की है, जो अपनी आईडी से पहचाना जाएगा; पता उसी का रहता है जिसके पास है।
import-clash-what-two-persons = कर्मचारी आईडी एक ज्ञात व्यक्ति की है, ईमेल पता दूसरे का। एक ही व्यक्ति: दोनों एक माने जाएँगे। दो व्यक्ति: पंक्ति कर्मचारी आईडी से पढ़ी जाएगी; पता दूसरे का ही रहता है।
import-clash-same = निर्णय हुआ: एक ही व्यक्ति।
import-clash-two = निर्णय हुआ: दो व्यक्ति।
import-clash-gone = इस पंक्ति पर निर्णय हो चुका है।
import-clash-busy = आपकी फ़ाइल अभी आयात हो रही है। पूरी होने पर निर्णय करें: /import
import-clash-left = { $count ->
    [one] एक पंक्ति पर निर्णय अभी बाकी है। /import से वह फिर आती है।
   *[other] { $count } पंक्तियों पर निर्णय अभी बाकी है। /import से वे फिर आती हैं।
}
import-clash-again = जिन पंक्तियों पर निर्णय हो गया, वे अपनी फ़ाइल के साथ ली जाती हैं: उसकी फिर से तुलना करें।
import-clash-send = जिन पंक्तियों पर निर्णय हो गया, वे अपनी फ़ाइल के साथ ली जाती हैं: उसे फिर से भेजें।

## In a chat

import-help = आयात के लिए रिपोर्ट यहाँ फ़ाइल के रूप में भेजें (CSV, ज़िप की हुई CSV या XLSX, 20 MB तक)। मैं तुलना करके दिखाता हूँ कि क्या बदलेगा; आपके टैप करने तक कुछ नहीं बदलता। बड़ी फ़ाइलें: डेस्क पेज, "आयात", या सर्वर पर: python -m bot import FILE
import-begun = फ़ाइल पढ़ी जा रही है। थोड़ी देर में पूर्वावलोकन आता है।
import-asks = पहले यह देख लें:
import-button-apply = आयात करें
import-button-all-the-same = फिर भी करें
import-button-cancel = रहने दें
import-button-decide = एक व्यक्ति या दो?
import-button-same = एक ही व्यक्ति
import-button-two = दो व्यक्ति
import-button-later = बाद में
import-button-again = फिर से तुलना करें
import-problem-file = समस्या वाली पंक्तियाँ, हर एक के कारण के साथ।
import-cancelled = फ़ाइल आयात नहीं हुई। कुछ नहीं बदला।
import-broken = यह नहीं हो सका। फ़ाइल फिर से भेजें।
import-busy = दूसरे आयात चल रहे हैं। एक मिनट बाद फ़ाइल फिर से भेजें।
import-not-fetched = Telegram यह फ़ाइल मुझे नहीं देता; वह केवल 20 MB तक की फ़ाइलें देता है। डेस्क पेज पर "आयात" का उपयोग करें, या सर्वर पर: python -m bot import FILE
import-gone = यह आयात अब प्रतीक्षा में नहीं है। फ़ाइल फिर से भेजें।
