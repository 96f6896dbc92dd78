import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inOneLine } from '../ledger.ts'
import { until } from '../until.ts'
import { type Check, demand } from './check.ts'
import { openScene } from './scene.ts'

const run = promisify(execFile)

/** A disk of that size, in memory; gone with what it held. */
async function smallDisk(megabytes: number, more = ''): Promise<{ path: string; gone(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tend-small-disk-'))
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755${more}`, 'tmpfs', path])
  return {
    path,
    async gone() {
      await run('umount', [path]).catch(() => run('umount', ['-l', path]))
      await rm(path, { recursive: true, force: true })
    },
  }
}

const roomOn = async (path: string): Promise<number> => {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}

/** Fills the disk to its last byte and gives back how to make room again. */
async function fill(path: string): Promise<() => Promise<void>> {
  const filler = join(path, 'filler')
  await mkdir(filler)
  for (let n = 0; (await roomOn(path)) > 4096; n++) {
    const size = Math.min(32 * 2 ** 20, await roomOn(path))
    await writeFile(join(filler, String(n)), Buffer.alloc(size, 0x61)).catch(() => {})
  }
  return () => rm(filler, { recursive: true })
}

const healthLine = async (admin: Awaited<ReturnType<Awaited<ReturnType<typeof openScene>>['admin']>>) =>
  (await admin.call('GET /health')).lines.find((line) => line.id === 'disk')!

/** To the last byte: mail stays with its sender, the screen says so, and it is all there soon after there is room. */
async function fullDisk(): Promise<string> {
  const disk = await smallDisk(700)
  const scene = await openScene({ data: join(disk.path, 'data') })
  try {
    await scene.write()
    const makeRoom = await fill(disk.path)
    const said: string[] = []
    for (let n = 0; n < 5; n++) {
      const tried = await scene.tryToWrite()
      demand(!tried.taken, 'a letter was taken on a full disk')
      said.push(tried.said)
    }
    demand(
      said.every((line) => /^4\d\d/.test(line)),
      `the senders heard ${JSON.stringify(said)}`,
    )
    const line = await healthLine(await scene.admin())
    demand(line.state === 'bad' && Boolean(line.remedy), `the health page says ${JSON.stringify(line)}`)
    const leads = async () => (await (await scene.admin()).call('GET /today')).lead?.noRoom
    demand((await leads()) === true, 'Today says nothing of letters that are turned away')
    await makeRoom()
    const began = performance.now()
    await scene.write()
    const back = Math.round((performance.now() - began) / 100) / 10
    demand(back <= 60, `it took ${back} s to come back`)
    demand((await leads()) === false, 'Today goes on saying that there is no room')
    await scene.answer()
    return `${said[0]!.slice(0, 70)} · “${line.says}” · back after ${back} s · ${inOneLine(await scene.settle())}`
  } finally {
    await scene.end()
    await disk.gone()
  }
}

/** No more files can be made: the same. */
async function noInodes(): Promise<string> {
  const disk = await smallDisk(700, ',nr_inodes=6000')
  const scene = await openScene({ data: join(disk.path, 'data') })
  try {
    await scene.write()
    const filler = join(disk.path, 'filler')
    await mkdir(filler)
    let made = 0
    for (;;)
      try {
        await writeFile(join(filler, String(made)), '')
        made++
      } catch {
        break
      }
    const tried = await scene.tryToWrite()
    demand(!tried.taken && /^4\d\d/.test(tried.said), `the sender heard “${tried.said}”`)
    await rm(filler, { recursive: true })
    const began = performance.now()
    await scene.write()
    const back = Math.round((performance.now() - began) / 100) / 10
    return `${tried.said.slice(0, 70)} · back after ${back} s · ${inOneLine(await scene.settle())}`
  } finally {
    await scene.end()
    await disk.gone()
  }
}

/** The disk turns read-only under it, as after an error of the hardware. */
async function readOnly(): Promise<string> {
  const disk = await smallDisk(700)
  const data = join(disk.path, 'data')
  const letters = join(disk.path, 'letters')
  await mkdir(data)
  await mkdir(letters)
  const scene = await openScene({ data })
  try {
    await scene.write()
    const files = join(data, 'files')
    await run('mount', ['--bind', files, files])
    await run('mount', ['-o', 'remount,ro,bind', files])
    const tried = await scene.tryToWrite()
    await run('umount', [files])
    demand(!tried.taken && /^4\d\d/.test(tried.said), `the sender heard “${tried.said}”`)
    await until('it is taken again', async () => (await scene.tryToWrite()).taken, 60)
    return `${tried.said.slice(0, 70)} · ${inOneLine(await scene.settle())}`
  } finally {
    await scene.end()
    await disk.gone()
  }
}

export const disk: Check[] = [
  {
    id: 'Z5',
    says: 'the disk is full to its last byte: mail stays with its sender, the screen says so, back within 60 s of room',
    needs: ['root'],
    run: fullDisk,
  },
  { id: 'Z5', says: 'no more files can be made: the same', needs: ['root'], run: noInodes },
  { id: 'Z5', says: 'the folder of letters turns read-only: the same', needs: ['root'], run: readOnly },
]
