import type { z } from 'zod'
import { checks } from '#care/checks.ts'
import type {
  CheckRule,
  guideInForce as guideInForceShape,
  guide as guideShape,
  guideVoice as guideVoiceShape,
  guideWord as guideWordShape,
  Voice,
} from '#contract/guide.ts'
import { type Actor, sees } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { GuideRuleRow, GuideVoiceRow, GuideWordRow } from './tables.ts'

type Guide = z.input<typeof guideShape>
type GuideVoice = z.input<typeof guideVoiceShape>
type GuideWord = z.input<typeof guideWordShape>
type GuideInForce = z.input<typeof guideInForceShape>

export const silentVoice: Voice = { address: '', tone: '', signOff: '', dos: [], donts: [], notes: '' }

/** What the whole house decided, and the inboxes this person sees. */
export async function readGuide(db: Db | Trx, by: Actor): Promise<Guide> {
  const { rules, voices, words } = await rowsFor(db, (inboxId) => inboxId === null || sees(by, inboxId))
  return {
    checks: checks.map(({ id, family, severity, title, why, source, switchable, mayBlock }) => ({
      id,
      family,
      severity,
      title,
      why,
      source,
      switchable,
      mayStop: mayBlock,
    })),
    rules: rules.map((row) => ({ check: row.checkId, rule: row.rule, ...standing(row) })),
    voices: voices.map(voiceShape),
    words: words.map(wordShape),
  }
}

/** What the reader obeys in an inbox: the house's guide, and what the inbox adds. */
export async function guideInForce(db: Db | Trx, by: Actor, inboxId: string): Promise<GuideInForce> {
  if (!sees(by, inboxId)) throw notFound()
  return inForce(await rowsFor(db, (one) => one === null || one === inboxId))
}

/** What holds everywhere, where no inbox is known. */
export const guideOfTheHouse = async (db: Db | Trx): Promise<GuideInForce> =>
  inForce(await rowsFor(db, (one) => one === null))

/** Nobody has decided anything yet. */
export const isUnwritten = ({ checksOff, stops, words, voice }: GuideInForce): boolean =>
  [checksOff, stops, ...Object.values(words), ...Object.values(voice)].every((part) => part.length === 0)

interface Rows {
  rules: GuideRuleRow[]
  voices: GuideVoiceRow[]
  words: GuideWordRow[]
}

async function rowsFor(db: Db | Trx, isHere: (inboxId: string | null) => boolean): Promise<Rows> {
  const [rules, voices, words] = await Promise.all([
    db.selectFrom('guideRules').selectAll().orderBy('checkId').execute(),
    db.selectFrom('guideVoices').selectAll().execute(),
    db.selectFrom('guideWords').selectAll().orderBy('word').orderBy('id').execute(),
  ])
  const here = (row: { inboxId: string | null }) => isHere(row.inboxId)
  return { rules: rules.filter(here), voices: voices.filter(here), words: words.filter(here) }
}

/** One guide out of two: what an inbox says itself counts before what the house says; lists add up. */
export function inForce({ rules, voices, words }: Rows): GuideInForce {
  const house = voices.find((row) => row.inboxId === null)?.voice ?? silentVoice
  const own = voices.find((row) => row.inboxId !== null)?.voice ?? silentVoice
  const houseFirst = (a: { inboxId: string | null }, b: { inboxId: string | null }) =>
    Number(a.inboxId !== null) - Number(b.inboxId !== null)
  const ruled = new Map(rules.toSorted(houseFirst).map((row) => [row.checkId, row.rule]))
  const checksThat = (rule: CheckRule) => [...ruled].filter(([, one]) => one === rule).map(([id]) => id)
  const closest = new Map<string, GuideWordRow>()
  // A word can be inside language in the house and everyday language in one inbox.
  for (const row of words.toSorted(houseFirst))
    if (row.kind !== 'opener') closest.set(row.word.toLowerCase(), row)
  const said = [...closest.values()]
  return {
    checksOff: checksThat('off'),
    stops: checksThat('stops'),
    words: {
      jargon: said.filter((row) => row.kind === 'inside' && row.plain === null).map((row) => row.word),
      known: said.filter((row) => row.kind === 'known').map((row) => row.word),
      openers: [...new Set(words.filter((row) => row.kind === 'opener').map((row) => row.word))],
      preferred: said.flatMap((row) =>
        row.kind === 'inside' && row.plain !== null ? [{ not: row.word, say: row.plain }] : [],
      ),
    },
    voice: {
      address: own.address || house.address,
      tone: own.tone || house.tone,
      signOff: own.signOff || house.signOff,
      dos: [...house.dos, ...own.dos],
      donts: [...house.donts, ...own.donts],
      notes: [house.notes, own.notes].filter(Boolean).join('\n\n'),
    },
  }
}

const standing = (row: { inboxId: string | null; at: Date; byId: string | null }) => ({
  inboxId: row.inboxId,
  at: row.at.toISOString(),
  byId: row.byId,
})

export const voiceShape = (row: GuideVoiceRow): GuideVoice => ({ ...row.voice, ...standing(row) })

export const wordShape = (row: GuideWordRow): GuideWord => ({
  id: row.id,
  kind: row.kind,
  word: row.word,
  plain: row.plain,
  ...standing(row),
})
