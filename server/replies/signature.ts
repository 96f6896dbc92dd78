import { text as say } from '#server/base/text.ts'

/** How a letter ends, as words and, where it is more than words, as HTML. */
export interface Ending {
  text: string
  html: string | null
}

export interface Signer {
  name: string
  title: string | null
}

export const slots = ['name', 'title', 'company', 'inbox'] as const
type Filling = Record<(typeof slots)[number], string | null>

/** Nobody has set one: a person and their company; for a key of the installation the company alone. */
export function usualEnding(author: Signer | null | undefined, house: string): Ending {
  const text = !author
    ? house
    : author.title
      ? say('replies.signatureTitle', { name: author.name, title: author.title, company: house })
      : say('replies.signature', { name: author.name, company: house })
  return { text, html: null }
}

/** Fills the slots. A line that holds nothing but an empty one goes with it: not everybody has a title. */
export function filled({ text, html }: Ending, values: Filling): Ending {
  const fill = (given: string, written: (value: string) => string) =>
    given.replace(/\{\{(\w+)\}\}/g, (_, slot: keyof Filling) => written(values[slot] ?? ''))
  return {
    text: text
      .split('\n')
      .filter((line) => line.trim() === '' || fill(line, (value) => value).trim() !== '')
      .map((line) => fill(line, (value) => value).trimEnd())
      .join('\n')
      .trim(),
    html: html && fill(html, escapeHtml).replace(/<p>(\s|<br ?\/?>)*<\/p>/g, ''),
  }
}

/** A slot that is none of ours, or not closed: it would be sent as it stands. */
export const wrongSlot = (text: string): string | null =>
  [...text.matchAll(/\{\{[^{}]*\}\}|\{\{|\}\}/g)]
    .map((match) => match[0])
    .find((slot) => !slots.some((one) => slot === `{{${one}}}`)) ?? null

/** Without the line of dashes that mail programs take for the end of the words: what stands below it would be hidden. */
export const withoutDashes = (text: string): string => text.replace(/^\s*--[ \t]*\r?\n/, '').trim()

/** Whoever signs by hand is not signed twice: words that end with the whole of it, line for line, have it already. */
export const endsWith = (body: string, ending: string): boolean => {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
  return ending.trim() !== '' && plain(body).endsWith(plain(ending))
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
