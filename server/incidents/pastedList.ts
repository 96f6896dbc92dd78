import { sql } from 'kysely'
import type { ClueIn } from '#contract/incident.ts'
import type { Actor } from '#server/base/actor.ts'
import { text as say } from '#server/base/text.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { Finding } from './finding.ts'
import { type Pasted, readPasted } from './pasted.ts'
import { becauseOf, type Problem } from './says.ts'

type ListClue = Extract<ClueIn, { by: 'list' }>

interface Match {
  key: string
  customerId: string
  name: string
  seen: boolean
}

/** Whose the addresses and numbers of a pasted list are, found in one question; what cannot be taken is said line by line. */
export async function readList(db: Db | Trx, by: Actor, clue: ListClue): Promise<Finding> {
  const { entries, unreadable } = readPasted(clue.text)
  const { rows } = await sql<Match>`
    select case a.kind when 'email' then a.address else right(regexp_replace(a.address, '[^0-9]', '', 'g'), 9) end as key, a.customer_id,
      coalesce(u.preferred_name, u.name) as name,
      exists (select 1 from customer_inboxes i where i.customer_id = a.customer_id and ${within(by, 'i.inbox_id')}) as seen
    from customer_addresses a join customers u on u.id = a.customer_id
    where (a.kind = 'email' and a.address = any(${entries.flatMap(({ email }) => email ?? [])}::text[]))
      or (a.kind = 'phone' and right(regexp_replace(a.address, '[^0-9]', '', 'g'), 9) = any(${entries.flatMap(({ digits }) => digits ?? [])}::text[]))`.execute(
    db,
  )
  const whose = Map.groupBy(rows, (row) => row.key)
  const finding: Finding = { people: [], problems: unreadable.map(unreadableLine), strangers: [] }
  const taken = new Set<string>()
  for (const entry of entries) {
    const problem = place(finding, taken, entry, whose.get((entry.email ?? entry.digits)!) ?? [], clue)
    if (problem) finding.problems.push({ customerId: null, line: entry.line, given: entry.given, ...problem })
  }
  finding.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return finding
}

const unreadableLine = ({ line, given }: { line: number; given: string }): Problem => ({
  kind: 'not-an-address',
  line,
  given,
  customerId: null,
  says: say('incidents.problem.notAnAddress', { given }),
})

type Trouble = Pick<Problem, 'kind' | 'says'> & { customerId?: string }

/** Puts one entry where it belongs, or says why not. */
function place(
  finding: Finding,
  taken: Set<string>,
  { given, email, name }: Pasted,
  matches: readonly Match[],
  clue: ListClue,
): Trouble | null {
  const mine = [...new Map(matches.filter((one) => one.seen).map((one) => [one.customerId, one])).values()]
  if (mine.length > 1)
    return { kind: 'several', says: say('incidents.problem.several', { given, n: mine.length }) }
  const [one] = mine
  if (!one) {
    const key = email && `new ${email}`
    if (key && clue.addUnknown && matches.length === 0) {
      if (taken.has(key)) return { kind: 'twice', says: say('incidents.problem.twice', { given }) }
      taken.add(key)
      finding.strangers.push({ email, name })
      return null
    }
    // Whoever only other inboxes know is not known here: nobody learns from a list that they exist.
    return { kind: 'unknown', says: say('incidents.problem.unknown', { given }) }
  }
  if (taken.has(one.customerId))
    return {
      kind: 'twice',
      customerId: one.customerId,
      says: say('incidents.problem.twicePerson', { given, name: one.name }),
    }
  taken.add(one.customerId)
  finding.people.push({ customerId: one.customerId, because: becauseOf(clue, null), conversationId: null })
  return null
}
