import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import type { Doing } from './acts.ts'
import { likenessWeights } from './likenessWeights.ts'
import { type Signs, signs } from './signs.ts'
import { saysWhen } from './times.ts'
import { meaning, shared } from './words.ts'

const finite =
  /\b(?:is|are|was|were|am|will|would|can|could|may|must|has|have|had|do|does|did|leaves?|comes?|arrives?|goes|went|came|costs?|be|\w{3,}ed|\w+s)\b|['’](?:re|ll|ve|m|s|d)\b/i

/** What a sentence shows by itself, by name. */
const own = remember((text) => {
  const sign = signs(text)
  const named: (keyof Signs)[] = [
    'joy',
    'weighs',
    'bore',
    'scene',
    'effect',
    'somebody',
    'wishes',
    'feelsWith',
    'sorry',
    'theirs',
    'formula',
    'stock',
    'opensFlat',
    'condoles',
  ]
  const size = text.split(/\s+/).length
  const shown: Record<string, boolean> = {
    picture: sign.picture !== null,
    cries: /!/.test(text),
    cut: /[:;–—]/.test(text),
    verbless: !finite.test(text),
    short: size < 6,
    long: size > 18,
    ofMe: /\bI\b|\b(?:me|my)\b/.test(text),
    ofYou: /\byour?s?\b/i.test(text),
    opensWithYou: /^your?\b/i.test(text),
    opensWithUs: /^(?:I|we)\b/i.test(text),
    opensWithYes: /^(?:yes|no|done|both|it|there|the|please|that's done)\b/i.test(text),
    when: saysWhen(text),
    figure: /\d/.test(text),
    supposes: /\bif\b/i.test(text),
    would: /\b(?:would|should|must have|could)\b|['’]d\b/i.test(text),
    alike: /\b(?:too|either|same|everybody|anyone|every|each)\b/i.test(text),
    will: /\bwill\b|['’]ll\b/i.test(text),
  }
  return [...named.filter((name) => sign[name]), ...Object.keys(shown).filter((name) => shown[name])]
})

/** What each sentence of a draft shows, in itself and in its place, that may tell a feeling from a fact. */
export function showsOf(
  doings: readonly Doing[],
  theirs: ReadonlySet<string>,
  named: ReadonlySet<string>,
  hurt: boolean,
): string[][] {
  let acted = false
  return doings.map(({ span, deed }, at) => {
    const words = meaning(span.text)
    const known = shared(words, theirs)
    const theirOwn = known.filter((word) => named.has(word)).length
    const figures = known.filter((word) => /^\d+$/.test(word)).length
    const part = (theirOwn + figures) / (words.size || 1)
    const shows = [...own(span.text), `does ${deed}`]
    const says = (name: string, isSo: boolean) => isSo && shows.push(name)
    says('names one', theirOwn > 0)
    says('names two', theirOwn > 1)
    says('names three', theirOwn > 2)
    says('their figure', figures > 0)
    says('a third theirs', part >= 0.3)
    says('half theirs', part >= 0.5)
    says('first', at === 0)
    says('second', at === 1)
    says('last', at > 0 && at === doings.length - 1)
    says('acted', acted)
    says('hurt', hurt)
    says('hurt, first', hurt && at === 0)
    says('hurt, named', hurt && theirOwn > 0)
    says('joy, hurt', hurt && shows.includes('joy') && !shows.includes('weighs'))
    says('cries, unhurt', !hurt && /!/.test(span.text))
    if (deed === 'act' || deed === 'guide') acted = true
    return shows
  })
}

/** How much each sentence looks like one that sees what it is for them: above 0 more yes than no. */
export function likenessOf(
  doings: readonly Doing[],
  theirs: ReadonlySet<string>,
  named: ReadonlySet<string>,
  hurt: boolean,
): { span: Span; like: number }[] {
  const { bias, of } = likenessWeights()
  return showsOf(doings, theirs, named, hurt).map((shows, at) => ({
    span: doings[at]!.span,
    like: shows.reduce((sum, name) => sum + (of[name] ?? 0), bias) / 100,
  }))
}
