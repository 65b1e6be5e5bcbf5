### The local chat page: what stands around the conversation.

page-title = Dakpath डाकपथ
page-subtitle = यह सरकारी पोर्टल नहीं है
page-placeholder = मैसेज लिखें
page-composer = अपना मैसेज लिखें
page-send = भेजें
page-menu = मेनू
page-you = आप
page-bot = डाकपथ
page-typing = डाकपथ लिख रहा है…
page-sending = भेजा जा रहा है
page-sent = भेज दिया
page-not-sent = मैसेज नहीं गया। दोबारा भेजने के लिए दबाएँ।
page-refused = यह मैसेज पढ़ा नहीं जा सका।
page-too-long = मैसेज बहुत लंबा है: एक बार में ज़्यादा से ज़्यादा 4096 अक्षर।
page-connecting = फिर से जोड़ रहे हैं…
page-log-label = बातचीत
page-choices-label = विकल्प
page-jump = सबसे नए मैसेज पर जाएँ
page-today = आज
page-yesterday = कल
page-picture = तस्वीर
page-document = दस्तावेज़
page-attach = तस्वीर या दस्तावेज़ जोड़ें
page-edited = बदला गया
page-file-not-sent = फ़ाइल नहीं गई। उसे दोबारा जोड़ें।
page-file-too-large = फ़ाइल खाली है या 10 MB से बड़ी है।
