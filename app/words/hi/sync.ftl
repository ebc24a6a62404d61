## The sign of sync, always true

sync-saved-here = इस डिवाइस पर सहेजा गया
sync-sending = { $count } भेजे जा रहे हैं
sync-with-team = टीम तक पहुँचा, { $time }
sync-needs-you = { $count ->
    [one] { $count } पर आपका ध्यान चाहिए
   *[other] { $count } पर आपका ध्यान चाहिए
}
sync-offline = ऑफ़लाइन
sync-never = अभी सिंक नहीं हुआ
sync-now = अभी सिंक करें
sync-memory = यहाँ कुछ सुरक्षित नहीं रहेगा: यह ब्राउज़र डेटा नहीं रखता

## First sync

first-sync-title = आपका डेटा लाया जा रहा है
first-sync-progress = { $all } में से { $records } रिकॉर्ड, { $size }
first-sync-lead = इसके बाद सब कुछ बिना इंटरनेट के चलेगा।

## Unsent

unsent-title = अभी भेजा नहीं गया
unsent-none = सब कुछ भेज दिया गया है
unsent-count = { $count ->
    [one] { $count } बदलाव
   *[other] { $count } बदलाव
}
unsent-export = जो भेजा नहीं गया उसे एक्सपोर्ट करें
drafts-title = शुरू किया, दर्ज नहीं
draft-discard = छोड़ दें
act-create = बनाया
act-edit = बदला
act-delete = हटाया
act-restore = वापस लाया
act-import = इंपोर्ट किया
act-merge = मिलाया गया
act-undo = वापस किया
act-redo = फिर से किया
act-retry = फिर से भेजा
act-log = दर्ज किया
act-bulk = एक साथ बदला
act-hand = साथी को सौंपा
act-other = काम

## The tray: what was rejected

tray-title = आपका ध्यान चाहिए
tray-mend = ठीक करें
tray-send = फिर से भेजें
tray-hand = किसी साथी को सौंपें
hand-to = किसे
hand-lead = उन्हें आपके लिखे के साथ एक काम मिलेगा, और वह आपकी सूची से हट जाएगा। इसके लिए नेटवर्क ज़रूरी नहीं।
hand-over = सौंपें
hand-title = कृपया जाँचें: { $name }
hand-text = यह सहेजा नहीं जा सका: { $reason }
hand-nobody = यहाँ अभी और कोई काम नहीं करता।
tray-discard = मेरा बदलाव छोड़ें

## Values that did not stand

notice-title = बदले गए मान
notice-superseded = { $name } ने भी उसी समय लिखा; उनका मान लागू है।
notice-superseded-unknown = किसी और ने भी उसी समय लिखा; उनका मान लागू है।
notice-prevailed = { $name } ने भी उसी समय लिखा; आपका मान लागू है।
notice-kept = जैसा था वैसा ही रखा: इस बीच यह बदला या इस्तेमाल हुआ है।
notice-both = आपने और { $name } ने वही शब्द लिखे; जब तक कोई तय न करे, दोनों रहेंगे।
notice-settle = दोनों देखें
notice-merge-crossed = आपने और { $name } ने इन्हीं दोनों को उल्टी दिशा में मिलाया। अब ये एक रिकॉर्ड हैं; दोनों के मान बने रहते हैं।
notice-restore = मेरा मान वापस लाएँ
notice-restore-theirs = उनका मान वापस लाएँ
notice-dismiss = ऐसे ही रहने दें

## Undo

undo-title = हाल के काम

## Storage

storage-title = इस डिवाइस का स्टोरेज
storage-kept = आपके हटाने तक सुरक्षित
storage-may-clear = जगह कम होने पर ब्राउज़र इसे हटा सकता है
storage-ask = हमेशा रखें
storage-memory = केवल मेमोरी में: टैब बंद करते ही चला जाएगा
storage-used = { $quota } में से { $used } इस्तेमाल
storage-records = यहाँ मौजूद रिकॉर्ड
storage-last = सर्वर से आखिरी संपर्क

## Errors

error-offline = सर्वर से संपर्क नहीं हो पा रहा। इंटरनेट देखकर फिर कोशिश करें।
error-malformed = सर्वर का जवाब पढ़ा नहीं जा सका।
error-unsent = इस डिवाइस पर बिना भेजा काम है। पहले उसे भेजें, एक्सपोर्ट करें या छोड़ें।
error-device = इस डिवाइस का स्टोरेज काम नहीं कर रहा। बाकी टैब बंद करके फिर से लोड करें।
error-save-busy = दूसरा टैब आगे निकल गया। फिर कोशिश करें।
error-save-failed = यह इस डिवाइस पर सहेजा नहीं जा सका।
error-save-full = इस डिवाइस पर जगह नहीं बची। कुछ जगह खाली करके फिर कोशिश करें।
error-save-killed = ब्राउज़र ने स्टोरेज बंद कर दिया। पेज फिर से लोड करें; सहेजा हुआ सुरक्षित है।
error-save-lost = ब्राउज़र ने इस डिवाइस का स्टोरेज मिटा दिया। जो भेजा नहीं गया, वह अब सिर्फ़ इस पेज पर है: उसे एक्सपोर्ट करें, फिर पेज लोड करें।
error-save-no-one = इस डिवाइस पर किसी ने साइन इन नहीं किया है।
error-locked-blocked = दूसरे टैब में ऐप का पुराना वर्शन स्टोरेज रोके हुए है। उसे बंद करें; यह टैब अपने आप आगे बढ़ेगा।
error-locked-disabled = आपका एक्सेस हटा दिया गया है। जो भेजा नहीं गया, वह आपके लिए सुरक्षित है।
error-locked-newer = दूसरे टैब में ऐप का नया वर्शन खुला है। इसे फिर से लोड करें।
error-locked-store = इस डिवाइस का स्टोरेज नहीं खुल रहा। बाकी टैब बंद करके फिर से लोड करें।
error-locked-too-long = यह डिवाइस बहुत समय से सर्वर से नहीं जुड़ा। खोलने के लिए इंटरनेट से जुड़ें।
error-sync-damaged = आपके डेटा का एक हिस्सा ख़राब पहुँचा। वह फिर से लाया जाएगा; जो इस डिवाइस पर है, वह बना रहेगा।
error-sync-malformed = सर्वर का जवाब पढ़ा नहीं जा सका। आपका काम यहीं सुरक्षित है।
error-sync-old-app = सिंक जारी रखने के लिए ऐप अपडेट करें। आपका काम यहीं सुरक्षित है।
error-sync-other-person = इस ब्राउज़र में कोई और साइन इन है। अपना काम भेजने के लिए फिर से साइन इन करें।
error-sync-refused = सर्वर अभी आपका काम नहीं ले रहा। यह यहीं सुरक्षित है।
error-sync-server-full = सर्वर की डिस्क भर गई है। जगह बनने तक आपका काम यहीं रहेगा।
error-sync-signed-out = अपना काम भेजने के लिए फिर से साइन इन करें।
