import { type FoundPromise, findPromises } from '#care/promises.ts'

export interface GoldPromise {
  quote: string
  who: string
  action?: string
  due: string | null
  dueKind: string
  conditional: boolean
  note?: string
}

export interface GoldText {
  text: string
  ref: string
  tz: string
  promises: readonly GoldPromise[]
  note?: string
}

/** One text scored: what was found, missed and made up, by overlap of the quotes as the conventions say. */
export interface ScoredText {
  gold: number
  found: number
  matched: number
  dueRight: number
  kindRight: number
  whoRight: number
  verbRight: number
  conditionalRight: number
  allRight: number
  misses: { kind: 'missed' | 'made up' | 'who' | 'due' | 'conditional' | 'verb'; text: string }[]
}

const firstWord = (action: string) => action.toLowerCase().match(/[a-z'-]+/)?.[0] ?? ''

export function scoreText(one: GoldText, read: typeof findPromises = findPromises): ScoredText {
  const found = read(one.text, { ref: one.ref, tz: one.tz })
  const result: ScoredText = {
    gold: one.promises.length,
    found: found.length,
    matched: 0,
    dueRight: 0,
    kindRight: 0,
    whoRight: 0,
    verbRight: 0,
    conditionalRight: 0,
    allRight: 0,
    misses: [],
  }
  const free = new Set(found)
  let after = 0
  for (const gold of one.promises) {
    let start = one.text.indexOf(gold.quote, after)
    if (start < 0) start = one.text.indexOf(gold.quote)
    else after = start + 1
    const match = best(free, start, start + gold.quote.length)
    if (!match) {
      result.misses.push({ kind: 'missed', text: gold.quote })
      continue
    }
    free.delete(match)
    result.matched++
    const due = match.due === gold.due
    const who = match.who === gold.who
    const verb = !gold.action || firstWord(gold.action) === firstWord(match.action)
    if (due) result.dueRight++
    else result.misses.push({ kind: 'due', text: `${gold.quote}: wants ${gold.due}, has ${match.due}` })
    if (match.dueKind === gold.dueKind) result.kindRight++
    else if (due)
      result.misses.push({
        kind: 'due',
        text: `${gold.quote}: wants kind ${gold.dueKind}, has ${match.dueKind}`,
      })
    if (who) result.whoRight++
    else result.misses.push({ kind: 'who', text: `${gold.quote}: wants ${gold.who}, has ${match.who}` })
    if (match.conditional === gold.conditional) result.conditionalRight++
    else result.misses.push({ kind: 'conditional', text: `${gold.quote}: wants ${gold.conditional}` })
    if (verb) result.verbRight++
    else
      result.misses.push({
        kind: 'verb',
        text: `${gold.quote}: wants “${gold.action}”, has “${match.action}”`,
      })
    if (due && who && verb) result.allRight++
  }
  for (const extra of free) result.misses.push({ kind: 'made up', text: extra.quote })
  return result
}

/** The found promise that shares most with a span. */
function best(found: ReadonlySet<FoundPromise>, start: number, end: number): FoundPromise | null {
  let chosen: FoundPromise | null = null
  let most = 0
  for (const one of found) {
    const shared = Math.min(end, one.end) - Math.max(start, one.start)
    if (shared > most) {
      most = shared
      chosen = one
    }
  }
  return chosen
}

/** A row of `care-language/promises/sentences`: `quote; who; due[; if|hold]`. */
export function goldOf(row: readonly string[], ref = '2026-11-23T10:00', tz = 'Europe/London'): GoldText {
  const [text, ...promises] = row
  return {
    text: text!,
    ref,
    tz,
    promises: promises.map((promise) => {
      const [quote, who, due, mark] = promise.split('; ')
      const time = due === 'none' || due === 'event' ? null : due!.replace('~', '')
      return {
        quote: quote!,
        who: who!,
        due: time,
        dueKind:
          time === null ? due! : due!.startsWith('~') ? 'range-end' : time.includes('T') ? 'instant' : 'date',
        conditional: mark === 'if',
      }
    }),
  }
}
