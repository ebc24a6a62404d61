# रिकॉर्ड के प्रकार, फ़ील्ड और विकल्पों के नाम।

## प्रकार: एक, कई, नया, कितने, कोई नहीं

entity-company = कंपनी
entity-company-many = कंपनियाँ
entity-company-new = नई कंपनी
entity-company-none = अभी कोई कंपनी नहीं
entity-company-count = { $count ->
    [one] { $count } कंपनी
   *[other] { $count } कंपनियाँ
}

entity-contact = संपर्क
entity-contact-many = संपर्क
entity-contact-new = नया संपर्क
entity-contact-none = अभी कोई संपर्क नहीं
entity-contact-count = { $count ->
    [one] { $count } संपर्क
   *[other] { $count } संपर्क
}

entity-deal = डील
entity-deal-many = डील
entity-deal-new = नई डील
entity-deal-none = अभी कोई डील नहीं
entity-deal-count = { $count ->
    [one] { $count } डील
   *[other] { $count } डील
}

entity-deal_line = डील का आइटम
entity-deal_line-many = डील के आइटम
entity-deal_line-new = नया आइटम
entity-deal_line-none = अभी कोई आइटम नहीं
entity-deal_line-count = { $count ->
    [one] { $count } आइटम
   *[other] { $count } आइटम
}

entity-activity = गतिविधि
entity-activity-many = गतिविधियाँ
entity-activity-new = नई गतिविधि
entity-activity-none = अभी कोई गतिविधि नहीं
entity-activity-count = { $count ->
    [one] { $count } गतिविधि
   *[other] { $count } गतिविधियाँ
}

entity-task = काम
entity-task-many = काम
entity-task-new = नया काम
entity-task-none = अभी कोई काम नहीं
entity-task-count = { $count ->
    [one] { $count } काम
   *[other] { $count } काम
}

entity-product = प्रॉडक्ट
entity-product-many = प्रॉडक्ट
entity-product-new = नया प्रॉडक्ट
entity-product-none = अभी कोई प्रॉडक्ट नहीं
entity-product-count = { $count ->
    [one] { $count } प्रॉडक्ट
   *[other] { $count } प्रॉडक्ट
}

entity-pipeline = पाइपलाइन
entity-pipeline-many = पाइपलाइन
entity-pipeline-new = नई पाइपलाइन
entity-pipeline-none = अभी कोई पाइपलाइन नहीं
entity-pipeline-count = { $count ->
    [one] { $count } पाइपलाइन
   *[other] { $count } पाइपलाइन
}

entity-stage = चरण
entity-stage-many = चरण
entity-stage-new = नया चरण
entity-stage-none = अभी कोई चरण नहीं
entity-stage-count = { $count ->
    [one] { $count } चरण
   *[other] { $count } चरण
}

entity-tag = टैग
entity-tag-many = टैग
entity-tag-new = नया टैग
entity-tag-none = अभी कोई टैग नहीं
entity-tag-count = { $count ->
    [one] { $count } टैग
   *[other] { $count } टैग
}

entity-view = व्यू
entity-view-many = व्यू
entity-view-new = नया व्यू
entity-view-none = अभी कोई व्यू सहेजा नहीं गया
entity-view-count = { $count ->
    [one] { $count } व्यू
   *[other] { $count } व्यू
}

entity-team = टीम
entity-team-many = टीमें
entity-team-new = नई टीम
entity-team-none = अभी कोई टीम नहीं
entity-team-count = { $count ->
    [one] { $count } टीम
   *[other] { $count } टीमें
}

entity-employee = टीम सदस्य
entity-employee-many = टीम सदस्य
entity-employee-new = नया टीम सदस्य
entity-employee-none = अभी कोई टीम सदस्य नहीं
entity-employee-count = { $count ->
    [one] { $count } टीम सदस्य
   *[other] { $count } टीम सदस्य
}

entity-read_rule = देखने का नियम
entity-read_rule-many = देखने के नियम
entity-read_rule-new = देखने का नया नियम
entity-read_rule-none = सभी लोग सब कुछ देख सकते हैं
entity-read_rule-count = { $count ->
    [one] { $count } नियम
   *[other] { $count } नियम
}

entity-workspace = कार्यक्षेत्र
entity-workspace-many = कार्यक्षेत्र
entity-workspace-new = नया कार्यक्षेत्र
entity-workspace-none = सबके लिए अभी कुछ तय नहीं है
entity-workspace-count = { $count ->
    [one] { $count } कार्यक्षेत्र
   *[other] { $count } कार्यक्षेत्र
}

## फ़ील्ड; `field-<entity>-<field>` पहले, फिर `field-<field>`

field-active = सक्रिय
field-address = पता
field-age = उम्र
field-amount = रकम
field-archived = आर्काइव किया हुआ
field-birthday = जन्मदिन
field-category = श्रेणी
field-closed_on = बंद होने की तारीख
field-code = कोड
field-company = कंपनी
field-competitors = प्रतिस्पर्धी
field-concerns = चिंताएँ
field-contact = संपर्क
field-created_at = बनाने की तारीख
field-created_by = किसने बनाया
field-customer = ग्राहक
field-deal = डील
field-direction = दिशा
field-discount = छूट (%)
field-distinct_from = इससे अलग है
field-done = पूरा हुआ
field-due_on = नियत तारीख
field-email = ईमेल
field-employees = कर्मचारी
field-ends_at = समाप्ति
field-entity = किसके लिए
field-expected_close = बंद होने की संभावित तारीख
field-external_key = स्रोत में कुंजी
field-family_name = उपनाम
field-first = सूची इसी से खुलती है
field-founded = स्थापना वर्ष
field-gender = लिंग
field-given_name = पहला नाम
field-industry = उद्योग
field-job_title = पद
field-keep_deleted_days = हटाए गए रिकॉर्ड कितने दिन रहते हैं
field-kind = प्रकार
field-language = भाषा
field-layout = लेआउट
field-lead = टीम लीड
field-lifecycle = स्थिति
field-lock_days = डिवाइस कितने दिन दूर रह सकता है
field-lost_reason = हारने का कारण
field-manager = मैनेजर
field-merged_into = इसमें मिलाया गया
field-messaging = मैसेजिंग
field-more_emails = अन्य ईमेल
field-more_phones = अन्य फ़ोन
field-name = नाम
field-needs = ज़रूरतें
field-next_step = अगला कदम
field-note = नोट
field-number = नंबर
field-opened_on = शुरू होने की तारीख
field-origin = स्रोत
field-origin_detail = स्रोत का ब्योरा
field-outcome = नतीजा
field-owner = ज़िम्मेदार
field-parent = किसका हिस्सा
field-participants = प्रतिभागी
field-mentions = उल्लेख
field-phone = फ़ोन
field-pipeline = पाइपलाइन
field-place = जगह
field-position = क्रम
field-price = कीमत
field-priority = प्राथमिकता
field-probability = संभावना (%)
field-product = प्रॉडक्ट
field-progress = प्रगति (%)
field-quantity = मात्रा
field-query = फ़िल्टर
field-reach = क्या देख सकते हैं
field-region = क्षेत्र
field-remarks = टिप्पणियाँ
field-remind_at = रिमाइंडर
field-requirements = आवश्यकताएँ
field-revenue = सालाना आय
field-role = भूमिका
field-salutation = संबोधन
field-source_system = कहाँ से इंपोर्ट हुआ
field-stage = चरण
field-starts_at = शुरुआत
field-subject = विषय
field-tags = टैग
field-team = टीम
field-text = नोट्स
field-tint = रंग
field-title = काम
field-website = वेबसाइट

field-company-parent = मूल कंपनी
field-product-text = विवरण
field-product-price = सूची मूल्य
field-stage-outcome = किसमें गिना जाए
field-task-owner = किसे सौंपा गया
field-task-text = विवरण

## विकल्प; `choice-<entity>-<field>-<tag>` पहले, फिर `choice-<field>-<tag>`

choice-direction-in = इनकमिंग
choice-direction-out = आउटगोइंग
choice-gender-diverse = अन्य
choice-gender-female = महिला
choice-gender-male = पुरुष
choice-kind-call = कॉल
choice-kind-email = ईमेल
choice-kind-meeting = मीटिंग
choice-kind-note = नोट
choice-kind-visit = विज़िट
choice-language-de = जर्मन
choice-language-en = अंग्रेज़ी
choice-language-hi = हिन्दी
choice-language-pt-BR = पुर्तगाली (ब्राज़ील)
choice-layout-board = बोर्ड
choice-layout-table = टेबल
choice-lifecycle-customer = ग्राहक
choice-lifecycle-former = पूर्व ग्राहक
choice-lifecycle-lead = लीड
choice-lifecycle-prospect = संभावित ग्राहक
choice-lost_reason-competitor = प्रतिस्पर्धी
choice-lost_reason-no_answer = जवाब नहीं मिला
choice-lost_reason-no_need = ज़रूरत नहीं
choice-lost_reason-other = अन्य
choice-lost_reason-price = कीमत
choice-lost_reason-timing = सही समय नहीं
choice-origin-campaign = ईमेल अभियान
choice-origin-cold_call = कोल्ड कॉल
choice-origin-fair = व्यापार मेला
choice-origin-import = इंपोर्ट
choice-origin-other = अन्य
choice-origin-referral = सिफ़ारिश
choice-origin-social = सोशल मीडिया
choice-origin-website = वेबसाइट
choice-outcome-cancelled = रद्द
choice-outcome-done = हो गई
choice-outcome-left_message = संदेश छोड़ा
choice-outcome-no_answer = फ़ोन नहीं उठाया
choice-outcome-reached = बात हुई
choice-priority-high = उच्च
choice-priority-low = कम
choice-priority-normal = सामान्य
choice-reach-all = सभी के रिकॉर्ड
choice-reach-own = केवल अपने रिकॉर्ड
choice-reach-team = अपनी टीम के रिकॉर्ड
choice-role-admin = एडमिन
choice-role-manager = मैनेजर
choice-role-rep = सेल्स प्रतिनिधि
choice-stage-outcome-lost = हारी
choice-stage-outcome-open = खुली
choice-stage-outcome-won = जीती
