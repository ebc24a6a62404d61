## Lists

list = सूची
list-empty = यहाँ अभी कुछ नहीं है
list-empty-lead = पहला जोड़ें या कोई फ़ाइल इंपोर्ट करें।
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
total = कुल
bulk-edit = कोई फ़ील्ड बदलें
bulk-owner = ज़िम्मेदार बदलें

## Order

sort = क्रम
sort-name = नाम
sort-touched = आखिरी बदलाव
sort-up = बढ़ते क्रम में
sort-down = घटते क्रम में

## Filters

filter = फ़िल्टर
filter-apply = फ़िल्टर लगाएँ
filter-clear = फ़िल्टर हटाएँ
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

board-empty = इस चरण में कोई डील नहीं
board-move = { $stage } में ले जाएँ
board-moved = { $stage } में ले जाया गया
board-no-stage = बिना चरण
board-won = जीती हुई मानें
board-lost = हारी हुई मानें
