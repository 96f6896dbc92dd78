import { teammates } from '#cast/company.ts'
import { sourcesOfNotices } from '#server/app/telling.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { nextDay } from '#server/base/nextDay.testing.ts'
import { openStage } from '#server/conversations/testing.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import type { Letter } from './letters.ts'
import type { Sources } from './notices.ts'

/** The next one, so that nobody's night comes in between. */
export const tuesdayMorning = (now: Date): Date => nextDay(now, 'tuesday', '09:00')

/** A working Tuesday with Ana, Ben and Rosa, who leads; what goes out to them is caught. The stage's own people are of the sample team, who get no mail. */
export async function openTeam() {
  const stage = await openStage()
  const posted: Letter[] = []
  const sources: Sources = {
    ...sourcesOfNotices(stage.house, 'none'),
    post: async (_, letter) => void posted.push(letter),
  }
  await moveClock(stage.db, tuesdayMorning(await clockNow(stage.db)))
  const joined = async (who: 'ana' | 'ben' | 'rosa', role: 'teammate' | 'lead') => {
    const { id } = await inviteTeammate(stage.db, tend, {
      name: teammates[who].name,
      email: `${who}@team.example`,
      role,
      timeZone: 'Europe/Lisbon',
      inboxes: [stage.repairs],
    })
    await stage.db.updateTable('teammates').set({ joinedAt: new Date() }).where('id', '=', id).execute()
    return actorOf((await findTeammate(stage.db, id))!, 'session')
  }
  return {
    ...stage,
    /** Of the sample team. */
    sample: stage.ana,
    ana: await joined('ana', 'teammate'),
    ben: await joined('ben', 'teammate'),
    rosa: await joined('rosa', 'lead'),
    sources,
    posted,
    /** What went out since it was last asked. */
    out: () => posted.splice(0).map((one) => [one.to.email, one.subject]),
    later: async (ms: number) => moveClock(stage.db, new Date((await clockNow(stage.db)).getTime() + ms)),
  }
}
export type Team = Awaited<ReturnType<typeof openTeam>>
