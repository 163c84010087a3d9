/**
 * Words by which a block of a news text is known to be something other than text, in the six languages. Each is matched
 * at the start of a block, lower case, unless the name says otherwise.
 */

/** Links to other texts. */
export const readAlso: readonly string[] = [
  'read also', 'also read', 'read more', 'read next', 'read it also', 'see also', 'related', 'related article', 'related articles', 'related stories', 'related news', 'recommended', 'more on this', 'more on', 'also in this issue', 'other topics of interest', 'don’t miss', "don't miss", 'watch also', 'you may also like', 'most read', 'up next', 'further reading',
  'читайте також', 'читайте ще', 'читайте теж', 'читати також', 'дивіться також', 'див. також', 'до теми', 'більше на тему', 'за темою', 'також читайте',
  'lesen sie auch', 'lesen sie mehr', 'lesen sie hier', 'mehr zum thema', 'siehe auch', 'auch interessant', 'das könnte sie auch interessieren', 'weiterlesen', 'mehr dazu', 'zum thema',
  'lire aussi', 'à lire aussi', 'a lire aussi', 'lisez aussi', 'voir aussi', 'à lire également', 'sur le même sujet', 'pour aller plus loin', 'lire également',
  'czytaj też', 'czytaj także', 'czytaj również', 'czytaj więcej', 'przeczytaj także', 'przeczytaj też', 'przeczytaj również', 'zobacz także', 'zobacz też', 'zobacz również', 'polecamy', 'warto przeczytać', 'więcej na ten temat',
  'leggi anche', 'leggi pure', 'vedi anche', 'leggi di più', 'potrebbe interessarti', 'approfondisci', 'per approfondire', 'guarda anche',
]

/** A caption or picture credit begins so. */
export const captionStarts: readonly string[] = [
  'photo', 'photos', 'picture', 'pictured', 'image', 'file photo', 'file picture', 'photo credit', 'image credit', 'illustration', 'in the photo', 'pictured above', 'video', 'infographic', 'map',
  'фото', 'на фото', 'на світлині', 'світлина', 'ілюстрація', 'відео', 'фото ілюстративне',
  'bild', 'foto', 'fotos', 'im bild', 'auf dem bild', 'archivbild', 'archivfoto', 'symbolbild', 'symbolfoto', 'bildunterschrift', 'grafik',
  'crédit photo', 'crédits photo', 'crédit', 'sur la photo', 'légende', 'photographie', 'photo d’illustration', "photo d'illustration", 'photo d’archives', "photo d'archives",
  'fot.', 'fot', 'zdjęcie', 'zdjęcia', 'na zdjęciu', 'grafika', 'źródło zdjęcia',
  'nella foto', 'in foto', 'nell’immagine', "nell'immagine", 'immagine', 'foto d’archivio', "foto d'archivio", 'didascalia',
]

/** A credit inside or at the end of a short block makes it a caption. */
export const captionCredits = /(?:^|[\s(\[.,/|])(?:photo|photos|image|picture|photograph|фото|світлина|foto|bild|fot\.?|crédit(?:s)? photo|crédit|zdjęcie|immagine|credit|illustration)\s?(?:by\s|:|©|\/)|\((?:ap photo|reuters|afp|getty|archivio|archives?|archiv|архів|archiwum|file photo)\b[^)]*\)\.?$|(?:getty images|ap photo|reuters\/|afp\/|\/reuters|\/afp|\/ap\b|\/getty|picture alliance|epa-efe|shutterstock|via reuters|via ap)/i

/** Boilerplate, at the start of a block. */
export const boilerplateStarts: readonly string[] = [
  'subscribe', 'sign up', 'sign in', 'log in', 'newsletter', 'follow us', 'follow @', 'share this', 'share on', 'share article', 'click here', 'advertisement', 'sponsored', 'all rights reserved', 'copyright', '©', '(c)', 'cookie', 'we use cookies', 'this website uses cookies', 'this site uses cookies', 'privacy policy', 'terms of use', 'press contact', 'media contact', 'media contacts', 'contact for media', 'for media inquiries', 'for media enquiries', 'for more information, contact', 'for further information, contact', 'notes to editors', 'note to editors', 'about the author', 'forward-looking statements', 'this release contains forward-looking', 'this press release contains forward-looking', 'disclaimer', 'reporting by', '(reporting by', 'editing by', 'our standards', 'download the app', 'get the app', 'join us on', 'join our', 'support our', 'donate', 'become a member', 'comments', 'leave a comment', 'tags', 'print this', 'back to top', 'you can track', 'you can follow', 'follow our live', 'register for', 'skip past', 'the views expressed', 'views expressed', 'do you have an opinion', 'opinions expressed', 'listen to this article', 'this article was originally published', 'this article was first published',
  'підпишіться', 'підписуйтесь', 'підписуйтеся', 'передплатіть', 'передплата', 'долучайтесь', 'долучайтеся', 'стежте за', 'слідкуйте за', 'поділитися', 'поділитись', 'реклама', 'усі права', 'всі права', 'ми використовуємо cookie', 'контакти для', 'контакт для', 'якщо ви помітили помилку', 'якщо ви знайшли помилку', 'коментарі', 'теги', 'при цитуванні', 'наш телеграм', 'приєднуйтесь', 'приєднуйтеся', 'підтримайте', 'завантажте',
  'abonnieren', 'jetzt abonnieren', 'melden sie sich', 'hier anmelden', 'folgen sie', 'folge uns', 'teilen', 'artikel teilen', 'anzeige', 'werbung', 'alle rechte', 'pressekontakt', 'kontakt für', 'kontakt', 'rückfragen', 'hinweis', 'wir verwenden cookies', 'diese website verwendet', 'datenschutz', 'impressum', 'kommentare', 'schlagwörter', 'zur startseite', 'newsletter bestellen', 'testen sie', 'jetzt testen', 'unterstützen sie', 'mit material von', 'quelle', 'redaktion',
  'abonnez-vous', 'inscrivez-vous', 's’abonner', "s'abonner", 'suivez-nous', 'partager', 'publicité', 'tous droits', 'contact presse', 'contacts presse', 'service de presse', 'nous utilisons des cookies', 'ce site utilise', 'mentions légales', 'commentaires', 'mots-clés', 'recevez', 'je m’abonne', "je m'abonne", 'téléchargez', 'rejoignez', 'soutenez',
  'zapisz się', 'subskrybuj', 'zaprenumeruj', 'prenumerata', 'obserwuj nas', 'śledź nas', 'udostępnij', 'reklama', 'wszelkie prawa', 'wszystkie prawa', 'kontakt dla', 'kontakt dla mediów', 'biuro prasowe', 'ta strona używa', 'ta strona korzysta', 'używamy plików cookie', 'komentarze', 'tagi', 'dołącz do', 'pobierz', 'wesprzyj', 'bądź na bieżąco', 'materiał chroniony',
  'abbonati', 'abbònati', 'iscriviti', 'seguici', 'condividi', 'pubblicità', 'tutti i diritti', 'riproduzione riservata', '© riproduzione', 'contatti stampa', 'ufficio stampa', 'contatto stampa', 'questo sito utilizza', 'utilizziamo i cookie', 'commenti', 'scarica', 'sostieni', 'ricevi',
]

/** Boilerplate anywhere in a short block. */
export const boilerplateAnywhere = /all rights reserved|\breporting by\b.*\bediting by\b|sign up (?:for|to) (?:our|the|his|her)\b|subscribe to (?:our|the|his|her)\b|forward-looking statements|enable javascript|(?:uses?|accept) (?:of )?cookies|усі права захищен|всі права захищен|alle rechte vorbehalten|tous droits réservés|wszelkie prawa zastrzeżone|tutti i diritti riservati|riproduzione riservata|do newslettera|notre newsletter|nostra newsletter|unseren? newsletter|abbestellen können|unseres dienstes|sign up to|free (?:daily|weekly) newsletter|newsletter promotion|réseaux sociaux|нашу розсилку|telegram-каналі?|телеграм-канал|informations? prospectives?|click here to|cliquez ici|klicken sie hier|натисніть тут|kliknij tutaj|clicca qui/i

/** "About the company", at the end of a release; what follows is boilerplate as well. */
export const aboutStarts = /^(?:about (?!half|a\b|an\b|the same|\d)|notes? to editors|über (?!die\b|den\b|das\b|\d)|à propos d|a propos d|o firmie\b|o spółce\b|про компанію|про «|informazioni su\b|chi è\b|kurzprofil|boilerplate)/i

/** Bylines of a few words. */
export const bylineStarts = /^(?:by|von|par|di|autor(?:ka|zy|in|en)?|автор(?:ка|и)?|text|texte|testo|tekst|written by|reported by|story by|opracował(?:a|o)?|oprac\.?|de notre correspondant\w*|dal nostro inviato)\b\s*:?\s+/i

/** News agencies: words as printed, and the usual English name. */
export const agencies: ReadonlyMap<string, string> = new Map([
  ['ukrinform', 'Ukrinform'], ['укрінформ', 'Ukrinform'], ['укринформ', 'Ukrinform'], ['reuters', 'Reuters'], ['рейтер', 'Reuters'], ['ap', 'Associated Press'], ['associated press', 'Associated Press'], ['afp', 'Agence France-Presse'], ['agence france-presse', 'Agence France-Presse'],
  ['dpa', 'dpa'], ['pap', 'PAP'], ['ansa', 'ANSA'], ['interfax-ukraine', 'Interfax-Ukraine'], ['interfax ukraine', 'Interfax-Ukraine'], ['інтерфакс-україна', 'Interfax-Ukraine'], ['унн', 'UNN'], ['унiан', 'UNIAN'], ['уніан', 'UNIAN'], ['unian', 'UNIAN'], ['bloomberg', 'Bloomberg'], ['tass', 'TASS'], ['тасс', 'TASS'], ['anadolu', 'Anadolu'], ['aa', 'Anadolu'], ['xinhua', 'Xinhua'], ['kyodo', 'Kyodo'], ['efe', 'EFE'], ['belga', 'Belga'], ['apa', 'APA'], ['keystone-sda', 'Keystone-SDA'], ['adnkronos', 'Adnkronos'], ['agi', 'AGI'], ['ntb', 'NTB'], ['tt', 'TT'], ['ritzau', 'Ritzau'], ['stt', 'STT'], ['elta', 'ELTA'], ['bns', 'BNS'], ['leta', 'LETA'], ['err', 'ERR'], ['ctk', 'ČTK'], ['čtk', 'ČTK'], ['agerpres', 'Agerpres'], ['mti', 'MTI'], ['upi', 'UPI'], ['afx', 'AFX'], ['epd', 'epd'], ['kna', 'KNA'], ['sid', 'SID'], ['reuters.com', 'Reuters'], ['armyinform', 'ArmyInform'], ['армія інформ', 'ArmyInform'], ['армияинформ', 'ArmyInform'], ['армія inform', 'ArmyInform'], ['cnn', 'CNN'],
])
