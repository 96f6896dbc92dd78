import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { text as say } from '#server/base/text.ts'
import { answerProblems } from './problem.ts'

it.each(['53100', 'ENOSPC', 'EDQUOT'])(
  'says of a full disk (%s) what it is, and that nothing is lost',
  async (code) => {
    const app = Fastify()
    answerProblems(app)
    app.post('/notes', async () => {
      throw Object.assign(new Error('could not extend file: No space left on device'), { code })
    })
    const answer = await app.inject({ method: 'POST', url: '/notes' })
    expect(answer.statusCode).toBe(507)
    expect(answer.json()).toMatchObject({ type: 'no-room', title: say('problem.noRoom') })
    await app.close()
  },
)
