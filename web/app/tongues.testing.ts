import { readFileSync } from 'node:fs'
import { checks } from '#care/checks.ts'
import inGerman from '#web/care/checks.de.json' with { type: 'json' }
import de from '#web/text/de.json' with { type: 'json' }
import en from '#web/text/en.json' with { type: 'json' }
import type { WebLanguage } from '#web/text/language.ts'
import { mirrored } from '#web/text/pseudo.ts'

/** What a walk needs to know of a language: the words on a button, and a whole title. */
export interface Tongue {
  say(key: keyof typeof en): string
  /** Keys of the catalogue; `guide:` and `check:` name what has a title of its own. */
  titled(parts: readonly string[], company: string): string
}

const catalogues: Record<WebLanguage, Record<string, string>> = { en, de, rtl: mirrored(en) }

const headingOf = (name: string, language: WebLanguage): string => {
  const file = (folder: string) => new URL(`../../docs/guides/${folder}${name}.md`, import.meta.url)
  const read = (folder: string) => /^# (.+)$/m.exec(readFileSync(file(folder), 'utf8'))![1]!
  if (language !== 'de') return read('')
  try {
    return read('de/')
  } catch {
    return read('')
  }
}

export function tongueOf(language: WebLanguage): Tongue {
  const texts = catalogues[language]
  const titleOf = (part: string): string => {
    const [kind, name] = part.split(':')
    if (kind === 'guide') return headingOf(name!, language)
    const check = kind === 'check' && checks.find((one) => one.id === name)
    if (!check) return texts[part]!
    return language === 'de' ? (inGerman as Record<string, string[]>)[check.id]![0]! : check.title
  }
  return {
    say: (key) => texts[key]!,
    titled: (parts, company) => [...parts.map(titleOf), company].join(' – '),
  }
}

export const english = tongueOf('en')
