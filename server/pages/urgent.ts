import { clockNow } from '#server/base/clock.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { nextOpen } from '#server/calendar/workingTime.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { latestUrgent } from '#server/oncall/queries.ts'
import { answerTriage, type UrgentRow } from '#server/oncall/urgent.ts'
import { isOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import type { Section } from './section.ts'
import type { Voice } from './voice.ts'

/** While nobody is here and it may not wait: one question, who is being called, and by when they call. */
export const urgentSection: Section = {
  name: 'urgent',
  async html(db, conversation, visitor) {
    const { voice } = visitor
    if (!(await isOn(db, 'onCall'))) return null
    const urgent = await latestUrgent(db, conversation)
    if (urgent?.state === 'asked') {
      const open = nextOpen(await clockNow(db), await workingTime(db))
      const question = voice.told('oncall.page.ask', {
        open: open ? voice.moment(open) : voice.say('oncall.soon'),
      })
      const buttons = (['yes', 'no'] as const).map(
        (one) =>
          `<button name="wait" value="${one}"${one === 'no' ? ' class="quiet"' : ''}>${voice.told(`oncall.page.${one}`)}</button>`,
      )
      return `${part(voice.told('oncall.page.askTitle'), question)}${visitor.form('urgent', `<div class="row">${buttons.join('')}</div>`)}`
    }
    return urgent ? callInWords(db, voice, urgent) : null
  },
  async press(trx, conversation, visitor, fields) {
    if (!(await isOn(trx, 'onCall'))) return { wrong: 'oncall.wrong.over' }
    if ((await latestUrgent(trx, conversation))?.state !== 'asked') return { wrong: 'oncall.wrong.over' }
    const cannotWait = fields.wait === 'yes'
    if (!(await answerTriage(visitor.house, trx, conversation, cannotWait)))
      return { wrong: 'oncall.wrong.over' }
    return { said: cannotWait ? 'oncall.said.calling' : 'oncall.said.waits' }
  },
}

const part = (title: string, text: string) => `<h2>${title}</h2><p>${text}</p>`

/** Somebody is being called, or has it and calls by a clock time; null where neither is so. */
export async function callInWords(db: Db | Trx, voice: Voice, urgent: UrgentRow): Promise<string | null> {
  const { told } = voice
  if (urgent.state === 'calling') return part(told('oncall.page.callingTitle'), told('oncall.page.calling'))
  // Once the time has passed, the promise says the truth about it.
  if (urgent.state !== 'taken' || !urgent.callBy || urgent.callBy < (await clockNow(db))) return null
  const person = urgent.takenById ? await findTeammate(db, urgent.takenById) : undefined
  if (!person) return null
  const values = { person: person.name, when: voice.moment(urgent.callBy) }
  return part(told('oncall.page.takenTitle'), told('oncall.page.taken', values))
}
