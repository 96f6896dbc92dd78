import { languageOf } from '#care/language.ts'
import type { Me } from '#contract/team.ts'
import { locale, spokenLanguage } from '#web/text/t.ts'

/** What can be chosen; an engine that does not know one of them says so. */
export const languages: readonly string[] =
  'ar bg cs da de el en es et fi fr he hi hu id it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sr sv tr uk vi zh'.split(
    ' ',
  )

const bare = (tag: string): string => tag.toLowerCase().split('-')[0]!

/** As the reader calls it. */
export const nameOf = (tag: string): string =>
  new Intl.DisplayNames(locale(), { type: 'language' }).of(tag) ?? tag

export const byName = (): string[] => languages.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))

/** Whether somebody reads it; what is too short to tell is taken as read, and what has other letters as not. */
export const reads = ({ preferences }: Me, language: string | null): boolean =>
  language === null ||
  (language !== 'other' &&
    [spokenLanguage(), ...preferences.reads].some((one) => bare(one) === bare(language)))

/** What somebody is written to in: what their card says, where that is a tag, else what they write. */
export function spokenBy(card: string | null, words: string): string | null {
  const tag = card?.trim().replaceAll('_', '-') ?? ''
  if (/^[a-z]{2,3}(-[a-z]{2})?$/i.test(tag)) {
    const known = languages.find((one) => one.toLowerCase() === tag.toLowerCase()) ?? bare(tag)
    if (languages.includes(known)) return known
  }
  const told = languageOf(words)
  return told === 'other' ? null : told
}

/** What a text is written in, as far as it can be told. */
export const writtenIn = (text: string): string => {
  const told = languageOf(text)
  return told && told !== 'other' ? told : spokenLanguage()
}

export const isSame = (one: string, other: string): boolean => bare(one) === bare(other)
