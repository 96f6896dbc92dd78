import { passiveIn } from '../heads/syntax/passive.ts'
import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'

export type ApologyKind = 'none' | 'real' | 'conditional' | 'passive' | 'legal'

const sorry = /\b(?:sorry|apologi[sz]e|apologi[sz]ing|apolog(?:y|ies)|pardon|regret|forgive)\b/i
/** Politeness and fellow feeling, not an apology. */
const notOurs =
  /\b(?:sorry (?:to (?:hear|learn|read|see|say|tell|disappoint|bother|ask)|for your (?:loss|bereavement|husband|wife|mother|father)|about your (?:loss|mother|father|husband|wife))|(?:feel|felt) sorry|(?:no|not) (?:need|reason) to (?:be sorry|apologi[sz]e)|do(?:n['’]t| not) (?:be sorry|apologi[sz]e|have to apologi[sz]e)|(?:your|their) apolog(?:y|ies)|sorry,? but\b|better safe than sorry|regret to (?:inform|say|tell|advise)|sorry (?:that )?(?:you|your|it|the weather|he|she|they)\b(?! (?:had|have|has|were|was|got|waited|did|is(?:n['’]t| not)|are|never|came|took|went|reached|arrived|failed|feel|felt)))/i

const conditional =
  /\b(?:(?:sorry|apologi[sz]e|apologi[sz]ing|apologies|apology|regret)\b[^.!?\n]{0,90}\b(?:if (?:you|this|that|it|we|any|there['’]?s?|the|our|my|one|he|she|they|your|some|anyone|something|i|so)\b|for any\b|should (?:this|you|it|there|any|that|the|our|we)\b|that (?:this|it) (?:has |may have )?(?:upset|offended|disappointed|inconvenienced|caused)\b|that you (?:feel|felt|think|thought|were (?:offended|upset|unhappy|disappointed)|are (?:offended|upset|unhappy|disappointed))|(?:you|your) (?:may|might) (?:have|feel)|may have (?:caused|been)|might have (?:caused|been)|whatever|in case)|(?:if|should) (?:we|you|this|that|it|there|any|our|anything|something|the|your|a|an|one|some)\b[^.!?\n]{0,70}(?:[,;–-]\s*|\s)(?:then )?(?:(?:we|i)(?: do| are| am|['’]m|['’]re)? )?(?:sorry|apologi[sz]e|(?:our|my) apolog))/i

const legal =
  /\b(?:without (?:any )?(?:admi(?:ssion|tting)|prejudice|(?:accepting|acknowledg\w+) (?:any )?(?:liability|responsibility|fault))|(?:as|by way of|purely|only|solely)[\w ,]{0,14} (?:a )?(?:gesture of )?goodwill(?: gesture)?(?: only)?|goodwill gesture|gesture of goodwill|(?:we|i|the (?:company|bank|airline|hotel|management))(?: do| must| sincerely| deeply| very much)* regrets?\b(?! (?:that|how|what) (?:we|i) )[^.!?\n]{0,40}\b(?:inconvenience|that|the|any|your|this)|regret any|(?:does|do|shall|should|is|must) not (?:constitute|be (?:taken|construed|seen|understood|read|regarded) as|imply|represent|amount to)[^.!?\n]{0,40}(?:admission|acknowledg\w+|liability|responsib\w+|fault)|to the extent (?:permitted|required)|(?:full and final|ex gratia|exgratia)|(?:disclaim|exclude|reject|deny|den(?:ies))\w* (?:any |all )?(?:liability|responsibility|fault))/i
const terms =
  /\b(?:(?:as per|per|in accordance with|according to|under|pursuant to|in line with|subject to) (?:our|the|section|clause|paragraph|article|§)[\w ]{0,24}(?:terms|conditions|policy|policies|contract|agreement|\d|tariff|carriage|regulations?)|terms (?:and|&) conditions|no (?:legal )?(?:liability|obligation)|not (?:legally )?(?:liable|obliged|responsible))\b/i

const owning =
  /\b(?:(?:it|that|this)['’]s (?:all |entirely )?(?:on (?:us|me)\b|my (?:fault|mistake)|our (?:fault|mistake)|down to (?:me|us))|(?:I|we) did (?:it |this )?wrong|(?:that|this(?: one)?|it|which|the (?:error|mistake|fault|mix-up|blame|delay|slip))(?: here)? (?:was|is|were|lies?|lay) (?:entirely |all |simply |plainly |completely |wholly )?(?:my|our|mine|ours|with (?:me|us)|on (?:me|us)|us\b|me\b|down to (?:me|us))|(?:my|our) (?:own )?(?:mistake|fault|error|oversight|slip|bad|blunder|doing|failure)\b|(?:I|we) (?:got (?:it|this|that|your|the)[\w ]{0,20}wrong|made (?:a|the|this|that) (?:\w+ )?(?:mistake|error|mess)|messed|mixed|failed|let you down|forgot|overlooked|missed|misread|miscounted|botched|should(?: have|['’]ve)|did(?:n['’]t| not) (?:do|call|ring|check|tell|write|send|read|see|listen|look|come|answer|keep|notice|pass|warn|ask)|never (?:told|called|rang|sent|wrote|checked|answered|came|asked|passed|showed)|sent you (?:the )?wrong|took (?:the )?\w+ ?\w* twice|broke (?:it|your|our|my)|lost (?:it|your)|left (?:it|you|your)|(?:am|are|['’]m|['’]re) to blame|owe you (?:an apology|better)|(?:take|accept|carry) (?:full |the )?(?:responsibility|blame))|(?:it was|this was|that was) (?:our|my) (?:\w+ ){1,3}(?:who|that|which)|blame (?:me|us)\b|(?:we|you) (?:did|deserved?) better|not good enough (?:of|from) us|(?:I am|I['’]m|we are|we['’]re) (?:\w+ )?ashamed|(?:that|this)(?: \w+)? (?:is|was|one is) (?:ours|mine|on (?:me|us)))\b/i
/** "Our baker read the wrong line": we act, and what we did was wrong. */
const actedWrongly =
  /\b(?:I|we|our (?:\w+ )?(?:driver|courier|fitter|engineer|technician|colleague|baker|team|system|filter|carrier|staff))\b[^.!?;:]{0,70}\b(?:wrong(?:ly)?|by mistake|in error|mistakenly|too late|twice|half closed|without (?:asking|telling|checking|calling|reading|looking|thinking)|instead of (?:listening|asking|checking|calling))\b/i

const accident =
  /\b(?:an? |the |this |some )?(?:\w+ )?(?:error|mistake|mix-?up|misunderstanding|oversight|glitch|problem|issue|irregularit\w+|discrepanc\w+|double booking|mishap|booking error|system (?:error|fault)|miscommunication|confusion|delay)s?(?: (?:has|had|have|may have|seems? to have|appears? to have|apparently|unfortunately|regrettably))* (?:occurred|happened|arisen|arose|crept|occured|took place|came about|been (?:made|identified|found|noted|detected))\b|\b(?:mistakes?|errors?) (?:was|were|have been|had been|has been) made\b|\bthis should not have happened\b/i
const amiss =
  /\b(?:wrong(?:ly)?|not|no|never|early|another|someone else['’]?s?|different|mis\w+|lost|delayed|twice|double|error|mistake\w*|mix\w*|overlooked|late|too|without|outside|broken|damaged|forgotten|incorrect\w*|incomplete\w*|neglected|omitted|missed|dropped|left|ignored|skipped|swapped|confused|cancelled|closed|deleted|disclosed|charged|unanswered|insufficient\w*|inadvertent\w*|closed)\b/i
const good =
  /\b(?:refund|credit|replac|repair|fix|correct(?:ed)?|resolv|reset|restor|lift|return|paid|reimburs|dispatch|ship|deliver(?:ed)? (?:today|tomorrow)|sent to you|not be|will be|is being|are being|can be|has been (?:released|found|located|updated|changed))/i

export interface Apology {
  kind: ApologyKind
  /** The place of the words that decided; null without any. */
  at: { start: number; end: number } | null
  /** Where the first apology of any kind, or plain owning, begins; an account in which nobody acts counts only with a sorry. */
  first: number | null
}

/**
 * What kind of apology a text is. `ours` widens the view: only where we failed, or may have, is "we sent the wrong one"
 * owning; only where we `surely` did is "the visit was entered wrongly" an account that hides somebody.
 */
export function apologyIn(body: readonly Span[], ours: boolean, surely = ours): Apology {
  const found: { kind: ApologyKind; clean: boolean; span: Span }[] = []
  for (const [at, span] of body.entries())
    for (const kind of kindsOf(span.text, ours))
      if (surely || kind.kind !== 'passive' || accident.test(span.text) || sorry.test(span.text)) {
        // "… from something we put into the box. I am sorry.": the sorry stands beside what we did.
        const beside = surely && kind.kind === 'real' && [body[at - 1], body[at + 1]].some(tellsOurAct)
        found.push({ ...kind, clean: kind.clean || beside, span })
      }
  const pick = (test: (one: (typeof found)[number]) => boolean) => found.find(test)
  const chosen =
    pick((one) => one.kind === 'legal') ??
    pick((one) => one.kind === 'real' && one.clean) ??
    pick((one) => one.kind === 'conditional') ??
    pick((one) => one.kind === 'passive') ??
    pick((one) => one.kind === 'real')
  const first = pick((one) => one.kind !== 'passive' || sorry.test(one.span.text))
  return {
    kind: chosen?.kind ?? 'none',
    at: chosen ? { start: chosen.span.start, end: chosen.span.end } : null,
    first: first?.span.start ?? null,
  }
}

const ourAct =
  /\b(?:I|we) (?:put|took|gave|sent|left|made|charged|wrote|read|set|told|kept|sold|cut|lost|broke|started|entered|cancelled|closed|let|brought|drove|typed|booked|scanned|signed|used|delivered|opened|turned|packed|loaded|measured|printed|filled|poured|painted|counted|weighed|changed|never|only)\b/
const tellsOurAct = (span: Span | undefined): boolean =>
  span !== undefined && ourAct.test(span.text) && !passiveAccount(span.text) && !putsRight.test(span.text)
const putsRight =
  /\b(?:refund\w*|credit\w*|replac\w*|new one|back (?:on|to|in)|today|tomorrow|just now|have (?:now |already |just )?\w+ed)\b/i

const kindsOf = (text: string, ours: boolean) => (ours ? kindsIfOurs : kindsIfNot)(text)
const kindsIfOurs = remember((text) => readKinds(text, true))
const kindsIfNot = remember((text) => readKinds(text, false))

function readKinds(text: string, ours: boolean): { kind: ApologyKind; clean: boolean }[] {
  // "I am sorry that your boy cried": where we failed, this is ours.
  const said =
    sorry.test(text) &&
    (!notOurs.test(text) ||
      (ours &&
        /\bsorry (?:that |for what )?(?:you|your|he|she|they)\b(?! (?:feel|felt|think|are unhappy|loss|hear))/i.test(
          text,
        ) &&
        !/\bfor your loss\b/i.test(text)))
  if (legal.test(text) || (terms.test(text) && said)) return [{ kind: 'legal', clean: false }]
  if (conditional.test(text) && !/\bsorry to (?:hear|learn|read|see)\b/i.test(text))
    return [{ kind: 'conditional', clean: false }]
  const owned = owning.test(text) || (ours && actedWrongly.test(text) && !passiveAccount(text))
  const found: { kind: ApologyKind; clean: boolean }[] = []
  if (passiveAccount(text) && (ours || said) && !(owned && !accident.test(text)))
    found.push({ kind: 'passive', clean: false })
  else if (owned) found.push({ kind: 'real', clean: true })
  else if (said) {
    const clean =
      /\bbecause of (?:us|me|our (?!busy|high|terms)\w+|my \w+)\b/i.test(text) ||
      /\b(?:sorry|apologi[sz]e|apologies)\b[^.!?]{0,20}\b(?:that |because |for (?:how|what|not|the way|my|our) )?(?:i|we|our|my|you (?:got|had|waited|were|did|have))\b/i.test(
        text.replace(/^.*?\b(?=(?:so |very |deeply |truly )?sorry|apolog)/i, ''),
      )
    found.push({ kind: 'real', clean })
  }
  return found
}

/** The fault is told in words in which nobody acts. */
const passiveAccount = remember(hidesUs)

function hidesUs(text: string): boolean {
  if (accident.test(text)) return true
  // A clause with its own actor ("the lamp you were sent") or an agent ("by our driver") hides nobody.
  for (const clause of text.split(/[;:–—]|,? (?:and|but) (?=(?:the|it|this|your|that|no|a|an)\b)/)) {
    const passive = passiveIn(clause)
    if (!passive) continue
    const voice = clause.slice(passive.start, passive.end)
    if (
      /^(?:(?:am|are|is|be|'m|'re|i'm|you're|we're|get|gets|getting)\b|(?:it|that|he|she)?['’]s (?!been\b))/i.test(
        voice,
      )
    )
      continue
    if (
      /\bby (?:me|us|our|my|one of (?:us|our))\b/i.test(clause) ||
      good.test(voice) ||
      /\b(?:will|can|could|should|must|may|to) (?:\w+ )?be\b/i.test(
        clause.slice(Math.max(0, passive.start - 10), passive.end),
      )
    )
      continue
    if (
      /\b(?:I|we|you)(?: \w+)? (?:was|were|have been|had been)\b/i.test(
        clause.slice(Math.max(0, passive.start - 14), passive.end),
      )
    )
      continue
    // "We told you twice that it was noted when it was not": we are in it.
    if (ourAct.test(clause.slice(0, passive.start))) continue
    if (amiss.test(clause)) return true
  }
  return false
}

export const saysSorry = (text: string): boolean => sorry.test(text) && !notOurs.test(text)
export const owns = (text: string): boolean => owning.test(text)
export const legalWords = legal
export const conditionalWords = conditional
export const isAccident = (text: string): boolean => accident.test(text)
