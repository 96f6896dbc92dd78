import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { appendFile, copyFile, cp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ask,
  type Ended,
  launch,
  leaveNothing,
  type Running,
  startTend,
  tempFolder,
} from '#server/app/testing.ts'
import { rowsOf, unzip } from '#server/exchange/testing.ts'

const command = fileURLToPath(new URL('./tend.ts', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

let tend: Running
let elsewhere: string
/** Letters lie on another disk than the rest. */
beforeAll(async () => {
  elsewhere = join(await tempFolder(), 'letters')
  tend = await startTend({ TEND_DATA: join(await tempFolder(), 'data'), TEND_FILES: elsewhere })
})
afterAll(leaveNothing)

const json = (end: Ended) => {
  expect(end.stderr + end.stdout).not.toMatch(/\n\s+at /)
  expect(end.code, end.stderr).toBe(0)
  expect(end.stdout.trim().split('\n')).toHaveLength(1)
  return JSON.parse(end.stdout)
}
const letter = (subject: string, more = '') =>
  [
    'From: Hanna Weiss <hanna@weiss.example>',
    'To: care@marlow.example',
    `Subject: ${subject}`,
    `Message-ID: <${createHash('md5').update(subject).digest('hex')}@weiss.example>`,
    'Date: Wed, 25 Nov 2026 09:12:00 +0000',
    'Content-Type: multipart/mixed; boundary=edge',
    '',
    '--edge',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `The boiler is cold again. ${more}`,
    '--edge',
    'Content-Type: text/plain; name="../plan: <1>.txt"',
    'Content-Disposition: attachment; filename="../plan: <1>.txt"',
    '',
    'cellar, second door',
    '--edge--',
    '',
  ].join('\r\n')

describe('words', () => {
  test('help is given when asked, and with what was not understood', async () => {
    const [asked, none, noun, verb, option] = await Promise.all([
      tend.tend('--help'),
      tend.tend(),
      tend.tend('wash', 'up'),
      tend.tend('keys', 'polish'),
      tend.tend('doctor', '--loud'),
    ])
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('keys create'), stderr: '' })
    expect([none.code, noun.code, verb.code, option.code]).toEqual([2, 2, 2, 2])
    expect(noun.stderr).toContain('there is no “wash”')
    expect(verb.stderr).toContain('keys knows create, list and revoke ID')
    expect(option.stderr).toMatch(/--loud/)
    for (const one of [noun, verb, option]) expect(one).toMatchObject({ stdout: '' })
  })

  test('where nobody lives, that is said, with a code of its own', async () => {
    const folder = await tempFolder()
    const end = await launch({ TEND_DATA: folder }, [command, 'doctor', '--json']).ended
    expect(end).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining(folder) })
    expect(end.stderr).toContain('npm start')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('keys', () => {
  test('can be made before anybody lives here; they belong to the installation', async () => {
    const made = json(await tend.tend('keys', 'create', '--role', 'admin', '--name', 'Setup', '--json'))
    expect(Object.keys(made).sort()).toEqual(['id', 'key'])
    const audit = await tend.ask('GET', '/audit', { key: made.key })
    expect(audit.body.items[0]).toMatchObject({
      by: 'tend on this machine',
      via: 'socket',
      action: 'key.made',
    })
    await tend.ask('POST', '/inboxes', {
      key: made.key,
      body: { name: 'Care', address: 'care@marlow.example' },
    })
    const [did] = (await tend.ask('GET', '/audit', { key: made.key })).body.items
    expect(did).toMatchObject({ by: 'Setup', via: 'key' })
  })

  test('are listed without their secret, and end when revoked', async () => {
    const made = json(await tend.tend('keys', 'create', '--role', 'observer', '--json'))
    expect((await tend.ask('GET', '/inboxes', { key: made.key })).status).toBe(200)
    expect((await tend.ask('GET', '/keys', { key: made.key })).status).toBe(403)
    const listed = await tend.tend('keys', 'list', '--json')
    expect(json(listed).items).toContainEqual(expect.objectContaining({ id: made.id, role: 'observer' }))
    expect(listed.stdout).not.toContain(made.key)
    expect(json(await tend.tend('keys', 'revoke', made.id, '--json'))).toEqual({ revoked: made.id })
    expect((await tend.ask('GET', '/inboxes', { key: made.key })).status).toBe(401)
    expect((await tend.tend('keys', 'list')).stdout).toMatch(new RegExp(`${made.id} .*revoked`))
  })

  test('what is wrong is said in a sentence', async () => {
    const ends = await Promise.all([
      tend.tend('keys', 'create', '--role', 'king'),
      tend.tend('keys', 'create', '--teammate', 'nobody@marlow.example'),
      tend.tend('keys', 'revoke', 'key_0000000000000000000000'),
    ])
    expect(ends.map((end) => end.code)).toEqual([1, 1, 1])
    expect(ends.map((end) => end.stdout)).toEqual(['', '', ''])
    expect(ends[0]!.stderr).toMatch(/\/role/)
    expect(ends[1]!.stderr).toContain('Nobody on the team has the address nobody@marlow.example')
    expect(ends[2]!.stderr).toMatch(/^tend: .* not here/)
  })

  test('npm prints nothing but the JSON', async () => {
    const { stdout } = await promisify(execFile)(
      'npm',
      ['run', '-s', 'tend', '--', 'keys', 'create', '--role', 'admin', '--json'],
      { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, TEND_DATA: tend.folder } },
    )
    expect(JSON.parse(stdout)).toEqual({ id: expect.any(String), key: expect.stringMatching(/^tend_/) })
  })
})

test('doctor says each line in words, and in figures for machines', async () => {
  const spoken = await tend.tend('doctor')
  expect(spoken.code).toBe(0)
  expect(spoken.stdout).toMatch(/^Tend \d+\.\d+\.\d+\n/)
  expect(spoken.stdout).toContain('Survives a crash and a power cut: fsync on')
  const { ok, lines } = json(await tend.tend('doctor', '--json'))
  expect(ok).toBe(true)
  const by = Object.fromEntries(lines.map((line: { id: string }) => [line.id, line]))
  expect(Object.keys(by)).toEqual(
    expect.arrayContaining(['mail-in', 'mail-out', 'durability', 'disk', 'work', 'backup']),
  )
  expect(by.durability.figures).toMatchObject({ fsync: 'on', synchronousCommit: 'on', embedded: true })
  for (const line of lines) if (line.state !== 'good') expect(line.remedy, line.says).toBeTruthy()
})

test('a forgotten password is set anew by a link made on the machine, once', async () => {
  const key = await tend.key()
  const body = { name: 'Ines Duarte', email: 'ines@marlow.example', role: 'teammate' }
  const invited = await tend.ask('POST', '/teammates', { key, body })
  const join1 = invited.body.inviteUrl.split('/').at(-1)
  const first = await tend.ask('POST', `/invites/${join1}`, { body: { password: 'a boiler and a half' } })
  expect(first.status).toBeLessThan(300)
  const made = json(await tend.tend('teammates', 'sign-in-link', 'Ines@Marlow.example', '--json'))
  const token = made.inviteUrl.split('/').at(-1)
  expect(made.inviteUrl).toContain(tend.url)
  const again = await tend.ask('POST', `/invites/${token}`, { body: { password: 'two boilers and a half' } })
  expect(again.status).toBeLessThan(300)
  const signIn = (password: string) =>
    tend.ask('POST', '/sessions', { body: { email: body.email, password } })
  expect((await signIn('two boilers and a half')).status).toBeLessThan(300)
  expect((await signIn('a boiler and a half')).status).toBe(401)
  const twice = await tend.ask('POST', `/invites/${token}`, {
    body: { password: 'three boilers and a half' },
  })
  expect(twice.status).toBeGreaterThanOrEqual(400)
  const nobody = await tend.tend('teammates', 'sign-in-link', 'nobody@marlow.example')
  expect(nobody).toMatchObject({ code: 1, stdout: '' })
})

describe('what is kept', () => {
  beforeAll(async () => {
    const body = { name: 'Post', address: 'post@marlow.example' }
    await tend.ask('POST', '/inboxes', { key: await tend.key(), body })
  })

  test('export holds every table, the letters byte for byte, the files, and nothing that lets somebody in', async () => {
    const key = await tend.key()
    const raw = letter('Cold again')
    const taken = await tend.ask('POST', '/intake/email', {
      key,
      raw,
      headers: { 'content-type': 'message/rfc822' },
    })
    expect(taken.body).toMatchObject({ outcome: 'opened' })
    const file = join(await tempFolder(), 'everything.zip')
    expect(json(await tend.tend('export', file, '--json'))).toMatchObject({
      file,
      bytes: (await stat(file)).size,
    })
    const zip = await unzip(file)
    expect(zip.get(`letters/${taken.body.messageId}.eml`)?.toString()).toBe(raw)
    const attached = [...zip].filter(([name]) => name.startsWith('attachments/'))
    expect(attached).toHaveLength(1)
    expect(attached[0]![0]).toMatch(/^attachments\/[^/]+\/[^/\\:<>]+$/)
    expect(attached[0]![0]).not.toContain('..')
    expect(attached[0]![1].toString()).toContain('cellar, second door')
    const opened = rowsOf(zip, 'conversations').find((row) => row.id === taken.body.conversationId)
    expect(opened).toMatchObject({ subject: 'Cold again' })
    expect(rowsOf(zip, 'teammates').map((row) => row.email)).toContain('ines@marlow.example')
    expect(zip.has('README.txt')).toBe(true)
    expect(zip.has('missing.txt')).toBe(false)
    const all = [...zip.values()].map((bytes) => bytes.toString('latin1')).join('\n')
    expect(all).not.toContain(key)
    for (const row of rowsOf(zip, 'teammates')) expect(row).not.toHaveProperty('password_hash')
    expect(
      [...zip.keys()].filter((name) => /sessions|invites|api_keys|passkeys|reply_tokens/.test(name)),
    ).toEqual([])
  })

  test('export to where one may not write leaves nothing and says so', async () => {
    const end = await tend.tend('export', '/proc/everything.zip')
    expect(end).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/could not be written/) })
  })

  test('the sample team comes and goes without a trace', { timeout: 600_000 }, async () => {
    const counted = async () => {
      const file = join(await tempFolder(), 'all.zip')
      json(await tend.tend('export', file, '--json'))
      const zip = await unzip(file)
      const tables = [...zip.keys()].filter((name) => name.startsWith('tables/'))
      // Who did what stays written down, and the company's clock is that of whoever moved in first.
      const kept = tables.filter((name) => !/audit|kysely/.test(name))
      const rows = (name: string) =>
        rowsOf(zip, name).filter((row) => row.type !== 'company.changed' && row.key !== 'company')
      return Object.fromEntries(kept.map((name) => [name, rows(name.slice(7, -7)).length]))
    }
    const before = await counted()
    expect(json(await tend.tend('demo', '--json'))).toEqual({ done: true })
    expect((await tend.tend('demo')).stderr).toContain('already')
    const key = await tend.key()
    const during = await counted()
    expect(during['tables/conversations.ndjson']).toBeGreaterThan(before['tables/conversations.ndjson']! + 20)
    // Everything the cast set going comes to rest, so that nothing of it is written after it left.
    await expect
      .poll(
        async () =>
          (await tend.ask('GET', '/health', { key })).body.lines.find((l: { id: string }) => l.id === 'work')
            .figures,
        { timeout: 400_000 },
      )
      .toMatchObject({ waiting: 0, active: 0 })
    expect(json(await tend.tend('demo', 'remove', '--json'))).toEqual({ done: true })
    expect(await counted()).toEqual(before)
    expect((await tend.tend('demo', 'dance')).code).toBe(2)
  })

  test('letters are cut into slices while others come in, and none is lost', async () => {
    const key = await tend.key()
    expect(json(await tend.tend('slices', '--json')).items).toEqual([])
    let goesOn = true
    const ids: string[] = []
    const writing = (async () => {
      for (let i = 0; goesOn; i++) {
        const raw = letter(`Slice ${i}`)
        const headers = { 'content-type': 'message/rfc822' }
        const taken = await tend.ask('POST', '/intake/email', { key, raw, headers })
        expect(taken.status).toBe(201)
        ids.push(taken.body.messageId)
      }
    })()
    await expect.poll(() => ids.length, { timeout: 200_000 }).toBeGreaterThan(2)
    const before = ids.length
    const made = json(await tend.tend('slices', 'make', '--json'))
    await expect.poll(() => ids.length, { timeout: 200_000 }).toBeGreaterThan(before + 2)
    goesOn = false
    await writing
    expect(made.items.map((slice: { table: string }) => slice.table)).toEqual([
      'events',
      'events',
      'messages',
      'messages',
    ])
    const headers = { authorization: `Bearer ${key}` }
    for (const id of ids)
      expect((await ask(tend.url, 'GET', `/messages/${id}`, { headers })).status).toBe(200)
    for (const n of [0, ids.length - 1])
      await expect
        .poll(
          async () => {
            const found = await ask(tend.url, 'GET', `/search?q=slice+${n}`, { headers })
            return found.body.items.map((one: { title: string }) => one.title)
          },
          { timeout: 20_000 },
        )
        .toContain(`Slice ${n}`)
    expect((await tend.tend('slices')).stdout).toContain('slices.messages_later')
    expect((await tend.tend('slices', 'bake')).stderr).toContain('knows nothing but make')
  })

  test('a backup under writes is whole, and restored it is the ledger', { timeout: 600_000 }, async () => {
    const key = await tend.key()
    let goesOn = true
    const ledger: { id: string; before: boolean }[] = []
    let isMade = false
    const writing = (async () => {
      for (let i = 0; goesOn; i++) {
        const raw = letter(`Ledger ${i}`, 'x'.repeat(2000))
        const taken = await tend.ask('POST', '/intake/email', {
          key,
          raw,
          headers: { 'content-type': 'message/rfc822' },
        })
        expect(taken.status).toBe(201)
        ledger.push({ id: taken.body.messageId, before: !isMade })
      }
    })()
    await expect.poll(() => ledger.length, { timeout: 200_000 }).toBeGreaterThan(4)
    const certain = ledger.map(({ id }) => id)
    const made = json(await tend.tend('backup', '--json'))
    isMade = true
    const possible = ledger.length
    await expect.poll(() => ledger.length, { timeout: 200_000 }).toBeGreaterThan(possible + 1)
    goesOn = false
    await writing
    expect(made.sha256).toBe(
      createHash('sha256')
        .update(await readFile(made.file))
        .digest('hex'),
    )
    expect(await readdir(join(tend.folder, 'backups'))).toEqual([made.file.split('/').at(-1)])

    const running = await tend.tend('restore', made.file, '--yes')
    expect(running).toMatchObject({ code: 1, stderr: expect.stringContaining('already living') })
    const folder = join(await tempFolder(), 'data')
    const away = { TEND_DATA: folder }
    const run = (...words: string[]) => launch(away, [command, 'restore', ...words]).ended
    const torn = join(await tempFolder(), 'torn.tend')
    for (const spoil of [
      async () => truncate(torn, Math.floor((await stat(torn)).size / 2)),
      async () => truncate(torn, (await stat(torn)).size - 1),
      () => appendFile(torn, 'more'),
      async () => {
        const bytes = await readFile(torn)
        bytes[Math.floor(bytes.length / 2)]! ^= 1
        await writeFile(torn, bytes)
      },
    ]) {
      await copyFile(made.file, torn)
      await spoil()
      expect(await run(torn)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('Nothing was changed'),
      })
    }
    expect(await run(join(folder, 'nowhere.tend'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no file'),
    })
    const restored = json(await run(made.file, '--json'))
    expect(restored).toMatchObject({
      rows: made.rows,
      setAside: null,
      missingKey: join(folder, 'files/tend.key'),
    })
    expect((await run(made.file)).stderr).toContain('Say --yes')
    const spoken = await run(made.file, '--yes')
    expect(spoken.stdout).toContain('What was there before is in')
    expect(spoken.stdout).toContain('The key')
    // Whoever has started a new Tend here has a key, but not theirs.
    await writeFile(join(folder, 'files/tend.key'), randomBytes(32))
    expect((await run(made.file, '--yes')).stdout).toContain('is not the one that this backup was made with')
    await cp(join(elsewhere, 'tend.key'), join(folder, 'files/tend.key'))
    expect((await run(made.file, '--yes')).stdout).not.toContain('The key')

    const moved = await startTend(away)
    const headers = { authorization: `Bearer ${key}` }
    const has = async (id: string) =>
      (await ask(moved.url, 'GET', `/messages/${id}`, { headers })).status === 200
    for (const id of certain) expect(await has(id)).toBe(true)
    // What came in after the moment of the backup is not there, and each that is there is whole.
    for (const { id, before } of ledger) {
      const there = await has(id)
      if (!before) expect(there).toBe(false)
      if (there)
        expect((await ask(moved.url, 'GET', `/messages/${id}/raw`, { headers })).body).toContain('Ledger')
    }
    expect((await moved.stop()).code).toBe(0)
  })
})
