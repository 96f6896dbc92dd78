import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { inTheirLanguage } from '#server/base/http/problem.ts'
import { speaking, spoken } from '#server/base/spoken.ts'
import { moment } from '#server/base/text.ts'
import { urgentById } from '#server/oncall/queries.ts'
import { readTakeLink, takeUrgent } from '#server/oncall/taking.ts'
import { readCompany } from '#server/team/company.ts'
import { languageOfTeammate } from '#server/team/language.ts'
import { findTeammate, type TeammateRow } from '#server/team/queries.ts'
import { frame, sentencePage } from './frame.ts'
import { escapeHtml } from './html.ts'
import { html, refusesCrowd } from './http.ts'
import { type Voice, voiceFor } from './voice.ts'

type Asked = FastifyRequest<{ Params: { token: string } }>
type Call = NonNullable<Awaited<ReturnType<typeof readTakeLink>>>
const choices = [10, 20, 30, 60]

/**
 * The link in a call at night: opening it shows what it is about and changes nothing, because programs open links too; one press takes
 * it. No sign-in: the link is the one teammate's, for this one matter.
 */
export function serveTaking(app: FastifyInstance, house: House): void {
  const surroundings = async () => ({
    company: await readCompany(house.db),
    voice: voiceFor(spoken(), 'UTC'),
  })
  const gone = async () =>
    sentencePage(await surroundings(), 'oncall.take.gone', link(`${house.url}/today`, 'Tend'))
  const link = (url: string, words: string) => `<p><a href="${escapeHtml(url)}">${escapeHtml(words)}</a></p>`
  const sentence = async (title: string, text: string, inner = '') => {
    const around = await surroundings()
    return frame(
      { ...around, title, footer: 'oncall.take.footer' },
      `<p class="company">${escapeHtml(around.company.name)}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${inner}`,
    )
  }

  /** In the language of the teammate whom the link was sent to; where it is nobody's, in that of the request. */
  const heard = async (
    request: Asked,
    reply: FastifyReply,
    answer: (call: Call, me: TeammateRow, voice: Voice) => Promise<unknown>,
  ) => {
    if (await refusesCrowd(house, request as never, reply)) return reply
    const call = await readTakeLink(house, request.params.token)
    const me = call && (await findTeammate(house.db, call.by.id))
    if (!call || !me) return inTheirLanguage(request.raw, async () => html(reply, 404, await gone()))
    const language = languageOfTeammate(me)
    return speaking(language, () => answer(call, me, voiceFor(language, me.timeZone)))
  }

  const show = async (request: Asked, reply: FastifyReply) =>
    heard(request, reply, async (call, _me, voice) => {
      const urgent = await urgentById(house.db, call.by, call.urgentId)
      const open = link(`${house.url}/conversations/${urgent.conversationId}`, voice.say('oncall.take.open'))
      if (urgent.state !== 'calling') return html(reply, 200, await sentence(...(await over(urgent)), open))
      const buttons = choices.map(
        (n) =>
          `<button name="minutes" value="${n}"${n === 20 ? '' : ' class="quiet"'}>${voice.told('oncall.take.minutes', { n })}</button>`,
      )
      const form = `<blockquote>${escapeHtml(urgent.gist)}</blockquote><form method="post" action="/take/${escapeHtml(request.params.token)}"><p>${voice.told('oncall.take.by')}</p><div class="row">${buttons.join('')}</div></form>${open}`
      const { customerName: customer, subject } = urgent
      return html(
        reply,
        200,
        await sentence(
          voice.say('oncall.take.title'),
          voice.say('oncall.take.text', { customer, subject }),
          form,
        ),
      )
    })

  const take = async (request: Asked, reply: FastifyReply) =>
    heard(request, reply, async (call, me, voice) => {
      const asked = Number((request.body as { minutes?: string } | undefined)?.minutes)
      try {
        const minutes = choices.includes(asked) ? asked : 20
        const taken = await takeUrgent(house, call.by, call.urgentId, minutes)
        const values = {
          customer: taken.customerName,
          when: taken.callBy ? moment(new Date(taken.callBy), me.timeZone) : '',
        }
        const open = link(`${house.url}/conversations/${taken.conversationId}`, voice.say('oncall.take.open'))
        return html(
          reply,
          200,
          await sentence(
            voice.say('oncall.take.done.title'),
            voice.say('oncall.take.done.text', values),
            open,
          ),
        )
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error
        return html(reply, error.status, await sentence(voice.say('oncall.take.gone.title'), error.message))
      }
    })

  app.get('/take/:token', show)
  app.post('/take/:token', take)

  /** Why there is nothing to take any more. */
  async function over(urgent: { takenById: string | null }): Promise<[string, string]> {
    const { voice } = await surroundings()
    const who = urgent.takenById ? await findTeammate(house.db, urgent.takenById) : undefined
    return [
      voice.say('oncall.take.gone.title'),
      who ? voice.say('oncall.takenBy', { name: who.name }) : voice.say('oncall.waits'),
    ]
  }
}
