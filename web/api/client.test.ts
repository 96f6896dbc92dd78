import { afterEach, describe, expect, it } from 'vitest'
import { addressOf, api, type Problem, problemOf } from './client.ts'

describe('the address of a call', () => {
  it('fills in params and leaves out what is not said', () => {
    expect(
      addressOf('/conversations/{id}/drafts/{kind}', { id: 'cnv_1/2', kind: 'reply' }, { after: undefined }),
    ).toBe('/api/v1/conversations/cnv_1%2F2/drafts/reply')
    expect(addressOf('/search', {}, { q: 'boiler & tap', limit: 8, in: null })).toBe(
      '/api/v1/search?q=boiler+%26+tap&limit=8',
    )
  })
})

describe('a refusal', () => {
  it('keeps the sentence and everything else the server said', () => {
    const problem = problemOf(409, '{"type":"crossed","title":"Ben has just answered.","messages":["msg_1"]}')
    expect(problem).toMatchObject({ type: 'crossed', status: 409, message: 'Ben has just answered.' })
    expect(problem.document.messages).toEqual(['msg_1'])
  })
  it.each(['<html>502 Bad Gateway</html>', '', 'null', '"no"', '{"error":"upstream"}'])(
    'by something that is not Tend (%s) is still a sentence',
    (text) => expect(problemOf(502, text).message).toMatch(/cannot be read/),
  )
  it('of a file a proxy finds too large says so', () =>
    expect(problemOf(413, '<html>').message).toMatch(/too large/))
})

describe('asking the very same again', () => {
  const real = globalThis.fetch
  afterEach(() => {
    globalThis.fetch = real
  })
  const keys: (string | undefined)[] = []
  const answerWith = (answer: () => Response) => {
    globalThis.fetch = async (_url, options) => {
      keys.push((options!.headers as Record<string, string>)['idempotency-key'])
      return answer()
    }
  }
  const send = (text: string) =>
    api('POST /conversations/{id}/notes', { params: { id: 'cnv_1' }, body: { text } })

  it('after silence carries the same key; after an answer, and for other words, a new one', async () => {
    keys.length = 0
    answerWith(() => {
      throw new TypeError('Failed to fetch')
    })
    const silence = (await send('She rang at nine.').catch((error) => error)) as Problem
    expect(silence).toMatchObject({ status: 0, type: 'offline' })
    answerWith(() => new Response('<html>', { status: 502 }))
    await expect(send('She rang at nine.')).rejects.toMatchObject({ status: 502 })
    answerWith(() => Response.json({ messageId: 'msg_1' }, { status: 201 }))
    await send('She rang at nine.')
    await send('She rang at nine.')
    await send('She rang at ten.')
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).toBe(keys[0])
    expect(new Set(keys).size).toBe(3)
  })

  it('names the id of what broke, and no id of what is said in a sentence', async () => {
    const said = (status: number) => {
      answerWith(() => Response.json({ type: 'broken', title: 'It broke.', id: 'CCzB4AF4Rn' }, { status }))
      return send('She rang at eleven.')
    }
    await expect(said(500)).rejects.toThrow(/^It broke\. \(CCzB4AF4Rn\)$/)
    await expect(said(409)).rejects.toThrow(/^It broke\.$/)
  })

  it('is kept while the first is still at work, or the door was shut, and where the same words have arrived they are not sent again', async () => {
    keys.length = 0
    const say = (status: number, type: string) => () => Response.json({ type, title: type }, { status })
    for (const answer of [
      say(504, 'broken'),
      say(409, 'in-flight'),
      say(401, 'signed-out'),
      say(429, 'too-often'),
    ]) {
      answerWith(answer)
      await expect(send('He rang at noon.')).rejects.toMatchObject({ status: expect.any(Number) })
    }
    globalThis.fetch = async (_url, options) => {
      const taken = options!.method === 'DELETE'
      if (!taken) keys.push((options!.headers as Record<string, string>)['idempotency-key'])
      return taken
        ? Response.json({ state: 'done', messageId: 'msg_1' })
        : say(422, 'idempotency-key-reused')()
    }
    for (let press = 0; press < 2; press++)
      await expect(send('He rang at noon.')).rejects.toMatchObject({ type: 'done-already' })
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(6)
  })

  it('a GET carries none', async () => {
    keys.length = 0
    answerWith(() => Response.json({ items: [] }))
    await api('GET /teammates')
    expect(keys).toEqual([undefined])
  })
})
