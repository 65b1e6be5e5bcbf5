### डेस्क पेज पर प्रसारण।

page-cast-tab = प्रसारण
page-cast-talk = प्रसारण: बातचीत
page-cast-write = प्रसारण के लिए लिखिए
page-cast-list = प्रसारण और उनका क्या हुआ
page-cast-none = अभी कोई प्रसारण नहीं है।
page-cast-unknown = /broadcast लिखिए या बटन दबाइए; लोग /audience से गिने जाते हैं।
