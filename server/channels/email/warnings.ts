import { domainToUnicode } from 'node:url'
import type { Person } from '#contract/common.ts'
import { text as say } from '#server/base/text.ts'

export interface Doubts {
  from: Person | null
  /** The domain of the sender says that it did not send this. */
  notProven: boolean
  heldAs: 'stranger' | 'notProven' | null
  cut: boolean
  /** People the sender put in copy who do not belong to the conversation. */
  newInCopy: readonly Person[]
  /** Addresses a look-alike would pretend to be: our own, and those of the people in the conversation. */
  known: readonly string[]
  /** The sender had a letter of ours in blind copy, and is no part of the conversation. */
  readsUnseen: boolean
}

/** What a teammate should know before trusting a letter, in sentences. */
export function warningsOf(doubts: Doubts): string[] {
  const warnings: string[] = []
  const email = doubts.from?.email ?? '?'
  if (doubts.heldAs) warnings.push(say(`email.warning.${doubts.heldAs}`, { email }))
  else if (doubts.notProven) warnings.push(say('email.warning.notProvenOpen', { email }))
  const named = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}/.exec(doubts.from?.name ?? '')?.[0]
  if (named && named.toLowerCase() !== email)
    warnings.push(say('email.warning.nameIsAddress', { name: named, email }))
  const meant = doubts.from && lookAlike(doubts.from.email, doubts.known)
  if (meant) warnings.push(say('email.warning.lookAlike', { email, meant }))
  if (doubts.newInCopy.length)
    warnings.push(
      say('email.warning.newInCopy', { people: doubts.newInCopy.map((person) => person.email).join(', ') }),
    )
  if (doubts.readsUnseen) warnings.push(say('email.warning.readsUnseen', { email }))
  if (doubts.cut) warnings.push(say('email.warning.cut'))
  return warnings
}

/** The known domain that the sender's domain looks like without being it; null for an honest one. */
export function lookAlike(email: string, known: readonly string[]): string | null {
  const domain = domainOf(email)
  const shape = shapeOf(domain)
  return (
    known.map(domainOf).find((other) => other !== '' && other !== domain && shapeOf(other) === shape) ?? null
  )
}

const domainOf = (address: string) =>
  domainToUnicode(address.slice(address.lastIndexOf('@') + 1)).toLowerCase()

/** The letters that eyes confuse, folded into one. */
const shapeOf = (domain: string) =>
  domain
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[а-яёіѕ]/g, (letter) => cyrillic[letter] ?? letter)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[0о]/g, 'o')
    .replace(/[1l|ı]/g, 'i')
    .replaceAll('5', 's')

const cyrillic: Record<string, string> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
}
