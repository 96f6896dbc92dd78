const either = (list: string) =>
  list
    .trim()
    .split(/\s*\|\s*/)
    .join('|')

const sent = either(
  `sent|send|gesendet|gesandt|verschickt|geschickt|envoy[ée]|enviado|enviada|enviat|inviato|inviata|spedito|verzonden|verstuurd|verzonden met|sendt|skickat|skickades|
   lähetetty|wys[łl]ano|wys[łl]ane|odesl[áa]no|odoslan[ée]|отправлено|послано|надіслано|відправлено|elküldve|küldve|küldött|trimis|gönderildi|στάλθηκε|
   dikirim|gửi từ|đã gửi|poslano|poslato|saadetud|nosūtīts|išsiųsta|изпратено|נשלח|أرسل|أُرسلت|مرسل|ส่งจาก|傳送|传送|发送|發送|寄出|送信|보냄|보낸|에서 보냄|geschrieben|written|typed|composed|écrit|escrito`,
)
const device = either(
  `iphon\\p{L}{0,3}|ipad|ipod|ios|android|blackberry|galaxy|samsung|htc|huawei|xiaomi|nokia|oneplus|pixel|windows (?:phone|mail|\\d+)|mobilger[äa]t|mobiltelefon|mobil|mobile|
   handy|smartphone|tablet|phone|cell|t[ée]l[ée]phone|portable|m[óo]vil|celular|telem[óo]vel|cellulare|telefoon|telefon|puhelin|komórk|телефон|telefonum|
   outlook|yahoo|gmail|mailbox|airmail|spark|k-9|thunderbird|mailbird|sparrow|aquamail|fairemail|gmx|web\\.de|icloud|proton ?mail|tutanota|tuta|zoho|bluemail|
   nine|edison|spike|superhuman|missive|front|hey|newton|polymail|acompli|boxer|mymail|mail\\.ru|rambler|yandex|naver|libero|orange|laposte|free|t-online|
   email app|mail app|mail-app|correo|posta|mail|e-mail|device|terminal|appareil|dispositivo|ger[äa]t|apparaat|enhet|laite|urządze\\p{L}*|za[řr][íi]zen[íi]|手机|手機|携帯|устройств\\p{L}*|смартфон\\p{L}*`,
)
const mine = either(
  `my|mon|ma|mein|meinem|meiner|mi|meu|minha|mio|mia|dal mio|mijn|min|mit|mitt|minun|moj\\p{L}*|mého|mojeho|моего|мого|cihazımdan|meu|meva|我的|から|내|από το|van mijn`,
)

const sentFrom = new RegExp(
  `(?:^|[^\\p{L}])(?:${sent})(?=$|[^\\p{L}])|傳送|传送|发送|发自|發自|送信|보냄|ส่งจาก|נשלח|gönderildi`,
  'iu',
)
const named = new RegExp(
  `(?:^|[^\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])(?:${device})(?=$|[^\\p{Script=Latin}]|\\p{Ll}{0,4}(?=$|[^\\p{L}]))|(?:手机|手機|携帯)`,
  'iu',
)
const ofMine = new RegExp(
  `(?:^|[^\\p{L}])(?:from|via|with|by|using|von|depuis|de|desde|do|da|dal|vanaf|fra|från|z|ze|с|з|от)\\s+(?:${mine})(?=$|[^\\p{L}])`,
  'iu',
)
const getIt =
  /^(?:get|holen sie sich|obtenez|obtenir|t[ée]l[ée]charge[rz]|obtener|obtén|obtenha|obter|ottieni|scarica|download|hent|hanki|hämta|skaffa|pobierz|загрузите|скачать|获取|下載|取得)\b.{0,40}\b(?:outlook|mail|blue ?mail|yahoo|app)\b.{0,40}$/iu
/** The same with its verb at the end, and what Windows says in French. */
const getItBehind =
  /^outlook\s.{2,20}\b(?:ios|android)\s+(?:downloaden|herunterladen|beziehen|abrufen|holen|indirin?|letöltése)$|^provenance\s*:\s*courrier pour windows(?: \d+)?$/iu
/** Where the verb has no edge of its own. */
const getItThere =
  /^(?:获取|取得|下载|下載)(?:适用于|適用於)?.{0,30}outlook.{0,20}$|^(?:下载|下載|获取|取得)(?:适用于|適用於).{1,12}(?:的|版) ?outlook$|^.{0,12}outlook.{0,20}(?:を(?:入手|取得|ダウンロード)|받기|다운로드|가져오기)(?:する|하기)?$/iu
const fromDevice = new RegExp(
  `^(?:\\p{L}+\\s+)?(?:from|via)\\s+(?:(?:${mine})\\s+)?(?:${device})(?:\\s+\\S{1,12})?$`,
  'iu',
)

/** An app's own advertisement, in whatever language: its name, the system it is for, a link, and hardly a word besides. */
const advertised =
  /(?:outlook|yahoo|aol|blue ?mail|spark|edison|newton|my ?mail|proton ?mail|gmx|web\.de|canary|spike|zoho|fairemail|airmail)/iu
const system = /(?:^|[^\p{L}])(?:ios|iphone|ipad|android|windows|mac|macos)(?=$|[^\p{L}])/iu
const link = /https?:\/\/\S+/i
const isAdvertisement = (line: string, text: string): boolean =>
  link.test(line) &&
  text.length <= 70 &&
  text.split(' ').length <= 8 &&
  advertised.test(text) &&
  system.test(text)

/** Marks of direction and blanks without width, which phones put around such lines. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** A line that a program or a phone adds by itself: "Sent from my iPhone", in the languages phones speak. */
export function isDeviceLine(line: string): boolean {
  const text = line
    .replace(unseen, '')
    .replace(/\((?:https?:\/\/)[^)]{0,300}\)|<(?:https?:\/\/)[^>]{0,300}>|https?:\/\/\S{1,300}/gi, ' ')
    .replace(/[[\]()<>*_|"«»„“”!.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length === 0 || text.length > 110 || /[?]$/.test(text)) return false
  if (
    getIt.test(text) ||
    getItBehind.test(text) ||
    getItThere.test(text) ||
    fromDevice.test(text) ||
    isAdvertisement(line, text)
  )
    return true
  if (!sentFrom.test(text)) return false
  if (text.split(' ').length > 14) return false
  return ofMine.test(text) || (named.test(text) && standsAtAnEnd(text) && !speaks.test(text))
}

const speaks = /\b(?:i|you|we|ich|sie|wir|je|nous|vous|yo|ik|jeg|jag)\b/i

/** Such a line begins or ends with its verb: "Sent from …", "… gesendet". In a sentence it stands in the middle. */
const standsAtAnEnd = (text: string): boolean => {
  const words = text.split(' ')
  return sentFrom.test(words.slice(0, 2).join(' ')) || sentFrom.test(words.slice(-2).join(' '))
}
