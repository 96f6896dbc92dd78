import { actsRoutes } from './acts.ts'
import { affectedRoutes } from './affected.ts'
import { authorityRoutes, decisionHookRoutes } from './authority.ts'
import { bulkRoutes } from './bulk.ts'
import { calendarRoutes } from './calendar.ts'
import { callbacksRoutes } from './callbacks.ts'
import { circlesRoutes } from './circles.ts'
import { conversationsRoutes } from './conversations.ts'
import { customersRoutes } from './customers.ts'
import { dealingsRoutes } from './dealings.ts'
import { deskRoutes } from './desk.ts'
import { emailRoutes } from './email.ts'
import { exchangeRoutes } from './exchange.ts'
import { extrasRoutes } from './extras.ts'
import { fieldsRoutes } from './fields.ts'
import { forwardsRoutes } from './forwards.ts'
import { goalsRoutes } from './goals.ts'
import { handoverRoutes } from './handover.ts'
import { heatRoutes } from './heat.ts'
import { houseRoutes } from './house.ts'
import { incidentLettersRoutes } from './incidentLetters.ts'
import { incidentsRoutes } from './incidents.ts'
import { knowledgeRoutes } from './knowledge.ts'
import { looksRoutes } from './looks.ts'
import { matterHookRoutes, mattersRoutes } from './matters.ts'
import { notesRoutes } from './notes.ts'
import { notificationsRoutes } from './notifications.ts'
import { oncallRoutes } from './oncall.ts'
import { optionsRoutes } from './options.ts'
import { pagesRoutes } from './pages.ts'
import { personsRoutes } from './persons.ts'
import { practicesRoutes } from './practices.ts'
import { promisesRoutes } from './promises.ts'
import { readingsRoutes } from './readings.ts'
import { recoveriesRoutes } from './recoveries.ts'
import { repliesRoutes } from './replies.ts'
import type { ClientApi } from './route.ts'
import { samePeopleRoutes } from './samePeople.ts'
import { searchRoutes } from './search.ts'
import { secondChancesRoutes } from './secondChances.ts'
import { signaturesRoutes } from './signatures.ts'
import { silenceRoutes } from './silence.ts'
import { statementsRoutes } from './statements.ts'
import { statusRoutes } from './status.ts'
import { tagsRoutes } from './tags.ts'
import { targetsRoutes } from './targets.ts'
import { teamRoutes } from './team.ts'
import { teamsRoutes } from './teams.ts'
import { theirSideRoutes } from './theirSide.ts'
import { joiningRoutes, movingRoutes, tiesRoutes } from './ties.ts'
import { replyTranslationRoutes, translationRoutes } from './translation.ts'
import { viewsRoutes } from './views.ts'

/** Every route of `/api/v1`. */
export const api = {
  ...houseRoutes,
  ...teamRoutes,
  ...practicesRoutes,
  ...calendarRoutes,
  ...notificationsRoutes,
  ...customersRoutes,
  ...circlesRoutes,
  ...dealingsRoutes,
  ...samePeopleRoutes,
  ...conversationsRoutes,
  ...tiesRoutes,
  ...looksRoutes,
  ...joiningRoutes,
  ...movingRoutes,
  ...actsRoutes,
  ...tagsRoutes,
  ...teamsRoutes,
  ...fieldsRoutes,
  ...viewsRoutes,
  ...bulkRoutes,
  ...deskRoutes,
  ...theirSideRoutes,
  ...notesRoutes,
  ...repliesRoutes,
  ...forwardsRoutes,
  ...signaturesRoutes,
  ...promisesRoutes,
  ...silenceRoutes,
  ...targetsRoutes,
  ...oncallRoutes,
  ...callbacksRoutes,
  ...optionsRoutes,
  ...pagesRoutes,
  ...personsRoutes,
  ...handoverRoutes,
  ...goalsRoutes,
  ...mattersRoutes,
  ...recoveriesRoutes,
  ...authorityRoutes,
  ...extrasRoutes,
  ...heatRoutes,
  ...translationRoutes,
  ...replyTranslationRoutes,
  ...decisionHookRoutes,
  ...secondChancesRoutes,
  ...statusRoutes,
  ...statementsRoutes,
  ...matterHookRoutes,
  ...emailRoutes,
  ...knowledgeRoutes,
  ...readingsRoutes,
  ...searchRoutes,
  ...incidentsRoutes,
  ...affectedRoutes,
  ...incidentLettersRoutes,
  ...exchangeRoutes,
}
export type Api = ClientApi<typeof api>
