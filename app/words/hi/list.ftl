## Lists

list = सूची
list-empty = यहाँ अभी कुछ नहीं है
list-none-found = कुछ मेल नहीं खाता
list-show-all = सभी दिखाएँ
no-such-list = ऐसी कोई सूची नहीं है
no-such-page = ऐसा कोई पेज नहीं है
found = { $count ->
    [one] { $count } मिला
   *[other] { $count } मिले
}
found-of = { $all } में से { $found }
columns = कॉलम
layout-table = टेबल
layout-board = बोर्ड
chosen = { $count ->
    [one] { $count } चुना गया
   *[other] { $count } चुने गए
}
select-all = सभी चुनें
select-none = चुनाव हटाएँ
select-one = { $name } चुनें
bulk-edit = कोई फ़ील्ड बदलें

## Order

sort = क्रम
sort-name = नाम
sort-touched = आखिरी बदलाव
sort-up = बढ़ते क्रम में
sort-down = घटते क्रम में

## Filters

filter = फ़िल्टर
filter-apply = फ़िल्टर लगाएँ
filter-more = कहीं और बनाया गया फ़िल्टर
test-after = के बाद
test-before = से पहले
test-between = के बीच
test-contains = में है
test-empty = खाली है
test-has-all = में ये सभी हैं
test-is = है
test-less = से कम
test-more = से ज़्यादा
test-no = नहीं
test-not-empty = भरा हुआ है
test-starts = से शुरू होता है
test-yes = हाँ

## Saved views

views = व्यू
views-others = दूसरे व्यू
view-all = सभी
view-mine = मेरे
view-name = व्यू का नाम
view-save = व्यू की तरह सहेजें
view-share = अपनी टीम से साझा करें
view-update = “{ $name }” में बदलाव सहेजें

## Board


## Groups, columns, several at once

or = या
filter-or = या …
filter-any = इनमें से एक काफ़ी है
test-during = है
test-last-days = पिछले दिनों में:
test-next-days = अगले दिनों में:
test-me = मैं हूँ
test-my-team = मेरी टीम में है
period-today = आज
period-yesterday = बीता कल
period-tomorrow = आने वाला कल
period-this_week = इस सप्ताह
period-last_week = पिछले सप्ताह
period-next_week = अगले सप्ताह
period-this_month = इस महीने
period-last_month = पिछले महीने
period-next_month = अगले महीने
period-this_quarter = इस तिमाही
period-last_quarter = पिछली तिमाही
period-next_quarter = अगली तिमाही
period-this_year = इस वर्ष
period-last_year = पिछले वर्ष
period-next_year = अगले वर्ष
period-past = बीते समय में
period-future = आने वाले समय में
sort-by = इससे क्रम दें
sort-then = फिर इससे
group = समूह
group-none = कोई समूह नहीं
group-without = बिना मान
column-hint = { $name }: क्रम के लिए दबाएँ, Shift के साथ एक और; हटाने के लिए खींचें
column-earlier = { $name } को आगे करें
column-later = { $name } को पीछे करें
column-pin = { $name } तक सब सामने रखें
view-first = यह सूची इसी व्यू से खोलें
bulk-how = इसका क्या होगा
bulk-add = जोड़ें
bulk-remove = हटाएँ
bulk-set = बदलें
bulk-nothing = कुछ नहीं
bulk-changes = { $count ->
    [one] { $count } बदलेगा।
   *[other] { $count } बदलेंगे।
}
bulk-same = { $count ->
    [one] { $count } वैसा ही रहेगा।
   *[other] { $count } वैसे ही रहेंगे।
}
bulk-not-yours = { $count ->
    [one] { $count } आप नहीं बदल सकते।
   *[other] { $count } आप नहीं बदल सकते।
}
board-by = बोर्ड की पट्टियाँ

## Duplicates

doubles-already = पहले से मौजूद:
doubles-alike = दोनों में एक ही जानकारी है: चुनने को कुछ नहीं है।
doubles-both = दोनों
doubles-compare = तुलना करें
doubles-goes = मिल जाएगा
doubles-hint = जो नहीं चुना गया वह मिलाए गए रिकॉर्ड और इतिहास में रहता है। जुड़ी चीज़ें अपने-आप साथ आती हैं।
doubles-keep = कौन-सा रहेगा
doubles-keep-one = { $name } रहेगा
doubles-left = नहीं लिया गया:
doubles-likely = संभावित
doubles-linked = { $count ->
    [one] { $count } जुड़ाव
   *[other] { $count } जुड़ाव
}
doubles-looking = रिकॉर्ड देखे जा रहे हैं
doubles-looks-like = { $name } जैसा लगता है
doubles-may-not = आप इन दोनों को नहीं बदल सकते। जिनके हैं उनसे पूछें।
doubles-merge = मिलाएँ
doubles-merged = { $name } में मिलाया गया
doubles-merged-here = { $name } इसमें मिलाया गया
doubles-none = कोई डुप्लीकेट नहीं। नाम, ईमेल, फ़ोन या कंपनी से मिलते-जुलते रिकॉर्ड यहाँ साथ-साथ दिखते हैं।
doubles-pairs = संभावित जोड़े
doubles-part = अलग हैं
doubles-parted = अब जोड़े के रूप में नहीं दिखेगा
doubles-perhaps = शायद
doubles-refused = इनमें से एक सिंक पेज पर रुका है: पहले उसे वहाँ ठीक करें।
doubles-since = { $when } से यहाँ
doubles-stays = रहेगा
doubles-sure = लगभग पक्का
doubles-swap = दूसरे को रहने दें
doubles-take = लें
doubles-take-apart = फिर अलग करें
doubles-take-one = { $name } लें
doubles-taken-apart = { $name } फिर अलग है
doubles-why-belongs = वही कंपनी
doubles-why-born = वही जन्मदिन
doubles-why-email = वही ईमेल
doubles-why-link = वही वेबसाइट
doubles-why-name = वही नाम
doubles-why-name-alike = मिलता-जुलता नाम
doubles-why-phone = वही फ़ोन
doubles-why-town = वही शहर
