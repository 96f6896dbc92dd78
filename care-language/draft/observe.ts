import type { Observation, Severity } from '../draft.ts'
import { copyChecks } from './checks/copy.ts'
import { feelingChecks } from './checks/feeling.ts'
import { nameChecks } from './checks/name.ts'
import { promiseChecks } from './checks/promise.ts'
import { substanceChecks } from './checks/substance.ts'
import { toneChecks } from './checks/tone.ts'
import { voiceChecks } from './checks/voice.ts'
import type { Seen } from './read.ts'

const rank: Record<Severity, number> = { important: 0, hint: 1, note: 2 }

/** In which order a wise coach would say it: able before in order, in order before honest, and warmth last. */
const order = [
  'name.wrong',
  'questions.unanswered',
  'empathy.only',
  'next.missing',
  'promise.past',
  'promise.clash',
  'promise.broken',
  'ask.again',
  'tone.blame',
  'apology.legal',
  'apology.missing',
  'apology.conditional',
  'apology.passive',
  'empathy.missing',
  'empathy.late',
  'next.no_time',
  'name.missing',
  'issue.not_named',
  'tone.curt',
  'tone.jargon',
  'voice.word',
  'voice.opener',
  'canned.template',
  'offer.alternative',
  'canned.phrase',
  'close.warm',
]

const placeOf = (id: string) => {
  const at = order.indexOf(id)
  return at < 0 ? order.length : at
}

/** Checks that need no grammar of a language, and those whose German forms are closed. */
const languageFree = new Set([
  'name.missing',
  'name.wrong',
  'canned.template',
  'promise.past',
  'promise.clash',
  'ask.again',
  'voice.opener',
  'voice.word',
])
const german = new Set([
  ...languageFree,
  'apology.missing',
  'apology.conditional',
  'apology.legal',
  'apology.passive',
  'questions.unanswered',
  'next.no_time',
])

const speaksIn = (language: string | null, id: string): boolean =>
  language === null || language === 'en' || (language === 'de' ? german : languageFree).has(id)

/** What could be said about a draft, most important first; substance before tone. */
export function observe(seen: Seen): Observation[] {
  return [nameChecks, substanceChecks, promiseChecks, feelingChecks, toneChecks, copyChecks, voiceChecks]
    .flatMap((family) => family(seen))
    .filter((one) => speaksIn(seen.language, one.id))
    .sort((a, b) => rank[a.severity] - rank[b.severity] || placeOf(a.id) - placeOf(b.id) || a.start - b.start)
}
