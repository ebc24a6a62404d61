# Records: forms, the board, a record's page.

## Values as they are written

wrong-number = यह संख्या नहीं है। जैसे 1234.50 लिखें।
wrong-date = यह पूरी तारीख़ नहीं है।
said-label = शब्दों में
said-example = अगले मंगल 10 बजे
said-word = “{ $word }” कोई जाना हुआ दिन या समय नहीं है। दूसरे ढंग से लिखें या चुनें।
said-ambiguous = “{ $word }” दो तरह से पढ़ा जा सकता है। महीने का नाम लिखें, या समय “:00” के साथ।
said-no-such = “{ $word }” नहीं होता। दिन और समय जाँचें।
said-twice = इसमें एक से ज़्यादा दिन या समय हैं।
said-no-day = कौन-सा दिन?
wrong-too-long = यह बहुत लंबा है। इसे छोटा करें।
wrong-choice = सूची में से एक चुनें।
wrong-email = ईमेल पते में एक @ होता है और कोई ख़ाली जगह नहीं।
wrong-phone = फ़ोन नंबर में कम से कम तीन अंक होते हैं और कोई शब्द नहीं।
wrong-link = वेब पता example.com जैसा होता है।
wrong-range = यह सीमा से बाहर है।
wrong-required = यहाँ कुछ भरना ज़रूरी है।
wrong-target = यह नहीं बन सका। जो पहले से है, उसमें से चुनें।
wrong-other = यह यहाँ ठीक नहीं बैठता।

## Forms

more-fields = और फ़ील्ड
fewer-fields = कम फ़ील्ड
add-field = { $name } जोड़ें
edit-one = { $name } बदलें
number-pending = भेजने पर मिलेगा

## Board

layout = लेआउट
pipeline = पाइपलाइन
stages = चरण
lane = { $name }, { $count ->
    [one] { $count } डील
   *[other] { $count } डील
}
moved-to = “{ $name }” अब { $stage } पर है
cannot-move-here = यह डील वहाँ नहीं ले जाई जा सकती
why-lost = “{ $name }” क्यों हाथ से गई?
not-now = अभी नहीं
no-date = तारीख़ नहीं
late-since = देरी, { $date }
late = देरी

## A record's head and facts

reach-call = कॉल करें
reach-mail = ईमेल
reach-message = संदेश
reach-visit = नक्शा
mark-done = पूरा हुआ
mark-done-one = पूरा हुआ: { $name }
done-one = “{ $name }” पूरा हुआ
reopen = फिर से खोलें
reopened-one = “{ $name }” फिर से खुला
facts-reach = संपर्क
facts-main = विवरण
facts-belongs = किससे जुड़ा
facts-words = शब्दों में
facts-more = { $count ->
    [one] { $count } ख़ाली फ़ील्ड
   *[other] { $count } ख़ाली फ़ील्ड
}
facts-fewer = ख़ाली फ़ील्ड छिपाएँ
two-changed = दो लोगों ने इसे एक साथ बदला
history-of = { $name } का इतिहास
history-whole = सभी बदलाव, अभी सर्वर से लिए गए।
history-known = इस डिवाइस को जो पता है। पुराने बदलाव ऑनलाइन होने पर सर्वर से आएँगे।
history-empty = ख़ाली
history-woven = जैसा लिखा गया, फिर दूसरे के साथ मिलाया गया

## Timeline

timeline-filtered = ऐसा कुछ नहीं
show-spoken = बातचीत
show-written = लिखित
show-tasks = काम
show-changes = बदलाव
show-deals = सौदे
timeline-person = व्यक्ति के अनुसार
timeline-everyone = सभी
mention-whom = किसका उल्लेख करें
since = पिछली बातचीत के बाद से
since-spoke = { $kind }: { $name }, { $when }
since-line = पिछली बातचीत
since-nothing = इसके बाद कुछ नहीं हुआ।
since-amount = राशि बदली
since-begun = नया सौदा
since-more-deals = { $count ->
    [one] { $count } और सौदा
   *[other] { $count } और सौदे
}
since-fields = बदला: { $field }
since-fields-more = बदला: { $field } और { $count } अन्य
since-open = { $count ->
    [one] { $count } बाकी काम
   *[other] { $count } बाकी काम
}
several = दो लोगों ने एक साथ लिखा: कौन-सा रहे?
several-keep = { $name } का रखें
several-keep-all = { $count ->
    [2] दोनों रखें
   *[other] सभी { $count } रखें
}
several-gone = ने ये पंक्तियाँ हटाईं
several-settled = { $field } तय हो गया
show-older = पुराने दिखाएँ
show-all-count = सभी { $count } दिखाएँ
told-call = ने फ़ोन किया
told-call-in = ने फ़ोन पर बात की
told-visit = मिलने गए
told-meeting = ने मीटिंग की
told-email = ने ईमेल लिखा
told-email-in = को ईमेल मिला
told-note = ने लिखा
planned-call = ने कॉल तय की
planned-visit = ने विज़िट तय की
planned-meeting = ने मीटिंग तय की
planned-email = ने ईमेल तय किया
change-created = ने इसे जोड़ा
change-deleted = ने इसे हटाया
change-restored = ने इसे वापस लाया
change-cleared = ने { $field } ख़ाली किया
change-one = ने { $field } बदला
change-to = ने { $field } बदलकर { $value } किया
change-more = ने { $field } और { $count } अन्य बदले
change-merged = { $name } को इसमें मिलाया
change-parted = { $name } को इससे अलग किया
change-lost = ने उसी समय लिखा; दूसरा मान लागू है

## Composer

compose = लिखें
compose-opener = नोट लिखें
compose-note = नोट
compose-call = कॉल
compose-visit = विज़िट
compose-meeting = मीटिंग
compose-email = ईमेल
compose-task = काम
compose-empty = पहले कुछ लिखें।
mean-outcome = नतीजा
mean-when = कब
mean-when-now = ख़ाली यानी अभी
mean-due = कब तक
mean-follow = आगे संपर्क
follow-none = नहीं
follow-1 = कल
follow-3 = तीन दिन में
follow-7 = एक हफ़्ते में
follow-30 = एक महीने में
follow-title = { $name } से दोबारा संपर्क
saved-as-you-type = लिखते ही इस डिवाइस पर सहेजा जाता है

## What belongs to it

related-none = अभी कुछ नहीं
deal-lines = प्रॉडक्ट
add-product = प्रॉडक्ट जोड़ें
lines-total = कुल
lines-take = डील की रकम के रूप में लें

## A record that is not here

gone-deleted = “{ $name }” को हटा दिया गया।
gone-sight = “{ $name }” अब आपको नहीं दिखता या अभी आया नहीं है। आपका लिखा और न भेजा हुआ सुरक्षित है।
gone-never = इस डिवाइस पर ऐसा कोई रिकॉर्ड नहीं है।
