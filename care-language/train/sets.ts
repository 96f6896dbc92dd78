import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBare } from '../heads/heads.ts'

export interface Labelled {
  text: string
  label: 0 | 1
  set: string
  /** Kept out of training: an eighth, chosen by the line's place. */
  dev: boolean
}

interface Line {
  text: string
  labels: string[]
  intents: string[]
  general: string
  act: string
  request: 0 | 1
  domain: string
  label: 0 | 1 | null
}

const unhappy = new Set(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(
    ' ',
  ),
)

/** The data whose licences let weights be shipped, and under which. */
export const licences = {
  goemotions: 'GoEmotions (Demszky et al. 2020), CC BY 4.0',
  multidogo_intents: 'MultiDoGO (Peskov et al. 2019), CDLA-Permissive-1.0',
  mrda_acts: 'ICSI MRDA dialogue acts (Shriberg et al. 2004), CC BY 4.0',
  parakweet_intent: 'Parakweet Email Intent Data Set, Apache-2.0',
  politeness: 'Stanford Politeness Corpus (Danescu-Niculescu-Mizil et al. 2013), CC BY 4.0 through ConvoKit',
} as const

export type SetName = keyof typeof licences

/** What each head learns from. */
export function headSets(folder: string): Record<string, Labelled[]> {
  const read = (
    name: SetName,
    isYes: (line: Line) => boolean,
    rewrite = (text: string) => text,
  ): Labelled[] =>
    readLines(folder, name).flatMap((line, at) =>
      line.label === null
        ? []
        : [{ text: rewrite(line.text), label: isYes(line) ? 1 : 0, set: name, dev: isDev(at) }],
    )
  const feels = (wanted: (label: string) => boolean) => read('goemotions', (line) => line.labels.some(wanted))
  const says = (intent: string) => read('multidogo_intents', (line) => line.intents.includes(intent))
  const asks = (line: Line) => line.general.startsWith('q')
  return {
    thanks: [
      ...feels((label) => label === 'gratitude'),
      ...says('thankyou'),
      ...read('mrda_acts', (line) => line.act === 'ft'),
    ],
    praise: feels((label) => label === 'admiration'),
    negative: feels((label) => unhappy.has(label)),
    anger: feels((label) => label === 'anger' || label === 'annoyance'),
    request: read('parakweet_intent', (line) => line.request === 1),
    question: [...read('mrda_acts', asks), ...read('mrda_acts', asks, withoutStops)],
    polite: read('politeness', (line) => line.label === 1),
    greeting: says('openinggreeting'),
    closing: says('closinggreeting'),
  }
}

/** One model to be learnt, and the head it serves; null for one that tells places apart. */
export interface ColumnSet {
  head: string | null
  name: string
  by: 'itself' | 'stops' | { place: string }
  examples: readonly Labelled[]
}

/** What each column learns from: a head whose labels mean another thing in another place gets one for each. */
export function columnSets(sets: Record<string, Labelled[]>, folder: string): ColumnSet[] {
  const thanks = (name: SetName) => sets.thanks!.filter((one) => one.set === name)
  const question = sets.question!
  const encyclopaedists = new Set(
    readLines<Line>(folder, 'politeness').flatMap((line) => (line.domain === 'wikipedia' ? [line.text] : [])),
  )
  const isEncyclopaedic = (one: Labelled) => encyclopaedists.has(one.text)
  const apart = (examples: readonly Labelled[], isThere: (one: Labelled) => boolean): Labelled[] =>
    examples.map((one) => ({ ...one, label: isThere(one) ? 1 : 0 }))
  const forum = thanks('goemotions')
  const chat = thanks('multidogo_intents')
  const polite = sets.polite!
  const own: Record<string, ColumnSet[]> = {
    thanks: [
      { head: 'thanks', name: 'thanks', by: { place: 'chat' }, examples: forum },
      { head: 'thanks', name: 'thanks in a chat', by: { place: 'chat' }, examples: chat },
    ],
    question: [
      {
        head: 'question',
        name: 'question',
        by: 'stops',
        examples: question.filter((one) => !isBare(one.text)),
      },
      {
        head: 'question',
        name: 'question, bare',
        by: 'stops',
        examples: question.filter((one) => isBare(one.text)),
      },
    ],
    // The one place gains from the other's examples; not the other way round.
    polite: [
      { head: 'polite', name: 'polite', by: { place: 'encyclopaedia' }, examples: polite },
      {
        head: 'polite',
        name: 'polite among encyclopaedists',
        by: { place: 'encyclopaedia' },
        examples: polite.filter(isEncyclopaedic),
      },
    ],
  }
  return [
    ...Object.keys(sets).flatMap(
      (head): ColumnSet[] => own[head] ?? [{ head, name: head, by: 'itself', examples: sets[head]! }],
    ),
    {
      head: null,
      name: 'chat',
      by: 'itself',
      examples: apart([...forum, ...chat], (one) => one.set === 'multidogo_intents'),
    },
    { head: null, name: 'encyclopaedia', by: 'itself', examples: apart(polite, isEncyclopaedic) },
  ]
}

/** Half of the people who write in chats leave the question mark out. */
export const withoutStops = (text: string): string =>
  text
    .replace(/[?.,!;:]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const cache = new Map<string, Line[]>()
export function readLines<Shape = Line>(folder: string, name: string): Shape[] {
  const known = cache.get(folder + name)
  if (known) return known as Shape[]
  const lines = readFileSync(join(folder, name, 'public.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  cache.set(folder + name, lines)
  return lines as Shape[]
}

export function isDev(at: number): boolean {
  let hash = 0x811c9dc5
  for (const digit of `row${at}`) hash = Math.imul(hash ^ digit.charCodeAt(0), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % 8 === 0
}
