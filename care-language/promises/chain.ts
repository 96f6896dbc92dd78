import type { Anchor } from './anchor.ts'
import { clauseEnd } from './clauses.ts'
import { acts } from './englishWords.ts'
import { isHardBreak, type Line, wordAt } from './line.ts'
import { gapped, thirdHere, verbHere } from './sharedVerbs.ts'
import { subjectBefore } from './subject.ts'

/** An item of a list under "I will:": its verb shares the subject above. */
export function listItem(lines: readonly Line[], lineIndex: number): Anchor | null {
  const line = lines[lineIndex]!
  const first = bulletEnd(line)
  if (first === 0) return null
  const verb = verbHere(line, first, 'base')
  if (verb !== first) return null
  for (let back = lineIndex - 1; back >= 0 && lineIndex - back < 12; back--) {
    const above = lines[back]!
    if (bulletEnd(above) > 0) continue
    let last = above.tokens.length - 1
    if (wordAt(above, last) !== ':') return null
    last--
    if (!/^(?:will|'ll|shall)$/.test(wordAt(above, last))) return null
    const subject = subjectBefore(above, last)
    if (subject.kind !== 'writer' && subject.kind !== 'firm') return null
    const end = clauseEnd(line, verb, 'base')
    return {
      subject: { ...subject, from: first },
      from: first,
      predicate: { verb, form: 'base' },
      end,
      hold: false,
      needsTime: 'no',
      later: false,
    }
  }
  return null
}

/** How many tokens a bullet or a number takes at the head of a line. */
const bulletEnd = (line: Line): number =>
  /^[-*•–·]$/.test(wordAt(line, 0))
    ? 1
    : line.tokens[0]?.kind === 'number' && /^[.)]$/.test(wordAt(line, 1))
      ? 2
      : 0

/** "… and call you back": verbs that share subject and modal. */
export function coordinated(line: Line, first: Anchor): Anchor[] {
  const more: Anchor[] = []
  if (
    first.subject.kind === 'person' &&
    first.predicate.form === 'state' &&
    isThird(line, first.predicate.verb)
  )
    return thirds(line, first)
  const verbal =
    acts.has(wordAt(line, first.predicate.verb)) &&
    (first.subject.kind === 'writer' || first.subject.kind === 'firm')
  // "It'll leave us on Friday and reach you on Saturday"
  if (
    first.subject.kind === 'thing' &&
    first.predicate.form === 'state' &&
    wordAt(line, first.end) === 'and' &&
    /^(?:reach|arrive|leave|land|follow|come|go)$/.test(wordAt(line, first.end + 1)) &&
    (/^(?:you|with|at|back|to)$/.test(wordAt(line, first.end + 2)) ||
      (line.times[first.end + 2] ?? -1) !== -1)
  ) {
    const verb = first.end + 1
    return [{ ...first, from: verb, predicate: { verb, form: 'state' }, end: clauseEnd(line, verb, 'state') }]
  }
  if (first.predicate.form === 'state' && wordAt(line, first.predicate.verb) !== 'be' && !verbal) return more
  // "They'll be round this afternoon to jack it up and measure it": what they come for.
  if (first.predicate.form === 'state' && wordAt(line, first.end) === 'and')
    for (let at = first.predicate.verb + 1; at < first.end; at++)
      if (wordAt(line, at) === 'to' && line.times[at] === -1 && acts.has(wordAt(line, at + 1))) return more
  const form = first.predicate.form === 'state' ? 'base' : first.predicate.form
  let end = first.end
  for (let turn = 0; turn < 6; turn++) {
    let at = end
    let joined = false
    while (wordAt(line, at) === ',' || /^(?:and|or|then|plus|&|n|also)$/.test(wordAt(line, at))) {
      joined = true
      at++
    }
    if (!joined) {
      // "…, while it is on the ramp, and ring you": the verb goes on behind a clause in the middle.
      at = behindClause(line, end, form)
      if (at < 0) break
    }
    const later = wordAt(line, at - 1) === 'then'
    // "I undertake to send … and to arrange …"
    if (first.vow && wordAt(line, at) === 'to') at++
    // "come and see it for myself on Friday"
    if (wordAt(line, at) === 'see' && joinsVerb(line, end, at, more.at(-1) ?? first)) {
      end = clauseEnd(line, at, first.predicate.form)
      const before = more.at(-1) ?? first
      before.end = end
      continue
    }
    const verb =
      verbHere(line, at, form === 'ing' ? 'ing' : form) ??
      (form === 'ing' && first.subject.kind !== 'thing' && wordAt(line, first.predicate.verb - 1) === 'be'
        ? verbHere(line, at, 'base')
        : null)
    // "Your account will be opened and the card sent out"
    const gap = verb === null && form === 'passive' ? gapped(line, at) : -1
    if (gap >= 0) {
      end = clauseEnd(line, gap, 'passive')
      more.push({
        ...first,
        subject: { ...first.subject, kind: 'thing', who: 'firm', from: at, head: wordAt(line, gap - 1) },
        from: at,
        predicate: { verb: gap, form: 'passive' },
        end,
        later,
        hold: false,
      })
      continue
    }
    if (verb === null) break
    // "…, just ring down to the desk": asked of them.
    if (wordAt(line, verb - 2) === ',' && /^(?:just|simply|kindly)$/.test(wordAt(line, verb - 1))) break
    // "try and", "go and" and hedges are seen by the verb itself.
    if (
      /^(?:try|hope|see)$/.test(wordAt(line, verb)) &&
      !/^(?:what|if|whether)$/.test(wordAt(line, verb + 1))
    )
      break
    if (wordAt(line, verb) === 'save' && wordAt(line, verb + 1) === 'you') break
    // "come and introduce himself" is one.
    if (joinsVerb(line, end, verb, more.at(-1) ?? first)) {
      end = clauseEnd(line, verb, first.predicate.form)
      const before = more.at(-1) ?? first
      before.end = end
      continue
    }
    end = clauseEnd(line, verb, first.predicate.form)
    more.push({
      ...first,
      from: at,
      predicate: { verb, form: first.predicate.form },
      end,
      later,
      hold: false,
    })
  }
  return more
}

const isThird = (line: Line, verb: number): boolean =>
  wordAt(line, verb).endsWith('s') && wordAt(line, verb) !== "'s"

/** "Ben comes at eight, takes the old one out and fits the new": each verb of his. */
function thirds(line: Line, first: Anchor): Anchor[] {
  const more: Anchor[] = []
  let end = first.end
  for (let turn = 0; turn < 5; turn++) {
    let at = end
    while (/^(?:,|and|then|&)$/.test(wordAt(line, at))) at++
    const verb = at > end ? thirdHere(line, at) : -1
    if (verb < 0) break
    end = clauseEnd(line, verb, 'state')
    more.push({ ...first, from: at, predicate: { verb, form: 'state' }, end, hold: false })
  }
  return more
}

/** Behind "while …", "when …": where "and" and a verb in the same form go on; -1 where none does. */
function behindClause(line: Line, end: number, form: 'base' | 'ing' | 'passive'): number {
  if (
    !/^(?:while|whilst|when|once|as|because|since|before|after|until|if|whether|what|where|how|why|who|that|which)$/.test(
      wordAt(line, end),
    )
  )
    return -1
  for (let at = end + 1; at < line.tokens.length && !isHardBreak(line, at); at++) {
    if (wordAt(line, at) !== 'and' || line.times[at] !== -1) continue
    return verbHere(line, at + 1, form) !== null && /^(?:you|it|them|back)$/.test(wordAt(line, at + 2))
      ? at + 1
      : -1
  }
  return -1
}

/** "come and see you", "stop by and fit it": a way of moving and what is done there are one act. */
const joinsVerb = (line: Line, end: number, verb: number, first: Anchor): boolean =>
  /^(?:come|go|pop|swing|stop|hop|nip|drive|head)$/.test(wordAt(line, first.predicate.verb)) &&
  end - first.predicate.verb <= 2 &&
  verb - end === 1 &&
  line.times[end - 1] === -1
