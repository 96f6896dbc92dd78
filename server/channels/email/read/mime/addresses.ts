import type { Person } from '#contract/common.ts'
import { decodeWords } from './words.ts'

const limits = { length: 200_000, people: 2000 }

/**
 * People of an address header: quoted names, comments as names, groups, routes, commas in unquoted names. A name without any
 * address comes back with an empty `email`. Words are decoded after the structure is read, so that an encoded word cannot
 * smuggle in an address beside the real one.
 */
export function readPeople(raw: string): Person[] {
  const found = split(raw.slice(0, limits.length)).slice(0, limits.people)
  if (found.length === 1 && found[0]!.email === '' && /[^\s<]@/.test(found[0]!.name ?? '')) {
    const again = split(found[0]!.name!)
    if (again.some((person) => person.email !== '')) return again
  }
  return found
}

function split(text: string): Person[] {
  const people: Person[] = []
  let name = ''
  let quotedName = false
  let comment = ''
  let angle: string | null = null
  let group: string | null = null
  let pending = ''
  const take = (end: boolean) => {
    const words = decodeWords(name).replace(/\s+/g, ' ').trim()
    if (angle !== null) {
      people.push(person(pending + words || decodeWords(comment).trim(), angle))
      pending = ''
    } else if (!quotedName && /^[^\s@]+@[^\s@]+$/.test(words)) {
      people.push(person(pending.replace(/,\s*$/, '') || decodeWords(comment).trim(), words))
      pending = ''
    } else if (/\s[^\s@]+@[^\s@]+\.[^\s@]+$/.test(` ${words}`) && !quotedName) {
      const cut = words.lastIndexOf(' ')
      people.push(person(words.slice(0, cut), words.slice(cut + 1)))
    } else if (words) {
      if (end) people.push(person(pending + words, ''))
      else pending = `${pending}${words}, `
    } else if (end && pending) people.push(person(pending.replace(/,\s*$/, ''), ''))
    name = ''
    quotedName = false
    comment = ''
    angle = null
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '"') {
      const end = endOfQuote(text, at)
      name += text.slice(at + 1, end).replace(/\\([\s\S])/g, '$1')
      quotedName = true
      at = end
    } else if (char === '(') {
      const end = endOfComment(text, at)
      comment = text.slice(at + 1, end).replace(/\\([\s\S])/g, '$1')
      at = end
    } else if (char === '<' && angle === null) {
      const close = text.indexOf('>', at)
      const end = close < 0 ? text.length : close
      angle = text.slice(at + 1, end)
      at = end
    } else if (char === ',') take(false)
    else if (char === ':' && group === null && angle === null && !/@/.test(name)) {
      group = decodeWords(pending + name).trim()
      pending = ''
      name = ''
      quotedName = false
    } else if (char === ';') {
      const before = people.length
      take(true)
      if (group && people.length === before && people.length === 0 && /^\s*$/.test(text.slice(at + 1)))
        people.push(person(group, ''))
      group = null
    } else name += char
    if (people.length >= limits.people) return people
  }
  take(true)
  return people
}

/** Routes (`@hop:`) and blanks are no part of an address; single quotes around a name are a habit of Outlook. */
function person(name: string, address: string): Person {
  const email = decodeWords(address)
    .replace(/^@[^:]*:/, '')
    .replace(/^mailto:/i, '')
    .replace(/[\s<>]+/g, '')
    .toLowerCase()
  const clean = name
    .trim()
    .replace(/^'(.*)'$/s, '$1')
    .trim()
  return { name: clean || null, email }
}

function endOfQuote(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}

function endOfComment(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}
