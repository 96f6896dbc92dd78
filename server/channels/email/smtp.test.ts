import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { customers } from '#cast/people.ts'
import { usualLimits } from './smtp/limits.ts'
import { type ListenOptions, listenForMail } from './smtp.ts'
import { talkTo } from './testing/talk.ts'
import { testHouse } from './testing.ts'

const sender = customers.maria.email

async function listening(options: ListenOptions = {}) {
  const house = await testHouse()
  const smtp = await listenForMail(house, options)
  onTestFinished(() => smtp.close())
  return { house, ...smtp }
}

const letters = (house: Awaited<ReturnType<typeof testHouse>>) =>
  house.db.selectFrom('letters').selectAll().orderBy('id').execute()

const letter = (body = 'The boiler is cold again.') =>
  `From: ${sender}\r\nTo: hello@brightpipe.example\r\nSubject: The boiler\r\n\r\n${body}\r\n`

/** Up to the point where the letter itself is awaited. */
async function envelope(port: number, { from = sender, to = ['hello@brightpipe.example'] } = {}) {
  const talk = await talkTo(port)
  await talk.say('EHLO theirs.example\r\n')
  const answers = [await talk.say(`MAIL FROM:<${from}>\r\n`)]
  for (const one of to) answers.push(await talk.say(`RCPT TO:<${one}>\r\n`))
  return { talk, answers }
}

async function send(port: number, raw = letter(), more: Parameters<typeof envelope>[1] = {}) {
  const { talk } = await envelope(port, more)
  await talk.say('DATA\r\n')
  return { talk, answer: await talk.say(`${raw}.\r\n`) }
}

describe('a letter by SMTP', () => {
  test('is accepted when its raw bytes and its row are there, not before', async () => {
    const { house, port } = await listening()
    const { answer } = await send(port)
    expect(answer).toBe('250 Kept')
    const [kept] = await letters(house)
    expect(kept).toMatchObject({ via: 'smtp', trusted: false, envelopeFrom: sender, peer: '127.0.0.1' })
    expect((await house.files.read(kept!.rawFile)).toString()).toBe(letter())
  })

  test('is not accepted while the database cannot keep it, and nothing is left lying about', async () => {
    const { house, port } = await listening()
    await house.database.pool.query('alter table letters rename to letters_away')
    const { answer } = await send(port)
    expect(answer).toBe('451 This could not be kept just now; please try again')
    await house.database.pool.query('alter table letters_away rename to letters')
    expect(await letters(house)).toEqual([])
    expect(await readdir(join(house.config.dataFolder!, 'incoming-mail'))).toEqual([])
    expect((await send(port)).answer).toBe('250 Kept')
  })

  test('a full disk is said, and the sender keeps the letter', async () => {
    let bytes = 0
    const { house, port } = await listening({ room: async () => bytes })
    const { answer, talk } = await send(port)
    expect(answer).toMatch(/^452 No room/)
    bytes = 2 ** 30
    await talk.say(`MAIL FROM:<${sender}>\r\n`)
    await talk.say('RCPT TO:<hello@brightpipe.example>\r\n')
    await talk.say('DATA\r\n')
    const keep = house.files.keep
    house.files.keep = async () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    expect(await talk.say(`${letter()}.\r\n`)).toMatch(/^452 No room/)
    house.files.keep = keep
    expect(await letters(house)).toEqual([])
    expect((await send(port)).answer).toBe('250 Kept')
  })

  test('who is not here is said at once, in a sentence; the others get it', async () => {
    const { house, port } = await listening()
    const { answers } = await envelope(port, {
      to: ['nobody@brightpipe.example', 'hello+t-abc@brightpipe.example', 'HELLO@Brightpipe.example'],
    })
    expect(answers).toEqual([
      '250 Accepted',
      '550 Nobody here has this address',
      '250 Accepted',
      '250 Accepted',
    ])
    expect(await letters(house)).toEqual([])
  })

  test('one that is too large hears it before it is sent, and after', async () => {
    const { house, port } = await listening()
    const talk = await talkTo(port)
    expect(await talk.say('EHLO theirs.example\r\n')).toContain(`SIZE ${25 * 2 ** 20}`)
    expect(await talk.say(`MAIL FROM:<${sender}> SIZE=${26 * 2 ** 20}\r\n`)).toMatch(/^552 /)
    await talk.say(`MAIL FROM:<${sender}>\r\n`)
    await talk.say('RCPT TO:<hello@brightpipe.example>\r\n')
    await talk.say('DATA\r\n')
    const line = `${'x'.repeat(1022)}\r\n`
    const answer = await talk.say(`${letter()}${line.repeat(25 * 1024 + 1)}.\r\n`)
    expect(answer).toBe('552 This letter is larger than 25 MB; send it in smaller parts')
    expect(await letters(house)).toEqual([])
    expect(await readdir(join(house.config.dataFolder!, 'incoming-mail'))).toEqual([])
  })

  test('one of 24 MB is taken', async () => {
    const { house, port } = await listening()
    const { answer } = await send(port, letter(`${'x'.repeat(1022)}\r\n`.repeat(24 * 1024)))
    expect(answer).toBe('250 Kept')
    expect((await letters(house))[0]!.rawSize).toBeGreaterThan(24 * 2 ** 20)
  })
})

describe('nobody reads two letters out of one', () => {
  test.each([
    ['LF . LF', '\n.\n'],
    ['LF . CRLF', '\n.\r\n'],
    ['CR . CR', '\r.\r'],
    ['CRLF . LF', '\r\n.\n'],
    ['CR . CRLF', '\r.\r\n'],
    ['CRLF . CR', '\r\n.\r'],
    ['NUL', '\r\n\0.\r\n'],
  ])('after %s the letter goes on', async (_name, end) => {
    const { house, port } = await listening()
    const smuggled = `MAIL FROM:<admin@brightpipe.example>\r\nRCPT TO:<hello@brightpipe.example>\r\nDATA\r\nFrom: admin\r\n\r\nSmuggled`
    const { answer, talk } = await send(port, letter(`one${end}${smuggled}`))
    expect(answer).toBe('250 Kept')
    expect(await talk.say('NOOP\r\n')).toMatch(/^250/)
    expect(talk.unheard()).toBe('')
    const kept = await letters(house)
    expect(kept).toHaveLength(1)
    const raw = (await house.files.read(kept[0]!.rawFile)).toString('latin1')
    expect(raw).toContain('Smuggled')
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('bare line ends are made whole, in whichever pieces they come', async () => {
    const { house, port } = await listening()
    const { talk } = await envelope(port)
    await talk.say('DATA\r\n')
    const bytes = Buffer.from(`${letter().replaceAll('\r\n', '\n').trimEnd()}\r`)
    for (const byte of bytes.subarray(0, 40)) void talk.say(Buffer.from([byte]))
    expect(await talk.say(Buffer.concat([bytes.subarray(40), Buffer.from('\n.\r\n')]))).toBe('250 Kept')
    const [kept] = await letters(house)
    expect((await house.files.read(kept!.rawFile)).toString()).toBe(letter())
  })

  test('commands sent along before TLS are forgotten', async () => {
    const { port } = await listening()
    const talk = await talkTo(port)
    await talk.say('EHLO theirs.example\r\n')
    await talk.say(`STARTTLS\r\nMAIL FROM:<${sender}>\r\n`)
    await talk.encrypt()
    expect(await talk.say('RCPT TO:<hello@brightpipe.example>\r\n')).toMatch(/^5/)
  })
})

describe('the line', () => {
  test('is encrypted with a certificate of our own making where none was given', async () => {
    const { house, port } = await listening()
    const talk = await talkTo(port)
    expect(await talk.say('EHLO theirs.example\r\n')).toContain('STARTTLS')
    expect(await talk.say('STARTTLS\r\n')).toMatch(/^220/)
    expect(await talk.encrypt()).toEqual({ protocol: 'TLSv1.3', name: 'DNS:care.brightpipe.example' })
    expect(await talk.say('EHLO theirs.example\r\n')).not.toContain('STARTTLS')
    await talk.say(`MAIL FROM:<${sender}>\r\n`)
    await talk.say('RCPT TO:<hello@brightpipe.example>\r\n')
    await talk.say('DATA\r\n')
    expect(await talk.say(`${letter()}.\r\n`)).toBe('250 Kept')
    expect(await letters(house)).toHaveLength(1)
  })

  test('one machine may connect so often, and write so much, in a minute', async () => {
    const { port } = await listening({
      limits: { connections: 2, letters: 3, lettersOfOneSender: 3, countsThisMachine: true },
    })
    const one = await talkTo(port)
    await one.say('EHLO theirs.example\r\n')
    const letterFrom = async (name: string) => {
      const answer = await one.say(`MAIL FROM:<${name}@theirs.example>\r\n`)
      await one.say('RSET\r\n')
      return answer
    }
    const answers = []
    for (const name of ['a', 'b', 'c', 'd']) answers.push(await letterFrom(name))
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['250', '250', '250', '450'])
    await talkTo(port)
    const third = await talkTo(port)
    expect(await third.say('EHLO theirs.example\r\n')).toMatch(/^421 Too many connections|hung up/)
  })

  test('one sender gone wild does not use up what others have', async () => {
    const { port } = await listening({
      limits: { ...usualLimits, lettersOfOneSender: 2, countsThisMachine: true },
    })
    const talk = await talkTo(port)
    await talk.say('EHLO theirs.example\r\n')
    const answers = []
    for (const from of [
      sender,
      sender,
      sender,
      customers.maria.email.toUpperCase(),
      '',
      'b@theirs.example',
    ]) {
      answers.push(await talk.say(`MAIL FROM:<${from}>\r\n`))
      await talk.say('RSET\r\n')
    }
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['250', '250', '450', '450', '250', '250'])
    expect(answers[2]).toContain('This sender has written too much')
  })

  test('mail servers that are named as ours are not counted, and their word is believed', async () => {
    const { house, port } = await listening({
      limits: { ...usualLimits, letters: 1, countsThisMachine: true },
    })
    house.config.smtpTrusted = ['127.0.0.1']
    await send(port)
    expect((await send(port, letter('And again.'))).answer).toBe('250 Kept')
    expect((await letters(house)).map((row) => row.trusted)).toEqual([true, true])
  })
})
