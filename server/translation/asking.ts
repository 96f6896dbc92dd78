import { languageOf } from '#care/language.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { AnswerTooLarge, askOutside, WrongSide } from '#server/base/fetchOutside.ts'
import { text as say } from '#server/base/text.ts'
import { type Engine, engineFor } from './engine.ts'
import { placeOf, protocols, type Told, type Wanted } from './protocols.ts'

/** As much as is handed over at once; more than a long letter, less than what an engine would cut. */
export const longest = 20_000
const largestAnswer = 2 * 2 ** 20

/**
 * One text, translated, or a sentence why not. 424 and not a gateway's number: a proxy in front of us would put a page of its own in
 * the place of what we say. Nothing is tried again by itself: whoever asked decides.
 */
export async function askEngine(
  engine: Engine,
  wanted: Wanted,
  ms = protocols[engine.kind].ms,
): Promise<Told> {
  const { length } = wanted.text
  if (length > longest) throw failed('too-long', say('translation.tooLong', { n: length, most: longest }))
  const { path, headers, body, read } = protocols[engine.kind]
  const { name } = engine
  const answer = await askOutside(placeOf(engine.kind, engine.url), {
    body: JSON.stringify(body(wanted, engine)),
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...headers(engine.key),
    },
    ms,
    maxBytes: largestAnswer,
    inside: engine.inside,
  }).catch((error: Error) => {
    if (error.name === 'TimeoutError') throw failed('slow', say('translation.slow', { name }))
    if (error instanceof WrongSide)
      throw failed('address', say(engine.inside ? 'translation.notInside' : 'translation.notOutside'))
    if (error instanceof AnswerTooLarge) throw failed('odd', say('translation.odd', { name, path }))
    throw failed('away', say('translation.away', { name }))
  })
  const { status } = answer
  if (status === 401 || status === 403) throw failed('refused', say('translation.refused', { name }))
  if (status === 413) throw failed('too-long', say('translation.tooLongFor', { name, n: length }))
  if (status === 402 || status === 429 || status === 456)
    throw failed('quota', say('translation.quota', { name }))
  if (status === 400 || status === 422) throw failed('cannot', say('translation.cannot', { name }))
  if (status >= 500) throw failed('away', say('translation.away', { name }))
  const told = status === 200 ? read(parsed(answer.text) as never) : null
  // The half of a letter may say the opposite of the whole.
  if (told === 'cut') throw failed('too-long', say('translation.tooLongFor', { name, n: length }))
  if (!told) throw failed('odd', say('translation.odd', { name, path }))
  return { ...told, from: told.from ?? wanted.from ?? known(wanted.text) }
}

const failed = (why: string, sentence: string) => new Problem(424, `translation-${why}`, sentence)

/** What we can tell ourselves; only a tag is one. */
const known = (text: string): string | null => {
  const language = languageOf(text)
  return language === 'other' ? null : language
}

const parsed = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** One sentence of ours, there and back: an admin sees what the engine makes of it, and how long it takes. */
export async function tryEngine(
  house: House,
  by: Actor,
): Promise<{ asked: string; text: string; back: string; ms: number }> {
  requireRole(by, 'admin')
  const engine = await engineFor(house, null)
  const asked = say('translation.trial', {}, 'en')
  const began = performance.now()
  const { text } = await askEngine(engine, { text: asked, from: 'en', to: 'de', isHtml: false })
  const back = await askEngine(engine, { text, from: 'de', to: 'en', isHtml: false })
  await audit(house.db, by, 'translation.tried', null)
  return { asked, text, back: back.text, ms: Math.round(performance.now() - began) }
}
