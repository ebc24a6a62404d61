# What stands around the pages, and what the pages say beyond the common words.

## The shell

look = देखें
reload = फिर से लोड करें
install-hint = ऐप की तरह इंस्टॉल करने पर Outrider अलग से खुलता है और ब्राउज़र उसका डेटा सँभालकर रखता है।
sync-saved-short = सहेजा गया
sync-offline-unsent = ऑफ़लाइन, { $count } यहाँ सहेजे गए
sync-full = जगह नहीं है: पिछला बदलाव सहेजा नहीं गया
sync-stopped = रुक गया: यह पेज फिर से लोड करें
sync-look = यहाँ देखें
keys-anywhere = हर जगह
keys-in-lists = सूचियों में
keys-on-records = किसी रिकॉर्ड पर
search-found = नतीजे
search-acts = करें

## Before the app

sign-in-wait = { $count ->
    [one] बहुत ज़्यादा कोशिशें हुईं। { $count } सेकंड बाद फिर कोशिश करें।
   *[other] बहुत ज़्यादा कोशिशें हुईं। { $count } सेकंड बाद फिर कोशिश करें।
}
locked-title = यह डिवाइस लॉक है
setup-missing = यहाँ कुछ भरना ज़रूरी है।
setup-email-wrong = ई-मेल पता भरें, जैसे naam@company.in।
setup-pipeline = बिक्री
setup-stage-contact = पहला संपर्क
setup-stage-need = ज़रूरत समझी गई
setup-stage-offer = प्रस्ताव भेजा गया
setup-stage-negotiation = मोल-भाव
setup-stage-won = जीती गई
setup-stage-lost = हारी गई

## Today

today-late = { $count ->
    [one] { $count } दिन की देरी
   *[other] { $count } दिन की देरी
}
today-tick = पूरा: { $name }
today-ticked = “{ $name }” पूरा हुआ
today-plan = कॉल तय करें
today-stuck = बिना अगले कदम वाली डील
today-visits = हफ़्ते की विज़िट, शहर के हिसाब से
today-no-town = शहर पता नहीं
today-made = नया
today-changed = बदला

## Import

import-how = फ़ाइल कैसे पढ़ी जाए
import-comma = कॉमा
import-semicolon = सेमीकोलन
import-tab = टैब
import-bar = खड़ी रेखा
import-columns = { $count ->
    [one] { $count } कॉलम
   *[other] { $count } कॉलम
}
import-own-id = Outrider की अपनी पहचान
import-by-name = { $field } ({ $entity }, नाम से)
import-dates = तारीख का क्रम
import-day-first = पहले दिन: 31/12
import-month-first = पहले महीना: 12/31
import-decimals = संख्याएँ कैसे लिखी हैं
import-kept = इन कॉलम वाली अगली फ़ाइल के लिए याद रहेगा
import-mapping-choose = सहेजे अनुसार पढ़ें
import-mapping-name = इन कॉलमों को नाम देकर रखें
import-check = { $count ->
    [one] { $count } पंक्ति जाँचें
   *[other] { $count } पंक्तियाँ जाँचें
}
import-checking = { $all } में से { $done } पंक्तियाँ जाँची गईं
import-writing = { $count ->
    [one] इस डिवाइस पर { $count } रिकॉर्ड सहेजा जा रहा है
   *[other] इस डिवाइस पर { $count } रिकॉर्ड सहेजे जा रहे हैं
}
import-write = { $count ->
    [one] { $count } रिकॉर्ड इंपोर्ट करें
   *[other] { $count } रिकॉर्ड इंपोर्ट करें
}
import-made = { $count ->
    [one] { $count } और रिकॉर्ड बनेगा, क्योंकि पंक्तियों में उसका नाम है
   *[other] { $count } और रिकॉर्ड बनेंगे, क्योंकि पंक्तियों में उनके नाम हैं
}
import-doubtful = { $count ->
    [one] { $count } संदिग्ध
   *[other] { $count } संदिग्ध
}
import-accept-all = सभी { $count } सुझाव मान लें
import-create-all = जो { $count } नहीं हैं, सब बनाएँ
import-all-doubts = सभी { $count } संदेह दिखाएँ
import-more-rows = { $count ->
    [one] और दिखाएँ; { $count } पंक्ति बाकी है
   *[other] और दिखाएँ; { $count } पंक्तियाँ बाकी हैं
}
import-stays-out = बाहर रहेगा
import-line-short = पंक्ति
import-mark = इंपोर्ट जाँचें
import-another = एक और फ़ाइल इंपोर्ट करें

## The sync page

tray-waits-for = “{ $name }” के ठीक होने का इंतज़ार है; उसके बाद यह अपने आप चला जाएगा।
tray-restore-send = वापस लाकर भेजें
tray-discard-ask = “{ $name }” पर आपने जो लिखा, वह इस डिवाइस से हट जाएगा। इसे वापस नहीं लाया जा सकता; ज़रूरत पड़ सकती हो तो पहले एक प्रति एक्सपोर्ट कर लें।
unsent-more = { $count ->
    [one] और { $count }
   *[other] और { $count }
}
notice-restored = “{ $name }” पर वापस लाया गया
storage-room = जगह
storage-safety = सुरक्षा

## Settings

settings-language-hint = नाम, तारीखें, रकम और क्रम इसी के अनुसार दिखते हैं।
settings-install-hint = ब्राउज़र की पट्टियों के बिना खुलता है और अपना स्टोरेज बनाए रखता है।
settings-sign-out-hint = ग्राहकों का डेटा इस डिवाइस से हट जाएगा।
settings-pipelines = पाइपलाइन और चरण
settings-pipelines-hint = डील के कदम। संग्रहित चरण में नई डील नहीं आती; जो वहाँ हैं, वे रहती हैं।
settings-pipeline-label = पाइपलाइन का नाम
settings-pipeline-name = नई पाइपलाइन
settings-stage-label = चरण का नाम
settings-stage-name = नया चरण
settings-archive = संग्रहित करें
settings-archive-one = “{ $name }” संग्रहित करें
settings-archived = “{ $name }” संग्रहित हुआ
settings-restore-one = “{ $name }” वापस लाएँ
settings-restored = “{ $name }” फिर से इस्तेमाल में है
settings-out-of-use = संग्रहित
settings-up = ऊपर ले जाएँ
settings-down = नीचे ले जाएँ
settings-everyone = सबके लिए
settings-lock_days-hint = जो डिवाइस इससे ज़्यादा समय तक सर्वर से नहीं मिला, वह मिलने के बाद ही खुलेगा। जो भेजा नहीं गया, वह उस पर बना रहेगा।
settings-keep_deleted_days-hint = तब तक हटाया गया रिकॉर्ड वापस लाया जा सकता है।
settings-reading = कौन क्या पढ़ता है
settings-reading-hint = एडमिन सब कुछ पढ़ते हैं। जो सीमित किया जाए, वह उन लोगों के डिवाइस से हट जाता है जिन्हें अब पढ़ने की अनुमति नहीं; उनका न भेजा गया काम बना रहता है।
settings-reading-of = { $name }: { $role } क्या पढ़ते हैं

## Team

team-empty = जिनके साथ आप काम करते हैं उन्हें जोड़ें, फिर हर एक को एक्सेस दें।
team-none = बिना टीम
team-in = { $name } में
team-led = प्रमुख: { $name }
team-inactive = एक्सेस नहीं
team-changed = { $name }: { $field } बदला गया
access-lead = एक लिंक बनाएँ जिससे यह व्यक्ति अपना पासवर्ड चुने। उसे आप खुद भेजें।
access-make-link = लिंक बनाएँ
access-take-ask = { $name } हर जगह से साइन आउट हो जाएँगे, और अगली बार जुड़ने पर उनके डिवाइस से ग्राहकों का डेटा हट जाएगा।
