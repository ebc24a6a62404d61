## Import: file, columns, check, done

import = इंपोर्ट करें
import-title = इंपोर्ट
import-step-file = फ़ाइल
import-step-columns = कॉलम
import-step-check = जाँच
import-step-done = पूरा
import-drop = CSV, Excel, vCard या कैलेंडर फ़ाइलें यहाँ छोड़ें
import-choose = या चुनें
import-offline = बिना इंटरनेट के चलता है। आखिरी कदम से पहले कुछ नहीं लिखा जाता।
import-reading = फ़ाइल पढ़ी जा रही है
import-encoding = एन्कोडिंग
import-delimiter = विभाजक
import-header = पहली पंक्ति में शीर्षक हैं
import-entity = ये पंक्तियाँ हैं
import-column = कॉलम
import-sample = जैसे
import-target = कहाँ जाएगा
import-leave-out = छोड़ दें
import-key = पंक्तियों को अलग पहचानने वाली कुंजी
import-rows = { $count ->
    [one] { $count } पंक्ति
   *[other] { $count } पंक्तियाँ
}
import-new = { $count ->
    [one] { $count } नया
   *[other] { $count } नए
}
import-changed = { $count ->
    [one] { $count } बदला हुआ
   *[other] { $count } बदले हुए
}
import-unchanged = { $count ->
    [one] { $count } जैसा था
   *[other] { $count } जैसे थे
}
import-out = { $count ->
    [one] { $count } छोड़ी गई
   *[other] { $count } छोड़ी गईं
}
import-doubts = { $count ->
    [one] { $count } संदेह
   *[other] { $count } संदेह
}
import-no-doubts = कोई संदेह नहीं
import-finished = { $count ->
    [one] { $count } रिकॉर्ड इंपोर्ट हुआ
   *[other] { $count } रिकॉर्ड इंपोर्ट हुए
}
import-undo = यह इंपोर्ट वापस करें
import-redo = वापस लाएँ

## Why a file cannot be read

import-error-empty = फ़ाइल खाली है।
import-error-too_large = फ़ाइल बहुत बड़ी है। इसे बाँटकर फिर कोशिश करें।
import-error-too_many_columns = फ़ाइल में { $columns } कॉलम हैं; ज़्यादा से ज़्यादा { $max } पढ़े जा सकते हैं।
import-error-not_text = यह { $kind } फ़ाइल है। इसे CSV या XLSX में सहेजकर फिर कोशिश करें।
import-error-too_many_cells = शीट में { $max } से ज़्यादा खाने हैं। इसे बाँटकर फिर कोशिश करें।
import-error-too_large_unpacked = खोलने पर यह फ़ाइल बहुत बड़ी है। इसे बाँटकर फिर कोशिश करें।
import-error-broken_workbook = यह वर्कबुक नहीं खुल सकती: यह अधूरी है, पासवर्ड से बंद है या पुराने रूप में है। इसे बिना पासवर्ड के XLSX में फिर सहेजें और दोबारा कोशिश करें।

## What was noted while reading

import-note-encoding_guessed = एन्कोडिंग का अनुमान लगाया गया: { $encoding }
import-note-unreadable_bytes = { $count ->
    [one] इस एन्कोडिंग में { $count } जगह पढ़ी नहीं जा सकी
   *[other] इस एन्कोडिंग में { $count } जगहें पढ़ी नहीं जा सकीं
}
import-note-nul_bytes_removed = { $count ->
    [one] { $count } खाली बाइट हटाया गया
   *[other] { $count } खाली बाइट हटाए गए
}
import-note-unclosed_quote = पंक्ति { $line } में खुला उद्धरण चिह्न कहीं बंद नहीं होता
import-note-no_header = शीर्षक नहीं मिले: कॉलमों को नंबर दिए गए
import-note-column_renamed = “{ $from }” कॉलम दो बार है; इसे “{ $to }” कहा गया
import-note-photos_left_out = { $count ->
    [one] { $count } फ़ोटो नहीं ली जाएगी: अभी उसके लिए जगह नहीं है
   *[other] { $count } फ़ोटो नहीं ली जाएँगी: अभी उनके लिए जगह नहीं है
}
import-note-files_left_out = { $count ->
    [one] { $count } संलग्न फ़ाइल नहीं ली जाएगी
   *[other] { $count } संलग्न फ़ाइलें नहीं ली जाएँगी
}
import-note-parts_left_out = { $count ->
    [one] “{ $name }” का { $count } हिस्सा नहीं लिया जाएगा
   *[other] “{ $name }” के { $count } हिस्से नहीं लिए जाएँगे
}
import-note-lines_left_out = { $count ->
    [one] { $count } पंक्ति किसी चीज़ की नहीं है और नहीं ली जाएगी
   *[other] { $count } पंक्तियाँ किसी चीज़ की नहीं हैं और नहीं ली जाएँगी
}
import-note-not_calculated = { $count ->
    [one] { $count } खाना ऐसा सूत्र है जिसका नतीजा फ़ाइल में नहीं है: वह खाली आएगा
   *[other] { $count } खाने ऐसे सूत्र हैं जिनके नतीजे फ़ाइल में नहीं हैं: वे खाली आएँगे
}

## What to look at in the columns

issue-no_entity = बताएँ कि ये पंक्तियाँ किसकी हैं
issue-no_name = किसी कॉलम से “{ $field }” नहीं मिलता
issue-no_key = कोई कॉलम पंक्तियों को अलग नहीं पहचानता: बदली हुई पंक्ति नया रिकॉर्ड बनेगी
issue-twice = दो कॉलम “{ $field }” में जा रहे हैं; आखिरी भरा हुआ मान्य होगा
issue-ambiguous_dates = “{ $column }” में दिन और महीना उलटे हो सकते हैं
issue-ambiguous_numbers = “{ $column }” में साफ़ नहीं कि दशमलव बिंदु है या अल्पविराम

## Doubts about rows

doubt-typo = “{ $value }” में शायद वर्तनी की गलती है
doubt-unknown_reference = “{ $value }” नाम से कुछ नहीं मिला ({ $entity })
doubt-several_matches = “{ $value }” नाम के { $count } रिकॉर्ड हैं; कोई नहीं जोड़ा गया
doubt-may_not_create = आप ये नहीं बना सकते ({ $entity })
doubt-may_not_write = आप यह रिकॉर्ड नहीं बदल सकते
doubt-missing_required = “{ $field }” भरा होना चाहिए
doubt-missing = “{ $field }” आम तौर पर भरा होता है, यहाँ खाली है
doubt-unreadable = “{ $value }”: { $flaw }
doubt-ambiguous_date = “{ $value }”: दिन और महीना उलटे हो सकते हैं
doubt-taken = “{ $value }” पहले से किसी दूसरे रिकॉर्ड में है
doubt-too_few_cells = पंक्ति में कॉलम से कम खाने हैं
doubt-too_many_cells = पंक्ति में कॉलम से ज़्यादा खाने हैं
doubt-after_unclosed_quote = यह ऐसे उद्धरण चिह्न के बाद है जो बंद नहीं होता
doubt-cell_too_long = एक खाना इंपोर्ट के लिए बहुत लंबा है
doubt-repeats = यह दोहराता है; सिर्फ़ पहली बार लिया जाएगा
doubt-unknown_zone = समय क्षेत्र “{ $value }” ज्ञात नहीं है; समय आपके क्षेत्र का माना गया
doubt-no_end = फ़ाइल में इसका अंत नहीं है
doubt-unreadable_lines = इसमें ऐसी पंक्तियाँ हैं जो कुछ ज्ञात नहीं कहतीं; वे पाठ में रखी गई हैं
doubt-same_row = बिल्कुल पंक्ति { $line } जैसी
doubt-same_key = कुंजी या नाम पंक्ति { $line } जैसा, बाकी अलग
doubt-deleted = यह रिकॉर्ड यहाँ हटाया जा चुका है

## What to do about a doubt

decide-value = “{ $value }” लें
decide-record = “{ $name }” से जोड़ें
decide-other_order = दिन और महीना बदलें
decide-bring_in = पंक्तियाँ शामिल करें
decide-keep = जैसा है वैसा रखें
decide-create = बनाएँ
decide-link = किसी और से जोड़ें
decide-skip = ये पंक्तियाँ छोड़ दें
