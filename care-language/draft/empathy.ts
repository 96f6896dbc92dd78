import type { Span } from '../sentences.ts'
import type { Doing } from './acts.ts'
import { likenessOf } from './likeness.ts'
import { formula, ourClauses, signs } from './signs.ts'
import { blameIn } from './tone.ts'
import { meaning, ownMeaning, shared } from './words.ts'

export type EmpathyKind = 'none' | 'formula' | 'specific'

/** Learnt from drafts of our own: from here a sentence is one that sees them, whatever the rules say; below, none is. */
const surelyLike = 0.75
const surelyLikeUnhurt = 1.3
const leastLike = -2

/** Joy in the face of a complaint sees nothing, a formula nobody, and "I am sorry, I sent it twice" only our error. */
function mayBeLike(text: string, hurt: boolean): boolean {
  const sign = signs(text)
  return (
    !(hurt && sign.onlyJoy) &&
    blameIn(text) === null &&
    !(sign.formula && /^(?:I|we|sorry)\b/i.test(text)) &&
    (!sign.sorry || (sign.theirs && !sign.ourDeed))
  )
}

export interface Empathy {
  kind: EmpathyKind
  /** Where the acknowledgement begins, formula or specific. */
  first: number | null
  specific: Span[]
}

/**
 * Is what it cost them, or their joy, acknowledged? `specific` is tied to a fact of this case: their words (or figures) in a
 * sentence that says what it is like, or that tells their side back to them before anything is done.
 */
export function empathyIn(doings: readonly Doing[], message: string, hurt: boolean): Empathy {
  const theirs = meaning(message)
  const named = new Set(ownMeaning(message))
  const found: { span: Span; kind: EmpathyKind }[] = []
  const alike = likenessOf(doings, theirs, named, hurt)
  let acted = false
  for (const [at, { span, deed }] of doings.entries()) {
    if (deed === 'stock' || deed === 'vague') {
      if (formula.test(span.text)) found.push({ span, kind: 'formula' })
      continue
    }
    const ruled = kindOf(
      span,
      at,
      deed === 'act' || deed === 'guide' || deed === 'ask',
      acted,
      theirs,
      named,
      hurt,
    )
    const isLike = alike[at]!.like >= (hurt ? surelyLike : surelyLikeUnhurt) && mayBeLike(span.text, hurt)
    const kind = isLike ? 'specific' : ruled
    if (kind !== 'none') found.push({ span, kind })
    if (deed === 'act' || deed === 'guide') acted = true
  }
  // Where no sentence is in the least like one that sees somebody, a rule has taken a fact for a feeling.
  const isAnyLike = alike.some((one) => one.like >= leastLike)
  const kept = found.filter((one) => one.kind === 'formula' || isAnyLike)
  const specific = kept.filter((one) => one.kind === 'specific').map((one) => one.span)
  return {
    kind: specific.length > 0 ? 'specific' : kept.length > 0 ? 'formula' : 'none',
    first: kept[0]?.span.start ?? null,
    specific,
  }
}

function kindOf(
  { text }: Span,
  at: number,
  does: boolean,
  acted: boolean,
  theirs: ReadonlySet<string>,
  named: ReadonlySet<string>,
  hurt: boolean,
): EmpathyKind {
  const sign = signs(text)
  const otherwise: EmpathyKind = sign.formula ? 'formula' : 'none'
  if (sign.condoles) return 'specific'
  if (sign.stock && !/\bfor (?:telling|staying|writing|trying|coming|waiting)\b/i.test(text)) return otherwise
  const counts = (word: string) => named.has(word) || /^\d+$/.test(word)
  const own = shared(meaning(text), theirs).filter(counts)
  const touches = own.length + (sign.bore ? 1 : 0)
  if (/\?\s*$/.test(text) && !sign.weighs && !(sign.picture && own.length > 1)) return otherwise
  if (/\b(?:sorry|apologi[sz]e) if you (?:feel|felt|think)\b/i.test(text)) return 'none'
  if (sign.effect && own.length > 0) return 'specific'
  // "I would have cried as well": whoever feels it with them has seen what it is.
  if (sign.feelsWith && (hurt || own.length > 0)) return 'specific'
  if (sign.formula && own.length < 2) return 'formula'
  // "Your neighbour has seen it because we left a button without a name": what befell them stands before our doing.
  const befell = hurt && at === 0 && /^(.{12,}?),? because (?:of (?:us|me)|we|I|our)\b/i.exec(text)?.[1]
  if (
    befell &&
    /\b(?:you|your|yours)\b/i.test(befell) &&
    (shared(meaning(befell), theirs).some(counts) ||
      /\b(?:alone|others?|other hands|everybody|nobody)\b/i.test(befell))
  )
    return 'specific'
  // "Out in the rain because of us, sorry": what it did to them, and whose doing it is.
  if (sign.sorry && own.length > 0 && /\bbecause of (?:us|me)\b/i.test(text)) return 'specific'
  // What stands beside our own clauses is theirs: "Two walls, and green: I am sorry, I mixed it with the wrong base".
  const pictured = hurt && !acted && at < 3 && sign.picture !== null && (!does || sign.sorry)
  if (pictured && shared(meaning(sign.picture!), theirs).filter(counts).length >= 2) return 'specific'
  // "Standing there at 8 with clients behind you, after I promised a message, was my failure": beside our clauses stands theirs.
  if (hurt && sign.sorry && !does && sign.theirs) {
    const beside = text.replace(ourClauses, ' ')
    if (
      /\b(?:you|your|he|she|they|him|her|them)\b/i.test(beside) &&
      shared(meaning(beside), theirs).filter(counts).length >= 2
    )
      return 'specific'
  }
  // The first sentence is theirs alone: "A man who owes nobody a penny had bailiffs on his doorstep".
  const mostlyTheirs =
    own.length >= 3 ||
    (own.length === 2 &&
      own.length >= meaning(text).size * 0.5 &&
      !/\b(?:cannot|can['’]t|must|not possible)\b/i.test(text))
  if (hurt && at === 0 && !does && mostlyTheirs && sign.theirsAlone && !sign.onlyJoy) return 'specific'
  if (hurt && sign.sorry && sign.theirs && !sign.ourDeed && !does && own.length >= 3) return 'specific'
  if (hurt && !acted && sign.bore && sign.sorry && own.length > 0) return 'specific'
  if (sign.pities && own.length > 0) return 'specific'
  // "Sorry we sent the wrong lamp" names our error; what it did to them must stand in the sentence too.
  if (sign.sorry && !sign.bore && !sign.weighs && (own.length < 2 || sign.ourDeed)) return otherwise
  if (hurt && sign.onlyJoy) return otherwise
  if (sign.congratulates && at < 2) return 'specific'
  const glad = !hurt && sign.joy && own.some((word) => !/^\d+$/.test(word))
  if (glad && at < 2 && !does) return 'specific'
  const strong = (sign.somebody || sign.scene) && (sign.weighs || glad)
  // "The mirror wants to be left alone": one word of theirs beside one of ours is no feeling where nothing hurts.
  const felt = hurt || glad || sign.wishes || own.length >= 2
  if (strong && felt && touches >= 1 && (!does || hurt || sign.wishes || at === 0))
    return does && own.length < 2 && !sign.bore ? otherwise : 'specific'
  if (sign.wishes && own.length >= 1) return 'specific'
  // Their story told back, before anything is done: "Two flights of stairs with a pram and no lamp: …".
  const early = hurt && !acted && !does && at < 2 && !sign.opensFlat
  if (early && own.length >= 2 && (sign.scene || (sign.sorry && sign.theirs))) return 'specific'
  if (early && sign.bore && own.length >= 1) return 'specific'
  return otherwise
}
