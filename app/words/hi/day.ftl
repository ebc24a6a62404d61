## The calendar

nav-calendar = कैलेंडर
calendar-month = महीना
calendar-week = सप्ताह
calendar-day = दिन
calendar-agenda = सूची
calendar-mine = मेरे
calendar-team = मेरी टीम के
calendar-whose = किसके
calendar-show = क्या दिखे
calendar-all-day = पूरा दिन
calendar-zone = समय इस डिवाइस के समय क्षेत्र के हैं।
calendar-none = यहाँ कुछ तय नहीं है। मुलाक़ात तय करने के लिए C दबाएँ।
calendar-count = { $count ->
    [0] कुछ नहीं
    [one] { $count } कार्यक्रम
   *[other] { $count } कार्यक्रम
}
calendar-more = { $count } और
calendar-over = { $count } और। कम लोग चुनें या आगे के दिन देखें।
calendar-moved = “{ $name }” अब { $when } को है
calendar-not-yours = “{ $name }” को आप नहीं खिसका सकते।
keys-in-calendar = कैलेंडर में
keys-looks = महीना, सप्ताह, दिन, सूची
keys-turn = पीछे और आगे; कार्यक्रम पर: एक दिन पहले या बाद
keys-today = आज पर जाएँ
keys-plan = मुलाक़ात तय करें
keys-later = कार्यक्रम 15 मिनट पहले या बाद
keys-longer = तीरों के साथ: कार्यक्रम का अंत बदलें

## Tasks that come again

field-repeat = दोहराव
field-repeat_every = हर (कितने)
field-repeat_on = इन दिनों
field-repeat_until = कब तक दोहराएँ
field-checklist = जाँच सूची
field-checked = पूरे हुए चरण
field-series = शृंखला
field-term = शृंखला में क्रम
field-repeat_from = शृंखला की शुरुआत
choice-repeat-daily = रोज़
choice-repeat-weekly = हर सप्ताह
choice-repeat-monthly = हर महीने
choice-repeat-yearly = हर साल
choice-repeat_on-mo = सोमवार
choice-repeat_on-tu = मंगलवार
choice-repeat_on-we = बुधवार
choice-repeat_on-th = गुरुवार
choice-repeat_on-fr = शुक्रवार
choice-repeat_on-sa = शनिवार
choice-repeat_on-su = रविवार

## The bell, reminders, steps and today

nav-news = आपके लिए
news-none = आपके लिए कुछ बाक़ी नहीं।
news-read = पढ़ा हुआ मानें
news-assigned = आपको दिया गया
news-assigned-by = { $name } द्वारा
news-mentioned = आपका ज़िक्र हुआ
news-mentioned-by = { $name } द्वारा
news-due = देय
checklist-progress = { $all } में से { $done }
checklist-add = चरण जोड़ें
checklist-reword = “{ $name }” के शब्द बदलें
call-logged = कॉल दर्ज हुई: { $name }
today-leads = नई लीड
today-birthdays = जन्मदिन
today-since = आपके पिछले आने के बाद, { $when }
today-since-none = किसी और ने कुछ नहीं बदला।
birthday-age = { $age } वर्ष के होंगे
today-since-made = { $count } नए
today-since-changed = { $count } बदले
