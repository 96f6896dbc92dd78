import type { z } from 'zod'
import type { incidentSlot } from '#contract/incident.ts'
import type { Actor } from '#server/base/actor.ts'
import { text as say, textLanguage } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import { knownOf, slotValues } from './knownOf.ts'
import { incidentRow } from './rows.ts'
import './tables.ts'

/** Words to begin with, from what is written down: a person writes the letter. What nobody has written down yet is left out. */
export async function wordingFor(
  db: Db,
  by: Actor,
  id: string,
  {
    kind,
    language,
    nextUpdate,
  }: { kind: 'update' | 'closing'; language?: string | undefined; nextUpdate?: string | undefined },
): Promise<{ subject: string; text: string }> {
  const incident = await incidentRow(db, by, id)
  const tongue = textLanguage(language)
  const isLater =
    (await db
      .selectFrom('incidentUpdates')
      .select('position')
      .where('incidentId', '=', id)
      .where('sendingSince', 'is not', null)
      .limit(1)
      .executeTakeFirst()) !== undefined
  const line = (key: string, values: Record<string, string> = {}) =>
    say(`incidents.wording.${key}`, values, tongue)
  const what = sentence(incident.what)
  const parts =
    kind === 'closing'
      ? [
          line('greeting', { name: '{{name}}' }),
          line('over', { what }),
          incident.cause && line('cause', { cause: sentence(incident.cause) }),
          '{{thanks}}',
          line('reply'),
          line('from', { concierge: '{{concierge}}' }),
        ]
      : [
          line('greeting', { name: '{{name}}' }),
          line(isLater ? 'again' : 'first', { what }),
          incident.impact && sentence(incident.impact),
          incident.doing && line('doing', { doing: sentence(incident.doing) }),
          (nextUpdate ?? incident.nextUpdate) && line('next', { when: '{{next update}}' }),
          line('person', { concierge: '{{concierge}}' }),
        ]
  return {
    subject: line(kind === 'closing' ? 'subjectOver' : 'subject', {
      what: incident.what.replace(/[.!]+$/, ''),
    }),
    text: parts.filter(Boolean).join('\n\n'),
  }
}

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** What a letter may say of each person, and for how many of the list it is known. */
export async function slotsOf(
  db: Db,
  by: Actor,
  id: string,
): Promise<{ items: z.infer<typeof incidentSlot>[] }> {
  const incident = await incidentRow(db, by, id)
  const people = await knownOf(db, incident, null)
  const valuesOf = await slotValues(db, incident.nextUpdate)
  const filled = new Map<string, number>()
  for (const known of people)
    for (const [slot, value] of valuesOf(known)) if (value) filled.set(slot, (filled.get(slot) ?? 0) + 1)
  const fields = await db
    .selectFrom('fields')
    .select('name')
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute()
  const always = ['name', 'full name', 'company', 'bought', 'bought on', 'concierge', 'next update', 'thanks']
  const names = [...always, ...new Set(fields.map((one) => one.name.toLowerCase()))]
  return {
    items: names.map((name) => ({
      slot: `{{${name}}}`,
      says: always.includes(name)
        ? say(`incidents.slot.${name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase())}`)
        : say('incidents.slot.field', { name }),
      filled: filled.get(name) ?? 0,
      of: people.length,
    })),
  }
}
