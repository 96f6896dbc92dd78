import { hasNoReturnPath } from '../bounce/bounce.ts'
import { readNotice } from '../bounce/notice.ts'
import { isDaemon } from '../bounce/words.ts'
import type { Letter } from '../decode.ts'
import { isList } from './automatic.ts'

const marks = [
  'x-bluebottle-request',
  'x-spamarrest-noauth',
  'x-boxbe',
  'x-tmda-fingerprint',
  'x-tmda-confirm-done',
  'x-challenge',
  'x-ask-auth',
  'x-captcha-request',
  'x-mailblocks-challenge',
  'x-sa-captcha',
]
const services =
  /@(?:[\w-]+\.)*(?:boxbe|spamarrest|bluebottle|sendio|0spam|mailblocks|choicemail|vanquish|knowspam|spaminterceptor|permitmail|antispam\.uol)\.(?:com|net|org|br|com\.br)$/i

/** What they ask for … */
const asks =
  /(?:click|press|visit|follow|use|open|go to|reply|respond|answer|antworten|klicken|cliquez|haga clic|responda|clicca|klik|kliknij|odpowiedz)\b[\s\S]{0,240}\b(?:confirm|verif|authenticat|authori[sz]|approv|allow|whitelist|white list|safe ?list|guest ?list|deliver|releas|human|legitimate|real person|best[äa]tig|freischalt|confirma|autoriz|valider|conferma|bevestig|potwierd)/i
/** … and why: their user lets in only those who prove themselves. */
const because =
  /(?:protected (?:by|from|against)|unsolicited|junk|spam|first (?:time|message|e-?mail)|not (?:yet )?(?:on|in) (?:my|the|his|her|their|our) (?:\w+ ){0,3}(?:list|address book|contacts)|pending|quarantin|being held|held (?:for|until|pending|in)|waiting (?:list|for)|approved senders?|allowed (?:senders?|list)|sender verification|one[- ]time|challenge|before (?:i|it|your|the) (?:can|message|e-?mail|mail|will)|automatically (?:forwarded|delivered)|in order (?:for|to))/i
const aboutYours =
  /\byour (?:message|e-?mail|mail|letter)\b|\b(?:message|e-?mail|mail) (?:you|that you) sent\b|\bihre (?:nachricht|e-?mail)\b|\bvotre (?:message|courriel|e-?mail)\b|\bsu (?:mensaje|correo)\b|\bsua mensagem\b|twoja wiadomo/i

/** A machine that asks the sender to prove to be a person before it lets the letter through. Automatic, and no bounce: nothing failed yet. */
export function isChallenge(mail: Letter): boolean {
  if (marks.some((name) => mail.header(name) !== undefined) || services.test(mail.from?.email ?? ''))
    return true
  // A delivery report says itself what it is.
  if (
    mail.reports.some(({ type }) => type.includes('delivery-status')) ||
    isDaemon(mail.from) ||
    isList(mail)
  )
    return false
  const text = readNotice(mail.text).said.slice(0, 6000)
  if (!aboutYours.test(text) || !asks.test(text) || !because.test(text)) return false
  return (
    isMachine(mail) ||
    (/^\s*re\s*:|confirm|verif|action required|challenge|whitelist|white list/i.test(mail.subject) &&
      !/^>/m.test(text) &&
      text.length < 4000 &&
      /https?:\/\//.test(text))
  )
}

const isMachine = (mail: Letter): boolean =>
  hasNoReturnPath(mail) ||
  /auto-(?:replied|generated)/i.test(mail.header('auto-submitted') ?? '') ||
  /no-?reply|confirm|challenge|verify/i.test(mail.from?.email ?? '')
