import type { FoundPromise } from '#care/promises.ts'
import type { Teammate } from '#contract/team.ts'

export type Colleague = Pick<Teammate, 'id' | 'name' | 'role' | 'inboxes'>
interface Team {
  items: readonly Colleague[]
  next: string | null
}

/** As one hears it: "Tomás" and "tomas" are one name. */
const heard = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Behind these stands a family name. */
const title = /^(?:(?:mrs?|ms|miss|mx|dr|prof|herrn?|frau)\.?\s+)+/

/**
 * The colleague whose promise it is: where the name said can mean only one teammate who sees the inbox. Null where it is
 * the writer's own word, or nobody can tell whose else; then it is the writer's to see to.
 */
export function makerOf(who: FoundPromise['who'], team: Team, inboxId: string, me: string): Colleague | null {
  if (!who.startsWith('colleague:')) return null
  const said = heard(who.slice('colleague:'.length))
  const name = said.replace(title, '')
  const able = team.items.filter(
    ({ role, inboxes }) => role === 'admin' || (role !== 'observer' && inboxes.includes(inboxId)),
  )
  const whole = able.filter((one) => heard(one.name) === name)
  // Where the team goes on behind this page, somebody there may have the same name.
  const part = team.next ? [] : able.filter((one) => nameIn(one.name, name === said ? 0 : -1) === name)
  const [maker, another] = whole.length ? whole : part
  return maker && !another && maker.id !== me ? maker : null
}

const nameIn = (name: string, at: number) => heard(name).split(/\s+/).at(at)
