import { type Actor, sees } from '#server/base/actor.ts'
import type { Db } from '#server/database/database.ts'

interface Line {
  type: string
  inboxId: string | null
  detail: Record<string, unknown>
}

/**
 * A line names another conversation or inbox as they were at its time; since then either may have moved. Whoever reads it now reads
 * only the names of what they may see now.
 */
export async function hideForeign<L extends Line>(db: Db, by: Actor, lines: readonly L[]): Promise<L[]> {
  const others = [...new Set(lines.flatMap((line) => otherOf(line) ?? []))]
  const inboxes = others.length
    ? await db
        .selectFrom('conversations')
        .select(['id', 'inboxId'])
        .where('id', 'in', others)
        .unionAll(
          db
            .selectFrom('conversationsPutBack as p')
            .innerJoin('conversations as c', 'c.id', 'p.intoId')
            .select(['p.id', 'c.inboxId'])
            .where('p.id', 'in', others),
        )
        .execute()
    : []
  const isForeign = (id: string) => {
    const places = inboxes.filter((one) => one.id === id)
    return places.length === 0 || places.some((one) => !sees(by, one.inboxId))
  }
  return lines.map((line) => {
    const other = otherOf(line)
    if (other && isForeign(other)) return { ...line, detail: { ...line.detail, subject: '' } }
    if (line.type !== 'conversation.moved') return line
    const { from, fromName, toName } = line.detail
    const named = (inbox: unknown, name: unknown) =>
      typeof inbox === 'string' && sees(by, inbox) ? name : ''
    const names = { fromName: named(from, fromName), toName: named(line.inboxId, toName) }
    return { ...line, detail: { ...line.detail, ...names } }
  })
}

const otherOf = ({ detail }: Line): string | null =>
  typeof detail.other === 'string' && typeof detail.subject === 'string' ? detail.other : null
