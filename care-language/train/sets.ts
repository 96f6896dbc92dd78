import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endsOpen } from '../heads/heads.ts'

export interface Labelled {
  text: string
  label: 0 | 1
  set: string
  /** What of the set it is measured with. */
  part: string
  /** Which part of the texts it is dealt to. */
  fold: number
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

/** Into how many parts the texts are dealt for measuring: each is scored by models that learnt from the others. */
export const folds = 4

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
    partOf: (line: Line) => string = () => name,
  ): Labelled[] =>
    readLines(folder, name).flatMap((line, place) =>
      line.label === null
        ? []
        : [
            {
              text: line.text,
              label: isYes(line) ? 1 : 0,
              set: name,
              part: partOf(line),
              fold: foldOf(name, line.text, place),
            },
          ],
    )
  const feels = (wanted: (label: string) => boolean) => read('goemotions', (line) => line.labels.some(wanted))
  const says = (intent: string) => read('multidogo_intents', (line) => line.intents.includes(intent))
  const spoken = read(
    'mrda_acts',
    (line) => line.general.startsWith('q'),
    (line) => (line.text === withoutStops(line.text) ? 'mrda_acts, broken off' : 'mrda_acts, as is'),
  )
  const rewritten = (part: string, rewrite: (text: string) => string) =>
    spoken.flatMap((one) => {
      const text = rewrite(one.text)
      return text === one.text ? [] : [{ ...one, text, part }]
    })
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
    question: [
      ...spoken,
      ...rewritten('mrda_acts, without stops', withoutStops),
      ...rewritten('mrda_acts, without the last stop', withoutLastStop),
    ],
    polite: read(
      'politeness',
      (line) => line.label === 1,
      (line) => `politeness, ${line.domain}`,
    ),
    greeting: says('openinggreeting'),
    closing: says('closinggreeting'),
  }
}

/** One model to be learnt, and the head it serves; null for one that tells places apart. */
export interface ColumnSet {
  head: string | null
  name: string
  by: 'itself' | 'end' | { place: string }
  examples: readonly Labelled[]
  /** Places of its table. */
  places: number
}

const wide = 1 << 16
const middling = 1 << 15
const narrow = 1 << 14

/** What each column learns from: a head whose labels mean another thing in another place gets one for each. */
export function columnSets(sets: Record<string, Labelled[]>): ColumnSet[] {
  const of = (head: string, isWanted: (one: Labelled) => boolean) => sets[head]!.filter(isWanted)
  const forum = of('thanks', (one) => one.set === 'goemotions')
  const chat = of('thanks', (one) => one.set === 'multidogo_intents')
  const polite = sets.polite!
  const isEncyclopaedic = (one: Labelled) => one.part === 'politeness, wikipedia'
  const apart = (examples: readonly Labelled[], isThere: (one: Labelled) => boolean): Labelled[] =>
    examples.map((one) => ({ ...one, label: isThere(one) ? 1 : 0 }))
  const alone = (head: string, places: number): ColumnSet => ({
    head,
    name: head,
    by: 'itself',
    examples: sets[head]!,
    places,
  })
  const byChat = { head: 'thanks', by: { place: 'chat' } }
  const byEnd = { head: 'question', by: 'end' as const }
  const byEncyclopaedia = { head: 'polite', by: { place: 'encyclopaedia' } }
  return [
    { ...byChat, name: 'thanks', examples: forum, places: wide },
    { ...byChat, name: 'thanks in a chat', examples: chat, places: narrow },
    alone('praise', wide),
    alone('negative', wide),
    alone('anger', wide),
    alone('request', middling),
    { ...byEnd, name: 'question', examples: of('question', (one) => !endsOpen(one.text)), places: middling },
    {
      ...byEnd,
      name: 'question, open end',
      examples: of('question', (one) => endsOpen(one.text)),
      places: wide,
    },
    // The one place gains from the other's examples; not the other way round.
    { ...byEncyclopaedia, name: 'polite', examples: polite, places: middling },
    {
      ...byEncyclopaedia,
      name: 'polite among encyclopaedists',
      examples: polite.filter(isEncyclopaedic),
      places: middling,
    },
    alone('greeting', narrow),
    alone('closing', narrow),
    {
      head: null,
      name: 'chat',
      by: 'itself',
      examples: apart([...forum, ...chat], (one) => one.set === 'multidogo_intents'),
      places: narrow,
    },
    {
      head: null,
      name: 'encyclopaedia',
      by: 'itself',
      examples: apart(polite, isEncyclopaedic),
      places: narrow,
    },
  ]
}

/** Half of the people who write in chats leave the question mark out. */
export const withoutStops = (text: string): string =>
  text
    .replace(/[?.,!;:]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The others leave only the last one out. */
export const withoutLastStop = (text: string): string => text.replace(/[?.!…]+["'”’)\s]*$/, '').trim()

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

/**
 * Sets of talk, where people say the same few words again and again, as they will in talk that is held back: dealt by line. In
 * the others the same words are in the same part, whatever their stops.
 */
const talk: ReadonlySet<string> = new Set(['multidogo_intents', 'mrda_acts'])

/** FNV-1a of the words alone, or of a line's place. */
function foldOf(name: SetName, text: string, place: number): number {
  const words = talk.has(name)
    ? `row ${place}`
    : text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % folds
}
