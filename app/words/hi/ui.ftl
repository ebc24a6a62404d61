## General

add = जोड़ें
apply = लागू करें
back = वापस
call = कॉल करें
cancel = रद्द करें
change = बदलें
choose-none = कोई नहीं
close = बंद करें
copied = कॉपी हो गया
copy = कॉपी करें
create = बनाएँ
create-named = “{ $name }” बनाएँ
currency = मुद्रा
delete = हटाएँ
delete-one = “{ $name }” हटाएँ
deleted-many = { $count ->
    [one] { $count } रिकॉर्ड हटाया गया
   *[other] { $count } रिकॉर्ड हटाए गए
}
deleted-one = “{ $name }” हटाया गया
done = हो गया
edit = संपादित करें
everyone = सभी
export = एक्सपोर्ट करें
export-failed = फ़ाइल नहीं लिखी जा सकी। कम रिकॉर्ड के साथ फिर कोशिश करें।
export-too-long = एक पाठ वर्कबुक के खाने से लंबा है। CSV में एक्सपोर्ट करें।
exporting = { $all } में से { $done }
find-or-create = खोजें या बनाएँ
format-csv = CSV
format-icalendar = कैलेंडर
format-vcard = vCard
format-xlsx = Excel
gave-many = { $count ->
    [one] { $count } रिकॉर्ड { $value } को सौंपा गया
   *[other] { $count } रिकॉर्ड { $value } को सौंपे गए
}
menu = मेन्यू
message = संदेश
more = और
new-one = नया: { $name }
next = अगला
no = नहीं
none = कोई नहीं
nothing-found = कुछ नहीं मिला
now = अभी
one-of = { $all } में से { $at }
open = खोलें
optional = वैकल्पिक
previous = पिछला
redo = फिर से करें
remove-one = { $name } हटाएँ
required = ज़रूरी
restore = वापस लाएँ
retry = फिर कोशिश करें
save = सहेजें
saved = सहेजा गया
saved-here-at-once = इसी डिवाइस पर तुरंत सहेजा जाता है
skip = छोड़ें
today = आज
undo = वापस करें
undone = वापस कर दिया गया
untitled = बिना नाम
value-newer = अपडेट के बाद दिखेगा
yes = हाँ

## Days beside today

day-yesterday = बीता कल
day-today = आज
day-tomorrow = आने वाला कल

## Address parts

address-city = शहर
address-country = देश
address-postcode = पिन कोड
address-region = राज्य
address-street = गली और मकान

## Navigation

nav = मुख्य मेन्यू
nav-collapse = मेन्यू समेटें
nav-duplicates = डुप्लीकेट
nav-import = इंपोर्ट
nav-search = खोज
nav-settings = सेटिंग
nav-sync = सिंक
nav-team = टीम
nav-today = आज
skip-to-content = मुख्य सामग्री पर जाएँ

## Signing in, the first admin, access

sign-in = साइन इन करें
sign-in-email = ईमेल
sign-in-first-online = किसी डिवाइस पर पहली बार साइन इन के लिए इंटरनेट चाहिए।
sign-in-password = पासवर्ड
sign-in-working = साइन इन हो रहा है
sign-out = साइन आउट करें
sign-out-anyway = छोड़कर साइन आउट करें
sign-out-export = जो भेजा नहीं गया उसे एक्सपोर्ट करें
sign-out-keep = यहीं रखकर साइन आउट करें
sign-out-kept = जो भेजा नहीं गया था, वह आपके लिए इस डिवाइस पर सुरक्षित है: { $count }। भेजने के लिए फिर से साइन इन करें।
sign-out-drafts = { $count ->
    [one] { $count } नोट शुरू हुआ है और दर्ज नहीं हुआ।
   *[other] { $count } नोट शुरू हुए हैं और दर्ज नहीं हुए।
}
sign-out-unsent = { $count ->
    [one] { $count } बदलाव अभी भेजा नहीं गया है।
   *[other] { $count } बदलाव अभी भेजे नहीं गए हैं।
}
setup-title = अपना वर्कस्पेस सेट अप करें
setup-lead = आप यहाँ सबसे पहले आए हैं, इसलिए एडमिन आप होंगे।
setup-workspace = कंपनी या टीम का नाम
setup-name = आपका नाम
setup-password-hint = कम से कम दस अक्षर
setup-create = वर्कस्पेस बनाएँ
access-title = एक्सेस
access-give = एक्सेस दें
access-take = एक्सेस हटाएँ
access-link = यह लिंक { $name } को भेजें। यह एक ही बार चलेगा।

## Today

today-due = आज के काम
today-planned = कॉल और विज़िट
today-recent = हाल के बदलाव
today-none-due = आज कोई काम बाकी नहीं
today-none-planned = कोई कॉल या विज़िट तय नहीं
today-none-recent = हाल में कुछ नहीं बदला

## Record page, timeline, composer

record-facts = जानकारी
record-timeline = टाइमलाइन
record-related = जुड़े रिकॉर्ड
record-unsent = अभी भेजा नहीं गया
record-needs-you = आपका ध्यान चाहिए
history-lost = लागू नहीं हुआ
timeline-none = अभी तक कुछ नहीं हुआ। पहला कॉल दर्ज करें।
timeline-planned = तय
timeline-all = सब कुछ
composer-call = कॉल दर्ज करें
composer-visit = विज़िट दर्ज करें
composer-meeting = मीटिंग दर्ज करें
composer-email = ईमेल दर्ज करें
composer-note = नोट सहेजें
composer-task = काम बनाएँ
composer-write = क्या बात हुई या क्या तय हुआ?
composer-what-to-do = क्या करना है?

## Search

search = खोजें
search-everything = सब में खोजें
search-in = { $name } में खोजें
search-none = “{ $query }” के लिए कुछ नहीं मिला

## Settings

settings-appearance = रूप-रंग
settings-device = यह डिवाइस
settings-device-name = इस डिवाइस का नाम
settings-device-name-hint = ताकि आप अपने डिवाइस अलग पहचान सकें।
settings-device-guess = { $system } पर { $browser }
settings-install = ऐप की तरह इंस्टॉल करें
settings-language = भाषा
settings-theme = थीम
settings-theme-dark = डार्क
settings-theme-light = लाइट
settings-theme-system = सिस्टम जैसा
settings-version = वर्शन { $version }

## A new version

update-ready = नया वर्शन तैयार है। जो भेजा नहीं गया, वह सुरक्षित रहेगा।
update-now = अभी अपडेट करें
update-later = बाद में

## Keyboard help

keys-title = कीबोर्ड शॉर्टकट
keys-everything = सब में खोजें
keys-search = इस सूची में खोजें
keys-move = नीचे और ऊपर जाएँ
keys-open = रिकॉर्ड खोलें
keys-peek = रिकॉर्ड की झलक देखें
keys-edit = संपादित करें
keys-create = बनाएँ
keys-call = कॉल दर्ज करें
keys-task = काम बनाएँ
keys-select = चुनें
keys-undo = पिछला काम वापस करें
keys-go = किसी पेज पर जाएँ
keys-help = यह सूची दिखाएँ
keys-cells = पंक्ति में आगे-पीछे; Enter से मान लिखें
keys-columns = कॉलम शीर्ष पर: खिसकाएँ, Shift के साथ चौड़ा करें
