import { mensNames, womensNames } from '../words/names.ts'
import type { Layout } from './layout.ts'

export type NameUse = 'ok' | 'missing' | 'wrong' | 'placeholder'

export const placeholder =
  /\{\{[^}\n]{0,60}\}\}|\{(?:\w+[ _.]?){1,3}\}|\[(?:(?:first|last|full|customer|client|guest|your|their|insert|recipient|enter|sur)[ _-]?)*(?:name|vorname|nachname)\]|\[[A-Z][A-Za-z_ ]{1,30}\]|<[A-Z_ ]{3,30}>|<(?:first|last)?[ _]?name>|%[A-Z_]{3,20}%|\*\|[A-Z_]+\|\*|\b(?:FNAME|LNAME|FIRSTNAME|LASTNAME|FIRST_NAME|XXX+|YYY+|TBC NAME)\b|(?<=\b(?:hi|hello|dear|hey)\s)(?:undefined|null|NaN|none|n\/a|name|firstname|first name|\[object Object\])\b/i

const generic =
  /^(?:there|all|both|again|everyone|everybody|team|folks|friend|friends|mate|dear|love|sir|madam|ma['’]?am|sirs|sir or madam|sir\/madam|madam\/sir|madam or sir|sir or ma['’]?am|ladies and gentlemen|(?:valued |dear |esteemed |loyal |our )?(?:customer|client|guest|user|member|passenger|patient|patron|resident|tenant|traveller|traveler|subscriber|shopper|buyer|seller|player|reader|student|parent|parents|neighbour|colleague|applicant|cardholder|policyholder|account holder|card holder|homeowner|participant|partner|visitor|holder|owner|driver|rider|family|account owner)(?:\(s\)|s)?|damen und herren|kund(?:e|in|en)|to whom it may concern|whoever|bonjour|good (?:morning|day|afternoon|evening))\b/i

const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|mag|maga|ddr|dkfm|prof(?:essor(?:in)?)?|sir|dame|rev|father|sister|herr|frau|monsieur|madame|mademoiselle|signor|signora|señor|señora|senor|senora|pan|pani|mme|mlle|m|dott|ing|fru|hr|mevrouw|meneer)\.?$/i
/** Titles that go before a family name only; "Dona Emília" and "Dr Helen" are said. */
const plainTitle = /^(?:mr|mrs|ms|herr|frau|monsieur|mme)\.?$/i
const mansTitle = /^(?:mr|sir|herr|monsieur|signor|señor|senor|pan|hr|meneer|father)\.?$/i
const womansTitle =
  /^(?:mrs|ms|miss|madam|frau|madame|mademoiselle|signora|señora|senora|pani|mme|mlle|fru|mevrouw|sister|dame)\.?$/i

/** Lower case, accents dropped, and the letters that are no accents spelled out. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ı/g, 'i')
    .replace(/’/g, "'")

/** Is the customer called by a right name? Names of third persons do not count. */
export function nameUse(
  draft: string,
  { called }: Layout,
  customer: { name: string; preferredName: string | null; message: string },
): NameUse {
  if (placeholder.test(draft)) return 'placeholder'
  const record = partsOf(customer.name)
  const preferred = partsOf(customer.preferredName ?? '')
  const known = preferred.all.length > 0 || record.all.length > 0
  if (called && !generic.test(called) && /^[\p{Lu}\p{Lo}]/u.test(called)) {
    if (!known) return 'ok'
    const verdict = judge(called, record, preferred, customer.message)
    if (verdict !== 'unknown') return verdict
  }
  if (
    called &&
    !generic.test(called) &&
    known &&
    /^\p{Ll}/u.test(called) &&
    judge(called, record, preferred, customer.message) === 'ok'
  )
    return 'ok'
  if (!known) return 'ok'
  const text = fold(draft)
  const forms = [
    ...preferred.all.filter((part) => part.length > 1),
    customer.preferredName ? fold(customer.preferredName) : '',
    record.first,
  ].filter((form) => form.length > 1)
  return forms.some((form) => has(text, form)) ? 'ok' : 'missing'
}

interface Parts {
  title: string
  /** Every title before the name: "Frau Mag." has two. */
  titles: string[]
  first: string
  last: string
  all: string[]
}

function partsOf(name: string): Parts {
  const all = fold(name.replace(/\([^)]*\)|,.*$/g, ' '))
    .split(/\s+/)
    .filter((part) => part.length > 0)
  const title = titles.test(all[0] ?? '') ? (all[0] ?? '') : ''
  const bare = all.filter((part) => !titles.test(part))
  return {
    title,
    titles: all.filter((part) => titles.test(part)),
    first: bare[0] ?? '',
    last: bare.length > 1 ? bare.at(-1)! : title ? (bare[0] ?? '') : '',
    all: bare,
  }
}

function judge(called: string, record: Parts, preferred: Parts, message: string): 'ok' | 'wrong' | 'unknown' {
  const words = fold(called.replace(/[“”"!.,]+$/g, ''))
    .split(/\s+/)
    .map((word) => word.replace(/[.,]$/, ''))
    .filter((word) => word && !/^(?:and|&|und|y|et|again|dear|my|there)$/.test(word))
  const called1 = words.filter((word) => !titles.test(word))
  const title = words.find((word) => titles.test(word)) ?? ''
  const said = called1.join(' ')
  if (refuses(message, called)) return 'wrong'
  const rightForms = new Set([...record.all, ...preferred.all])
  const hyphened = new Set([...rightForms].flatMap((form) => form.split('-')))
  // Two names joined ("Anna and Tom"): both must be ours, or the record holds one of them.
  if (called1.length === 0) return 'unknown'
  if (!called1.every((word) => rightForms.has(word) || hyphened.has(word))) {
    if (called1.some((word) => rightForms.has(word)) && /\b(?:and|&|und|y|et)\b/i.test(called)) return 'ok'
    return 'wrong'
  }
  if (title) {
    const first = preferred.title ? '' : record.first
    const recordTitle = record.title || preferred.title
    const theirs = [...record.titles, ...preferred.titles]
    if (
      clash(
        words.filter((word) => titles.test(word)),
        theirs,
      )
    )
      return 'wrong'
    if (
      !recordTitle &&
      ((mansTitle.test(title) && womensNames.has(first)) || (womansTitle.test(title) && mensNames.has(first)))
    )
      return 'wrong'
    // "Mr Hassan" for Hassan El-Masri: the first name under a title.
    if (
      called1.length === 1 &&
      record.all.length > 1 &&
      called1[0] === record.first &&
      called1[0] !== record.last &&
      (plainTitle.test(title) ? !preferred.title : !preferred.all.includes(called1[0]!))
    )
      return 'wrong'
    return 'ok'
  }
  if (
    preferred.title &&
    called1.length === 1 &&
    called1[0] === record.first &&
    record.all.length > 1 &&
    record.first !== preferred.last
  )
    return 'wrong'
  // The family name alone, or the two the wrong way round.
  if (
    called1.length === 1 &&
    record.all.length > 1 &&
    called1[0] === record.last &&
    !preferred.all.includes(called1[0]!)
  )
    return 'wrong'
  if (
    called1.length === 2 &&
    record.all.length === 2 &&
    called1[0] === record.last &&
    called1[1] === record.first &&
    said !== preferred.all.join(' ')
  )
    return 'wrong'
  return 'ok'
}

/** The other sex, or a doctor without the doctor. */
const clash = (said: readonly string[], theirs: readonly string[]): boolean => {
  const has = (all: readonly string[], one: RegExp) => all.some((title) => one.test(title))
  return (
    (has(said, mansTitle) && has(theirs, womansTitle)) ||
    (has(said, womansTitle) && has(theirs, mansTitle)) ||
    (has(theirs, /^(?:dr|prof)/) && !has(said, /^(?:dr|prof)/))
  )
}

/** "Please don't call me Richard", "it's Dee, not Deirdre". */
function refuses(message: string, called: string): boolean {
  const name = called.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').trim()
  if (!name) return false
  return new RegExp(
    `(?:do(?:n['’]t| not) call me|never call me|hate being called|not|nobody calls me|isn['’]t|is not)\\s+["“']?${name}\\b`,
    'i',
  ).test(message)
}

function has(text: string, form: string): boolean {
  let at = text.indexOf(form)
  while (at >= 0) {
    const before = text[at - 1] ?? ' '
    const after = text[at + form.length] ?? ' '
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
    at = text.indexOf(form, at + 1)
  }
  return false
}
