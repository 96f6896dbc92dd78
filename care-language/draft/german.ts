import type { Span } from '../sentences.ts'
import type { Apology, ApologyKind } from './apology.ts'

/** The apology lint in German: closed forms only. */
const forms: readonly (readonly [ApologyKind, RegExp])[] = [
  [
    'legal',
    /\b(?:ohne Anerkennung (?:einer )?(?:Rechtspflicht|Schuld)|aus (?:reiner )?Kulanz|wir bedauern (?:etwaige|die|eventuelle|den)|keine (?:Haftung|Gewähr)|gemäß (?:unserer|unseren) (?:AGB|Bedingungen))/i,
  ],
  [
    'conditional',
    /\b(?:(?:entschuldig\w*|Entschuldigung|verzeih\w*|leid|sorry)\b[^.!?\n]{0,60}\b(?:falls|sollte|sofern|wenn (?:Sie|es|wir|etwas|dadurch))\b|\bleid,? (?:wenn|falls|sollten?|sofern)\b|\b(?:falls|sollte|sofern)\b[^.!?\n]{0,70},\s*(?:(?:so |dann )?(?:bitten wir|tut|entschuldigen wir|bitte ich|entschuldige ich|möchten wir|möchte ich|bedauern wir|bedaure ich))|etwaige(?:n)? Unannehmlichkeiten|eventuelle(?:n)? Unannehmlichkeiten)/i,
  ],
  [
    'passive',
    /(?<!\p{L})(?:(?:ist|kam) es(?: \p{L}+){0,3} zu (?:einem|einer)|es (?:ist|sind|kam|wurde|wurden)(?: \p{L}+){0,3} (?:zu einem|zu einer|ein|Fehler|Missverständnis\w*|unterlaufen|gemacht)|(?:wurde|wurden|worden)(?: \p{L}+){0,4} (?:falsch|übersehen|vergessen|verwechselt|versäumt|nicht \p{L}+)|(?:Fehler|Versehen) (?:ist|sind) (?:passiert|unterlaufen|aufgetreten)|(?:ist|sind)(?: \p{L}+){0,4} (?:ein |einige )?(?:Fehler|Versehen|Missverständnis\p{L}*) (?:unterlaufen|passiert|aufgetreten|entstanden)|(?:wurde|wurden)(?: \p{L}+){0,3} (?:versehentlich|irrtümlich|fälschlich\p{L}*|doppelt|aus Versehen)(?!\p{L}))/iu,
  ],
  [
    'real',
    /\b(?:(?:es )?tut (?:mir|uns)(?: (?!nicht\b)\p{L}+){0,3} leid|entschuldig\p{L}* (?:ich mich|wir uns)|(?:ich|wir) entschuldigen? (?:mich|uns)|sorry\b|(?:ich mich|wir uns)[^.!?\n]{0,40}entschuldigen|(?:mein|unser)e Schuld|ich (?:bitte|möchte)[^.!?\n]{0,30}(?:Entschuldigung|Verzeihung|entschuldigen)|wir (?:bitten|möchten)[^.!?\n]{0,30}(?:Entschuldigung|Verzeihung|entschuldigen)|(?:das|es) war (?:mein|unser) Fehler|(?:ich|wir) (?:habe|haben|hatte|hatten)[^.!?\n]{0,60}(?:vergessen|verwechselt|übersehen|versäumt|falsch)|Entschuldigung|Verzeihung|entschuldig(?:e|en Sie|t)(?: bitte)?(?=[.,:;!]|$| (?:bitte|dass|die|den|das)\b)|verzeih(?:e|en Sie|t)?(?=[.,:;!]| bitte\b)|(?:ich|wir) (?:schäme|schämen)\b|(?:das|es) (?:geht|ging) auf (?:mich|uns|meine|unsere)\b|hätte (?:mir|uns) nicht passieren|(?:mein|unser) (?:Fehler|Versehen)\b)/iu,
  ],
]

/** "Wurde von mir auf den falschen Tag gelegt" hides nobody. */
const byUs = /\bvon (?:mir|uns|unser\p{L}*|mein\p{L}*)(?!\p{L})/iu

export function germanApology(body: readonly Span[]): Apology {
  const found: { kind: ApologyKind; span: Span }[] = []
  for (const span of body) {
    const form = forms.find(
      ([kind, pattern]) => pattern.test(span.text) && !(kind === 'passive' && byUs.test(span.text)),
    )
    if (form) found.push({ kind: form[0], span })
  }
  const owned = found.find(
    (one) =>
      one.kind === 'real' &&
      /\b(?:mein|unser) Fehler|\b(?:mein|unser)e Schuld|\b(?:ich|wir) (?:hab|habe|haben|hatte|hatten|schäme|schämen)\b|\bauf (?:mich|uns)\b/i.test(
        one.span.text,
      ),
  )
  const chosen =
    found.find((one) => one.kind === 'legal') ??
    owned ??
    found.find((one) => one.kind === 'conditional') ??
    found.find((one) => one.kind === 'passive') ??
    found[0]
  return {
    kind: chosen?.kind ?? 'none',
    at: chosen ? { start: chosen.span.start, end: chosen.span.end } : null,
    first: found.find((one) => one.kind !== 'passive')?.span.start ?? null,
  }
}
