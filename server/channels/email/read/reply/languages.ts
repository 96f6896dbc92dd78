/**
 * The few words that mail programs write around what they quote, in the languages they come in. Structure decides (a date, an
 * address, a colon, where a line stands); these words only tip the scale, so a missing language costs little.
 */

const words = (list: string) => list.trim().split(/\s*\|\s*/)
const either = (list: string) =>
  words(list)
    .sort((a, b) => b.length - a.length)
    .join('|')

/** "… wrote", wherever a language puts it. */
export const wroteWords = new RegExp(
  `(?:^|[^\\p{L}])(?:${either(
    `wrote|writes|said|schrieb|schreibt|hat geschrieben|geschrieben|a [ée]crit|[ée]crit|escribi[óo]|escribi[óo]:|ha escrit|va escriure|missatge de|
     ha scritto|scritto|escreveu|schreef|geschreven|skrev|har skrevet|skrifaði|kirjoitti|napisał\\(?a?\\)?|napisała|napisana przez|pisze|napsal\\(?a?\\)?|
     napsala|napísal\\(?a?\\)?|napisao(?:/la)?|napisala|je napisao|je napisala|je napisal(?:/-a)?|написал\\(?а?\\)?|написала|пише|пишет|
     написав|написали|писали|писал|писала|напиша|írta|ezt írta|a scris|yazdı|şunu yazdı|escrigué|idatzi du|viết|đã viết|menulis|tulis|kirjutas|rakstīja|
     rašė|έγραψε|έγραψες|napisał/a|scribis|dijo|ha dicho|skrifar|ha escrito|scrisse|het volgende|quoting|zitat von|citando|citeren|cytowanie|citerar|citat från|citat fra`,
  )})(?=$|[^\\p{L}])|写道|寫道|さんは書きました|書きました|のメール|のメッセージ|님이 작성|작성:|작성했습니다|เขียนว่า|כתב|كتب|نوشت|लिखा`,
  'iu',
)

/** "Message" or "mail", as it stands between dashes above an original. */
export const messageWords = new RegExp(
  either(
    `message|messages|nachricht|mail|e-mail|email|mensaje|mensagem|mensahe|missatge|messaggio|bericht|besked|meddelelse|melding|meddelande|
     viesti|wiadomo[śs][ćc]|zpr[áa]va|spr[áa]va|сообщение|сообщения|письмо|повідомлення|лист|üzenet|levél|mesaj|mesajul|ileti|послание|
     съобщение|poruka|poruke|sporočilo|sporočila|порука|μήνυμα|пораката|sõnum|kiri|ziņa|ziņojums|laiškas|žinutė|skilaboð|messaxe|mezua|
     thư|tin nhắn|pesan|surat|ข้อความ|メッセージ|メール|邮件|郵件|信息|메시지|메일|הודעה|رسالة|الرسالة|پیام|संदेश`,
  ),
  'iu',
)

/** What stands before an attribution's date: "On", "Am", "Le", … */
export const onWords = either(
  `on|at|am|le|el|em|il|in data|op|den|på|d\\.|dne|dňa|dnia|w dniu|на|в|от|la|pe|em data de|kuupäeval|vào|pada|tarihinde|στις|dana|dne|data`,
)

export type Label = 'from' | 'sent' | 'to' | 'copy' | 'subject' | 'other'

/** Names of the header lines that mail programs write into a body, by what they mean. */
const labels: Record<Label, string[]> = {
  from: words(
    `from|von|de|de la|da|van|fra|från|frá|od|от|від|кому от|lähettäjä|kimden|gönderen|feladó|expeditor|expéditeur|remitente|remetente|mittente|afzender|
     absender|avsändare|avsender|afsender|nadawca|odesílatel|odosielateľ|отправитель|відправник|από|dari|từ|người gửi|pošiljatelj|šalje|saatja|
     no|nuo|siuntėjas|sūtītājs|发件人|寄件者|寄件人|差出人|送信元|送信者|보낸 사람|보낸사람|발신인|발신|מאת|من|از|จาก|प्रेषक|desde|di|igorlea|nork|remitent|подател|шаље`,
  ),
  sent: words(
    `sent|date|sent at|date sent|gesendet|datum|gesendet am|envoyé|date d'envoi|envoyé le|enviado|enviado el|enviada em|enviado em|fecha|data|inviato|
     data invio|verzonden|sendt|dato|skickat|skickades|lähetetty|päivämäärä|päiväys|wysłano|data wysłania|odesláno|odoslané|отправлено|дата|надіслано|
     дата отправки|küldve|dátum|elküldve|trimis|gönderme tarihi|tarih|gönderildi|ημερομηνία|στάλθηκε|αποστολή|dikirim|tanggal|ngày|đã gửi|poslano|poslato|
     saadetud|kuupäev|nosūtīts|nosūtīta|datums|išsiųsta|发送时间|发送日期|日期|時間|寄件日期|日付|送信日時|날짜|보낸 날짜|보낸날짜|נשלח|תאריך|تاريخ|التاريخ|تاریخ|ส่ง|วันที่|изпратено|senttime|sendedatum|odeslano|sent on|skickat den|wysłane|wysłana|enviada|enviat|enviada el|enviat el|dihantar|ارسال|ارسال شده|
     تم الإرسال|أرسل|أرسلت|تاريخ الإرسال|भेजा गया|испратено|послато|data de envio|data d'enviament|dátum odoslania|datum odeslání|дата відправлення|время`,
  ),
  to: words(
    `to|an|à|a|para|per|aan|naar|til|till|vastaanottaja|do|dla|komu|pro|pre|кому|címzett|către|la|kime|alıcı|destinataire|destinatario|destinatário|
     empfänger|ontvanger|mottagare|modtager|mottaker|adresat|προς|kepada|đến|tới|za|prima|saaja|kam|kam:|gavėjas|收件人|宛先|받는 사람|받는사람|수신인|אל|إلى|به|ถึง|до|nori`,
  ),
  copy: words(
    `cc|bcc|kopie|copie|copia|cópia|kopi|kopia|kopio|dw|do wiadomości|копия|копія|másolatot kap|bilgi|κοιν\\.?|抄送|副本|참조|עותק|نسخة|สำเนา|kopija|cci|bilag|másolat`,
  ),
  subject: words(
    `subject|re|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|тема|tárgy|subiect|konu|θέμα|subjek|perihal|
     sujet|chủ đề|tiêu đề|zadeva|naslov|teema|temats|tēma|tema|efni|主题|主旨|主題|件名|제목|נושא|الموضوع|موضوع|เรื่อง|относно|assumpte|gaia|pavadinimas`,
  ),
  other: words(
    `reply-to|reply to|responder a|répondre à|rispondi a|rispondi|risposta|antwort an|antwoord aan|svar til|svara till|odpowiedz|sender|importance|wichtigkeit|importancia|
     importance|priority|priorität|attachments|anlagen|pièces jointes|archivos adjuntos|datos adjuntos|allegati|bijlagen|vedhæftede filer|bifogade filer|
     załączniki|přílohy|вложения|organization|organisation|mailing list|bilag|vedlegg|liitteet|anexos`,
  ),
}

const meaning = new Map<string, Label>(
  Object.entries(labels).flatMap(([label, names]) => names.map((name) => [name, label as Label])),
)

export const meaningOf = (label: string): Label | null =>
  meaning.get(label.toLowerCase().replace(/\s+/g, ' ').trim()) ?? null
