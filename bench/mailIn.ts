import { connect, type Socket } from 'node:net'

/** A letter of 150 words, new, with a Message-ID of its own. */
const letter = (n: number, text: string, to: string) =>
  `From: Person ${n} <person-${n}@mail.example>\r\nTo: ${to}\r\nSubject: About the boiler\r\nDate: ${new Date().toUTCString()}\r\n` +
  `Message-ID: <${n}-${Date.now()}-${Math.random().toString(36).slice(2)}@mail.example>\r\nMIME-Version: 1.0\r\n` +
  `Content-Type: text/plain; charset=utf-8\r\n\r\n${text.replace(/\n/g, '\r\n')}\r\n.\r\n`

/** One connection after another sender's fashion: many letters, each answered with 250 before the next. */
async function send(port: number, letters: Iterator<string>, to: string): Promise<void> {
  const socket: Socket = connect(port, '127.0.0.1')
  let wake: (() => void) | null = null
  const lines: string[] = []
  let rest = ''
  socket.on('data', (chunk) => {
    const parts = (rest + chunk.toString()).split('\r\n')
    rest = parts.pop()!
    lines.push(...parts.filter((line) => /^\d{3} /.test(line)))
    wake?.()
  })
  const answer = async (expected: number) => {
    while (lines.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    const line = lines.shift()!
    if (!line.startsWith(String(expected))) throw new Error(`SMTP: ${line}`)
  }
  const say = async (words: string, expected: number) => {
    socket.write(`${words}\r\n`)
    await answer(expected)
  }
  await answer(220)
  await say('EHLO bench.example', 250)
  for (let one = letters.next(); !one.done; one = letters.next()) {
    await say('MAIL FROM:<someone@mail.example>', 250)
    await say(`RCPT TO:<${to}>`, 250)
    await say('DATA', 354)
    socket.write(one.value)
    await answer(250)
  }
  await say('QUIT', 221)
  socket.end()
}

export interface MailRan {
  /** Letters a second, from the first to the commit of the last. */
  rate: number
  /** The same to the 250 of the last. */
  accepted: number
}

/** So many letters by 16 connections. Ends when `count` is as many more: an accepted letter is no message yet. */
export async function mailIn(
  port: number,
  count: () => Promise<number>,
  to: string,
  many: number,
  text: string,
): Promise<MailRan> {
  const before = await count()
  function* all() {
    for (let n = 0; n < many; n++) yield letter(n, text, to)
  }
  const letters = all()
  const began = performance.now()
  await Promise.all(Array.from({ length: 16 }, () => send(port, letters, to)))
  const accepted = performance.now() - began
  const patience = performance.now() + 300_000
  while ((await count()) < before + many) {
    if (performance.now() > patience)
      throw new Error(`only ${(await count()) - before} of ${many} letters became messages`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { rate: (many / (performance.now() - began)) * 1000, accepted: (many / accepted) * 1000 }
}
