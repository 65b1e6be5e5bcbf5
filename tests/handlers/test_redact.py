"""What is taken out of a text before it is kept for review, and what stays. All people and places are invented."""

from __future__ import annotations

import pytest

from handlers.redact import MOST_KEPT, redact
from knowledge.known_words import known_words
from knowledge.library import Library

CHANGED = """
my name is Bhavesh Kantilal and I am postman | my name is ⟨name⟩ and I am postman
mera naam bhavesh hai, MTS hu | mera naam ⟨name⟩ hai, MTS hu
मेरा नाम सुनीता देवी है और मैं पोस्टमैन हूँ | मेरा नाम ⟨name⟩ है और मैं पोस्टमैन हूँ
I am Bhavesh from Mysore | I am ⟨name⟩ from Mysore
main Kantilal bol raha hu, otp nahi aaya | main ⟨name⟩ bol raha hu, otp nahi aaya
मैं भावेश बोल रहा हूँ | मैं ⟨name⟩ बोल रहा हूँ
Shri R. K. Sharma sir ne bola course karo | Shri ⟨name⟩ sir ne bola course karo
Smt. Kantiben ka profile approve nahi hua | Smt. ⟨name⟩ ka profile approve nahi hua
श्री कांतिलाल त्रिपाठी का प्रोफाइल | श्री ⟨name⟩ का प्रोफाइल
verma sahab ne login nahi diya | ⟨name⟩ sahab ne login nahi diya
Kantilal ji ka transfer kab hoga | ⟨name⟩ ji ka transfer kab hoga
my friend Suresh asked which courses | my friend ⟨name⟩ asked which courses
Tell Ramesh Kumar Yadav to finish it | Tell ⟨name⟩ to finish it
course not opening. Regards, Bhavesh Kantilal, PA | course not opening. Regards, ⟨name⟩, PA
otp nahi aaya - Bhavesh | otp nahi aaya - ⟨name⟩
धन्यवाद, सुरेश यादव | धन्यवाद, ⟨name⟩
Bhavesh K | ⟨name⟩
OTP not coming on 98765 43210 | OTP not coming on ⟨number⟩
call +91-98765-43210 or (080) 2345678 | call ⟨number⟩ or ⟨number⟩
मोबाइल नंबर ९८७६५४३२१० है | मोबाइल नंबर ⟨number⟩ है
aadhaar 1234 5678 9012, PAN ABCDE1234F | aadhaar ⟨number⟩, PAN ⟨number⟩
emp id EMP100234 not found | emp id ⟨number⟩ not found
pin 560 001 ka post office | pin ⟨number⟩ ka post office
dob 12/05/1988 galat hai | dob ⟨number⟩ galat hai
dob 12-05-88 galat hai | dob ⟨number⟩ galat hai
salary 25,000 kab aayegi | salary ⟨number⟩ kab aayegi
tracking EK123456789IN kahan hai | tracking ⟨number⟩ kahan hai
contact abc.def@example.com | contact ⟨email⟩
upi 98xx@okbank kaam nahi karta | upi ⟨email⟩ kaam nahi karta
bhavesh at gmail dot com | ⟨email⟩
telegram @some_body help | telegram ⟨name⟩ help
see https://example.org/a?b=1 and www.example.com please | see ⟨link⟩ and ⟨link⟩ please
t.me/somebody pe likha hai | ⟨link⟩ pe likha hai
H.No 12/3A, MG Road, Shanti Nagar, Mysore 570001 | H.No ⟨place⟩ ⟨number⟩
parcel not delivered at village Rampurwa, dist Gayapur | parcel not delivered at village ⟨place⟩, dist ⟨place⟩
gaon khedapurwa me network nahi | gaon ⟨place⟩ me network nahi
ग्राम रामपुरवा में पोस्ट ऑफिस | ग्राम ⟨place⟩ में पोस्ट ऑफिस
GDS BPM Khedapurwa BO | GDS BPM ⟨place⟩ BO
I wrote ⟨name⟩ here | I wrote (name) here
"""

KEPT = """
which 6 courses
26 of 50
31 March 2026
28.09.2026 tak karna hai kya, 2025-26 ka
kya 2026 me 6 course hain
PA at Mysore HO
I am PA at Mysore HO and my course is not opening
i am postman
I am unable to login
main pareshan hu
main gaon ka postman hu
my name is wrong on igot
mera naam galat dikh raha hai profile me
mera naam list me nahi hai
मेरा नाम प्रोफाइल में गलत है
gaon me network nahi hai
Thanks for help
thank you
namaste ji
Postmaster sahab ne bola
Dakshta course 5 hours 31 minutes
10:30 se 17:30 tak
T-28/27/2025-iGOT-Part(2)
DoP OM Tr/3/2025-Training-DOP 18.08.2025
Multi Tasking Karmayogi
HSG 1 ke liye 3 aur 6
praman patra nahi mila
sab 6 ho gye ab test bacha h khul nhi rha
मैं एमटीएस हूँ, मेरे 6 कोर्स कौन से हैं
"""


def _rows(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("row", _rows(CHANGED))
def test_who_and_where_is_taken_out(library: Library, row: str) -> None:
    text, expected = (part.strip() for part in row.split(" | "))
    assert redact(text, library.catalogue.words, known_words(library.catalogue)) == expected


@pytest.mark.parametrize("text", _rows(KEPT))
def test_a_question_stays_whole(library: Library, text: str) -> None:
    assert redact(text, library.catalogue.words, known_words(library.catalogue)) == text


def test_a_name_below_the_question_is_taken_out(library: Library) -> None:
    text = "course nahi khul raha\nBhavesh K\nPA, Mysore HO"
    kept = redact(text, library.catalogue.words, known_words(library.catalogue))
    assert kept == "course nahi khul raha\n⟨name⟩\nPA, Mysore HO"


def test_nothing_is_known_of_a_text_that_is_redacted_again(library: Library) -> None:
    words, known = library.catalogue.words, known_words(library.catalogue)
    for row in _rows(CHANGED)[:-1]:
        once = redact(row.split(" | ")[0], words, known)
        again = redact(once, words, known)
        assert again.replace("(", "⟨").replace(")", "⟩") == once.replace("(", "⟨").replace(")", "⟩")


def test_a_long_text_is_cut_after_a_word(library: Library) -> None:
    kept = redact("otp nahi aaya " * 300, library.catalogue.words, known_words(library.catalogue))
    assert len(kept) <= MOST_KEPT and kept.endswith(("otp…", "nahi…", "aaya…"))


def test_odd_texts_do_no_harm(library: Library) -> None:
    words, known = library.catalogue.words, known_words(library.catalogue)
    for text in ("", " ", "⟨", "@", "....", "9" * 4000, "a@" * 2000, "\ud83d", "१" * 50, "-" * 4000, "a." * 2000):
        assert not any(char.isdigit() for char in redact(text, words, known))
