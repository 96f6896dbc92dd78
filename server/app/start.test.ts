import { execFileSync } from 'node:child_process'
import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, type TestContext, test } from 'vitest'
import { type Ended, launch, startTend, tempFolder } from './testing.ts'

/** Starts on a folder of its own and waits until it has ended. */
async function refusal(
  env: Record<string, string>,
  who: { uid?: number } = {},
): Promise<Ended & { says: string; folder: string }> {
  const folder = env.TEND_DATA ?? (await tempFolder())
  const ended = await launch({ TEND_DATA: folder, ...env }, undefined, who).ended
  return { ...ended, folder, says: ended.stderr.trim().replace(/\s+/g, ' ') }
}

/** What every refusal owes: one plain sentence, no stack, nothing on stdout that looks like success. */
function expectPlain({ stderr, stdout }: Ended): void {
  expect(stderr).toMatch(/Tend cannot start\. \S/)
  expect(stderr).toMatch(/Nothing was changed/)
  expect(stderr).not.toMatch(/\n\s+at |node:internal|undefined|\[object/)
  expect(stdout).not.toMatch(/^ready/m)
}

async function taken(): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as { port: number }).port
}

describe('a wrong setting', () => {
  test.each([
    ['TEND_PORT', 'forty', /TEND_PORT is "forty"/],
    ['TEND_PORT', '70000', /65535/],
    ['TEND_SMTP_PORT', '-1', /TEND_SMTP_PORT is "-1"/],
    ['TEND_URL', 'care.example', /TEND_URL/],
    ['TEND_URL', 'ftp://care.example', /TEND_URL begins with ftp:/],
    ['TEND_OUTBOUND_SMTP', 'http://mail.example', /TEND_OUTBOUND_SMTP/],
    ['DATABASE_URL', 'mysql://db.example/tend', /DATABASE_URL/],
    ['TEND_RUN', 'web,workers', /TEND_RUN names "workers"/],
    ['TEND_FILES', 's3://bucket?region=eu-west-1', /AWS_ACCESS_KEY_ID/],
    ['TEND_FILES', 'https://bucket.example', /TEND_FILES/],
    ['TEND_SMTP_TRUSTED', 'mail.border.example', /TEND_SMTP_TRUSTED/],
    ['TEND_TRUSTED_PROXIES', 'the proxy', /TEND_TRUSTED_PROXIES/],
    ['TEND_AUTHSERV_ID', 'mx example', /TEND_AUTHSERV_ID/],
    ['TEND_HOST', 'not a host', /TEND_HOST/],
    ['TEND_LOG', 'loud', /TEND_LOG is "loud"/],
    ['TEND_DEMO', 'yes', /TEND_DEMO is "yes"/],
    ['TEND_TEST_CLOCK', 'on', /TEND_TEST_CLOCK is "on"/],
    ['TEND_KEY', 'c2hvcnQ=', /TEND_KEY/],
  ])('%s=%s is named, and nothing begins', async (name, value, sentence) => {
    const told = await refusal({ [name]: value })
    expect(told.says).toMatch(sentence)
    expectPlain(told)
    expect(told.code).toBe(2)
    // Not even a database was made.
    expect(await readdir(told.folder)).toEqual([])
  })

  test('the clock of tests is refused where real people would look at it', async () => {
    const told = await refusal({ TEND_TEST_CLOCK: '1', TEND_URL: 'https://care.marlow.example' })
    expect(told).toMatchObject({ code: 2, says: expect.stringMatching(/TEND_TEST_CLOCK=1 .* https/) })
    expectPlain(told)
  })

  test('never shows a password that stands in it', async () => {
    const ends = await Promise.all([
      refusal({ DATABASE_URL: 'postgres//tend:grandmother@db.example/tend' }),
      refusal({ DATABASE_URL: 'postgres://tend:grandmother@127.0.0.1:1/tend' }),
      refusal({ TEND_OUTBOUND_SMTP: 'tend:grandmother@mail.example' }),
    ])
    expect(ends.map((end) => end.code)).toEqual([2, 5, 2])
    expect(ends.map((end) => end.stderr + end.stdout).join()).not.toContain('grandmother')
    for (const end of ends) expectPlain(end)
  })
})

describe('a place that cannot be used', () => {
  test('a port that another program has', async () => {
    const port = await taken()
    const told = await refusal({ TEND_PORT: String(port) })
    expect(told).toMatchObject({ code: 4, says: expect.stringContaining(`Port ${port} is taken`) })
    expect(told.says).toContain('TEND_PORT')
    expectPlain(told)
  })

  test('a port for mail that another program has', async () => {
    const port = await taken()
    const told = await refusal({ TEND_SMTP_PORT: String(port) })
    expect(told).toMatchObject({ code: 4, says: expect.stringContaining(`Port ${port} is taken`) })
    expect(told.says).toContain('TEND_SMTP_PORT')
    expectPlain(told)
  })

  test('an address that is not of this machine', async () => {
    const told = await refusal({ TEND_HOST: '192.0.2.7' })
    expect(told).toMatchObject({ code: 4, says: expect.stringContaining('TEND_HOST') })
    expectPlain(told)
  })

  test('a folder that a file stands in the way of', async () => {
    const folder = join(await tempFolder(), 'data')
    await writeFile(folder, 'a letter')
    const told = await refusal({ TEND_DATA: folder })
    expect(told).toMatchObject({ code: 4, says: expect.stringContaining(folder) })
    expectPlain(told)
    expect(await readFile(folder, 'utf8')).toBe('a letter')
  })

  test('a folder below one that takes no children', async (context) => {
    if (process.platform !== 'linux') context.skip('only Linux has /proc')
    const told = await refusal({ TEND_DATA: '/proc/tend/data' })
    expect(told).toMatchObject({ code: 4, says: expect.stringMatching(/ENOENT.*TEND_DATA/) })
    expectPlain(told)
  })

  test('a folder on a disk that is read only', async (context) => {
    const disk = await smallDisk(context)
    await mkdir(join(disk, 'data'))
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const told = await refusal({ TEND_DATA: join(disk, 'data') })
    expect(told).toMatchObject({ code: 4, says: expect.stringMatching(/EROFS.*TEND_DATA/) })
    expectPlain(told)
  })

  test('a folder of somebody else', async (context) => {
    if (process.getuid?.() !== 0) context.skip('only root can play two people')
    const folder = await tempFolder()
    await chmod(folder, 0o500)
    await chown(folder, 65534, 65534)
    const told = await refusal({ TEND_DATA: join(folder, 'data') }, { uid: 65533 })
    expect(told).toMatchObject({ code: 4, says: expect.stringMatching(/EACCES.*TEND_DATA/) })
    expectPlain(told)
  })

  test('a disk without room', async (context) => {
    const disk = await smallDisk(context)
    const told = await refusal({ TEND_DATA: join(disk, 'data') })
    expect(told).toMatchObject({ code: 4, says: expect.stringMatching(/disk space.*Make room/) })
    expectPlain(told)
  })

  test('a folder of a newer version, which is left as it is', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'layout'), '9\n')
    const told = await refusal({ TEND_DATA: folder })
    expect(told).toMatchObject({ code: 4, says: expect.stringMatching(/newer Tend \(layout 9/) })
    expectPlain(told)
    expect(await readdir(folder)).toEqual(['layout'])
  })

  test('a folder that another Tend lives in, which goes on living', async () => {
    const first = await startTend({ TEND_DATA: await tempFolder() })
    const told = await refusal({ TEND_DATA: first.folder })
    expect(told).toMatchObject({ code: 3, says: expect.stringContaining(first.folder) })
    expectPlain(told)
    expect((await first.ask('GET', '/healthz')).status).toBe(200)
    expect((await first.stop()).code).toBe(0)
  })
})

/** A disk of 64 MB. */
async function smallDisk(context: TestContext): Promise<string> {
  const disk = await tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=755', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    context.skip('this machine does not let us mount a small disk')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]))
  return disk
}
