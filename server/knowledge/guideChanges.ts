import type { z } from 'zod'
import { checkOf } from '#care/checks.ts'
import type {
  CheckRule,
  guideVoice as guideVoiceShape,
  guideWord as guideWordShape,
  Voice,
  WordKind,
} from '#contract/guide.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { voiceShape, wordShape } from './guide.ts'
import './tables.ts'

type GuideVoice = z.input<typeof guideVoiceShape>
type GuideWord = z.input<typeof guideWordShape>

/** Where an entry holds: in one inbox, or in the whole house. */
type Place = string | null

/** More words of one kind than a team knows by heart are a dictionary, not a guide. */
const mostWords = 400

function mayChange(by: Actor, inboxId: Place): void {
  requireRole(by, 'lead')
  if (inboxId !== null && !sees(by, inboxId)) throw notFound(say('knowledge.guide.inbox'))
}

/** Every screen that reads by the guide looks again; the audit says who changed what. */
async function tell(
  trx: Trx,
  by: Actor,
  action: string,
  subject: { kind: string; id: string },
  inboxId: Place,
  detail: Record<string, string> = {},
): Promise<void> {
  await recordEvent(trx, by, 'guide.changed', { inboxId }, {})
  await audit(trx, by, action, { ...subject, inboxId }, detail)
}

/** What this team wants to hear of a check. The same rule twice is one. */
export async function ruleCheck(
  db: Db,
  by: Actor,
  checkId: string,
  { rule, inboxId }: { rule: CheckRule | null; inboxId: Place },
): Promise<void> {
  mayChange(by, inboxId)
  const check = checkOf(checkId)
  if (!check) throw notFound(say('knowledge.guide.check'))
  const { title } = check
  if (!check.switchable) throw invalid('/rule', say('knowledge.guide.always', { title }))
  if (rule === 'stops' && !check.mayBlock) throw invalid('/rule', say('knowledge.guide.never', { title }))
  // In the house, on is what no rule says.
  const kept = inboxId === null && rule === 'on' ? null : rule
  await transaction(db, async (trx) => {
    const present = await trx
      .selectFrom('guideRules')
      .select('rule')
      .where('checkId', '=', checkId)
      .where('inboxId', 'is not distinct from', inboxId)
      .forUpdate()
      .executeTakeFirst()
    if ((present?.rule ?? null) === kept) return
    if (kept === null)
      await trx
        .deleteFrom('guideRules')
        .where('checkId', '=', checkId)
        .where('inboxId', 'is not distinct from', inboxId)
        .execute()
    else {
      const values = { rule: kept, at: sqlNow, byId: teammateId(by), demo: false }
      await trx
        .insertInto('guideRules')
        .values({ checkId, inboxId, ...values })
        .onConflict((c) => c.columns(['inboxId', 'checkId']).doUpdateSet(values))
        .execute()
    }
    const subject = { kind: 'check', id: checkId }
    await tell(trx, by, 'check.ruled', subject, inboxId, { rule: kept ?? 'as-the-house' })
  })
}

/** Rewrites a voice guide. What a colleague has written since is not overwritten: it comes back with the refusal. */
export async function rewriteVoice(
  db: Db | Trx,
  by: Actor,
  change: Voice & { inboxId: Place; changedSince?: string | null | undefined; demo?: boolean },
): Promise<GuideVoice> {
  const { inboxId, changedSince, demo = false, ...voice } = change
  mayChange(by, inboxId)
  return transaction(db, async (trx) => {
    const present = await trx
      .selectFrom('guideVoices')
      .selectAll()
      .where('inboxId', 'is not distinct from', inboxId)
      .forUpdate()
      .executeTakeFirst()
    if (present && changedSince !== undefined && Date.parse(changedSince ?? '') !== present.at.getTime())
      throw conflict('newer-guide', say('knowledge.guide.newer'), { newer: voiceShape(present) })
    const values = { voice: JSON.stringify(voice), at: sqlNow, byId: teammateId(by), demo }
    const row = await trx
      .insertInto('guideVoices')
      .values({ inboxId, ...values })
      .onConflict((c) => c.column('inboxId').doUpdateSet(values))
      .returningAll()
      .executeTakeFirstOrThrow()
    await tell(trx, by, 'voice.rewritten', { kind: 'voice', id: inboxId ?? 'house' }, inboxId)
    return voiceShape(row)
  })
}

/** Adds own words, as many as are pasted. What is there already stays as it is. */
export async function addWords(
  db: Db | Trx,
  by: Actor,
  list: {
    inboxId: Place
    kind: WordKind
    words: readonly { word: string; plain?: string | null | undefined }[]
    demo?: boolean
  },
): Promise<{ items: GuideWord[]; already: number }> {
  const { inboxId, kind, demo = false } = list
  mayChange(by, inboxId)
  const words = list.words.map(({ word, plain }, at) =>
    demandWord({ kind, word: oneLine(word), plain: plain ? oneLine(plain) : null }, `/words/${at}`),
  )
  return transaction(db, async (trx) => {
    const there = await wordsOf(trx, inboxId)
    for (const [at, { word }] of words.entries()) demandNoOther(there, kind, word, `/words/${at}/word`)
    const rows = await trx
      .insertInto('guideWords')
      .values(words.map((one) => ({ ...one, id: newId('word'), inboxId, kind, byId: teammateId(by), demo })))
      .onConflict((c) => c.doNothing())
      .returningAll()
      .execute()
    if (there.filter((row) => row.kind === kind).length + rows.length > mostWords)
      throw invalid('/words', say('knowledge.guide.many', { most: mostWords }))
    if (rows.length > 0) await tell(trx, by, 'words.added', { kind: 'words', id: kind }, inboxId)
    return { items: rows.map(wordShape), already: words.length - rows.length }
  })
}

export async function changeWord(
  db: Db,
  by: Actor,
  id: string,
  change: { word?: string | undefined; plain?: string | null | undefined },
): Promise<GuideWord> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const present = await wordById(trx, by, id)
    const word = demandWord(
      {
        kind: present.kind,
        word: change.word === undefined ? present.word : oneLine(change.word),
        plain: change.plain === undefined ? present.plain : change.plain && oneLine(change.plain),
      },
      '',
    )
    const others = (await wordsOf(trx, present.inboxId)).filter((row) => row.id !== id)
    demandNoOther(others, present.kind, word.word, '/word')
    if (others.some((row) => row.kind === present.kind && same(row.word, word.word)))
      throw conflict('word-there', say('knowledge.guide.there', { word: word.word }))
    const row = await trx
      .updateTable('guideWords')
      .set({ ...word, at: sqlNow, byId: teammateId(by), demo: false })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await tell(trx, by, 'word.changed', { kind: 'word', id }, present.inboxId)
    return wordShape(row)
  })
}

export async function removeWord(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const { inboxId } = await wordById(trx, by, id)
    await trx.deleteFrom('guideWords').where('id', '=', id).execute()
    await tell(trx, by, 'word.removed', { kind: 'word', id }, inboxId)
  })
}

const wordsOf = (trx: Trx, inboxId: Place) =>
  trx.selectFrom('guideWords').selectAll().where('inboxId', 'is not distinct from', inboxId).execute()

async function wordById(trx: Trx, by: Actor, id: string) {
  const row = await trx
    .selectFrom('guideWords')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (row.inboxId !== null && !sees(by, row.inboxId))) throw notFound(say('knowledge.guide.word'))
  return row
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** A word has letters or digits, and what to say instead is another one. */
function demandWord(
  one: { kind: WordKind; word: string; plain: string | null },
  at: string,
): { word: string; plain: string | null } {
  const { kind, word, plain } = one
  if (!/[\p{L}\p{N}]/u.test(word)) throw invalid(`${at}/word`, say('knowledge.guide.noLetters'))
  if (plain !== null && kind !== 'inside') throw invalid(`${at}/plain`, say('knowledge.guide.noPlain'))
  if (plain !== null && same(plain, word))
    throw invalid(`${at}/plain`, say('knowledge.guide.samePlain', { word }))
  return { word, plain }
}

/** In one place a word is either inside language or known, not both. */
function demandNoOther(
  there: readonly { kind: WordKind; word: string }[],
  kind: WordKind,
  word: string,
  pointer: string,
): void {
  if (kind === 'opener') return
  const other = there.find((row) => row.kind !== 'opener' && row.kind !== kind && same(row.word, word))
  if (other) throw invalid(pointer, say(`knowledge.guide.is.${other.kind}`, { word }))
}
