## Pages the server renders itself

served-noscript = Outrider आपके ग्राहकों की जानकारी आपके डिवाइस पर रखता है और इसके लिए JavaScript चाहिए। कृपया इस साइट के लिए इसकी अनुमति दें।
served-join-title = अपना पासवर्ड चुनें
served-join-welcome = स्वागत है,
served-join-hint = कम से कम दस अक्षर। आप इस ई-मेल पते से साइन इन करेंगे:
served-password = पासवर्ड
served-password-again = वही पासवर्ड फिर से
served-join-button = सहेजें और Outrider खोलें
served-gone = यह लिंक इस्तेमाल हो चुका है या इसकी अवधि समाप्त हो गई है। कृपया अपने वर्कस्पेस के एडमिन से नया लिंक माँगें।
served-short = पासवर्ड में कम से कम दस अक्षर होने चाहिए।
served-long = पासवर्ड बहुत लंबा है।
served-different = दोनों पासवर्ड एक जैसे नहीं हैं।
served-failed = अभी यह नहीं हो सका। कृपया थोड़ी देर में फिर कोशिश करें।
served-to-app = Outrider पर जाएँ
