import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Sentences of the tests, English and Portuguese. */
const sentences: readonly (readonly [en: string, pt: string])[] = [
  [
    'The boiler is cold again, and I have a small child at home.',
    'A caldeira está fria outra vez, e eu tenho uma criança pequena em casa.',
  ],
  ['When can you come?', 'Quando podem vir?'],
  ['Thank you very much for your help.', 'Muito obrigada pela sua ajuda.'],
  ['We come tomorrow at nine.', 'Vamos amanhã às nove.'],
  ['You need not be at home.', 'Não precisa de estar em casa.'],
  ['our price list', 'a nossa tabela de preços'],
  [
    'Thank you for your letter. We come on Thursday at 14:00 and bring the new part with us.',
    'Obrigado pela sua carta. Vamos na quinta-feira às 14:00 e levamos a peça nova.',
  ],
  ['Dear Inês,', 'Cara Inês,'],
]
const swap = (text: string, to: string): string =>
  sentences.reduce(
    (said, [en, pt]) => (to.startsWith('pt') ? said.replaceAll(en, pt) : said.replaceAll(pt, en)),
    text,
  )
/** Which of the two a text is in, by the sentences it has. */
const spokenIn = (text: string): string => (sentences.some(([, pt]) => text.includes(pt)) ? 'pt' : 'en')

/** An engine of the house as an admin connects it, for `connectEngine`. */
export const engineAt = (url: string) => ({
  kind: 'libretranslate' as const,
  url,
  model: null,
  inside: true,
  byItself: false,
  off: [],
})

export interface Asked {
  path: string
  authorization: string | undefined
  body: Record<string, unknown>
}

/** What the engine does instead of translating. */
export type Mood = number | 'silent' | 'nonsense' | 'half' | 'loses-tags' | 'drops' | null

/**
 * A small engine that speaks all three protocols over real HTTP, with a handful of sentences. It listens on this machine, and notes
 * what it was asked.
 */
export async function openEngine() {
  const asked: Asked[] = []
  const waiting = new Set<ServerResponse>()
  let mood: Mood = null
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request)) as Record<string, never>
    const path = request.url!
    asked.push({ path, authorization: request.headers.authorization, body })
    const send = (status: number, value: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(typeof value === 'string' ? value : JSON.stringify(value))
    if (mood === 'silent') return void waiting.add(response)
    if (mood === 'drops') return void request.socket.destroy()
    if (mood === 'nonsense') return send(200, '<html>Welcome to nginx!</html>')
    if (typeof mood === 'number') return send(mood, { error: 'no' })
    const translated = (text: string, to: string) =>
      mood === 'loses-tags' ? swap(text, to).replace(/<a [^>]*>|<\/a>/g, '') : swap(text, to)
    if (path.endsWith('/v2/translate')) {
      const [text] = body.text as unknown as [string]
      const to = String(body.target_lang).toLowerCase()
      return send(200, {
        translations: [
          { detected_source_language: spokenIn(text).toUpperCase(), text: translated(text, to) },
        ],
      })
    }
    if (path.endsWith('/chat/completions')) {
      const [system, user] = body.messages as unknown as { content: string }[]
      const to = /into (\w+)/.exec(system!.content)![1] === 'Portuguese' ? 'pt' : 'en'
      return send(200, {
        choices: [
          {
            finish_reason: mood === 'half' ? 'length' : 'stop',
            message: { content: translated(user!.content, to) },
          },
        ],
      })
    }
    return send(200, {
      translatedText: translated(body.q as unknown as string, String(body.target)),
      detectedLanguage: { language: spokenIn(body.q as unknown as string), confidence: 90 },
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    set: (next: Mood) => {
      mood = next
    },
    /** Lets go whoever was kept waiting, as a machine that is switched off does. */
    letGo: () => {
      for (const response of waiting) response.destroy()
      waiting.clear()
    },
    async close() {
      for (const response of waiting) response.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
