import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cache = fileURLToPath(new URL('../.cache', import.meta.url))

/** A browser's program and the environment it needs. */
export interface Chromium {
  executablePath: string
  env: Record<string, string>
}

/**
 * The Chromium that tests use: TEND_BROWSER, else (Linux x64) the one from npm, so that everybody tests with the same;
 * elsewhere the machine's own. Throws a sentence where there is none.
 */
export async function findChromium(): Promise<Chromium> {
  if (process.env.TEND_BROWSER) return { executablePath: process.env.TEND_BROWSER, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium()
  for (const executablePath of usualPlaces[process.platform] ?? [])
    if (await isThere(executablePath)) return { executablePath, env: {} }
  throw new Error(
    'The browser tests need Chromium or Chrome, and none was found on this machine. Install one, or set TEND_BROWSER to its program.',
  )
}

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

async function packagedChromium(): Promise<Chromium> {
  const entry = import.meta.resolve('@sparticuz/chromium')
  const root = dirname(dirname(fileURLToPath(entry)))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = join(cache, `chromium-${version}`)
  if (!(await isThere(folder))) await unpack(entry, join(root, 'bin'), folder)
  const executablePath = join(folder, 'chromium')
  const env: Record<string, string> = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  // A machine without NSS cannot start it by itself; the package carries those libraries.
  if (await lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = join(folder, 'al2023/lib')
  return { executablePath, env }
}

/**
 * The package unpacks into the shared temporary folder, where another process takes a half-written file for a whole one.
 * So it is made to do so in a folder of its own, which is moved into place once it is complete.
 */
async function unpack(entry: string, bin: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const partial = await mkdtemp(`${folder}.partial-`)
  const script = `const { default: chromium, inflate } = await import(${JSON.stringify(entry)})
    await chromium.executablePath()
    await inflate(${JSON.stringify(join(bin, 'al2023.tar.br'))})`
  try {
    await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TMPDIR: partial },
    })
    await writeFile(join(partial, 'fonts.conf'), fontsIn(folder))
    await rename(partial, folder)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    // Another worker was quicker: its copy is as good.
    if (!(await isThere(folder))) throw error
  }
}

/** The few fonts of the package, and those of the machine where it has any. */
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/fontconfig</cachedir>
</fontconfig>
`

const lacksLibraries = (program: string): Promise<boolean> =>
  run('ldd', [program]).then(
    ({ stdout }) => stdout.includes('not found'),
    () => true,
  )

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
