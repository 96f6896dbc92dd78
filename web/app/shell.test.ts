import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { workerOf } from '../shell.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url))
const manifest = JSON.parse(read('../public/manifest.webmanifest').toString())

it('has every picture that its manifest names, in the size it names', () => {
  const pictures: { src: string; sizes: string; type: string }[] = manifest.icons
  expect(pictures.length).toBeGreaterThan(2)
  for (const { src, sizes, type } of pictures) {
    const bytes = read(`../public${src}`)
    if (type !== 'image/png') continue
    // Width and height stand in the first chunk of a PNG.
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
  }
  // Phones cut a round piece out of it; without a picture made for that they shrink ours into a white disc.
  expect(manifest.icons.some((one: { purpose: string }) => one.purpose === 'maskable')).toBe(true)
})

const built = (assets: string[], page = '<script type="module" src="/assets/index-a.js">') =>
  JSON.parse(/^const shell = (\{.*\})$/m.exec(workerOf(assets, page))![1]!) as {
    version: string
    files: string[]
    entry: string
    places: string[]
  }

it('is of another version as soon as one piece of it is another', () => {
  const pieces = ['index-a.js', 'Thread-b.js', 'heads-c.bin', 'pseudo-d.js']
  const one = built(pieces)
  expect(one.entry).toBe('assets/index-a.js')
  expect(one.files).toContain('/assets/Thread-b.js')
  expect(one.files).toContain('/theme.js')
  // A megabyte that is needed for the second hint comes when it is asked for.
  expect(one.files.filter((file) => /heads|pseudo/.test(file))).toEqual([])
  expect(built(pieces).version).toBe(one.version)
  expect(built([...pieces, 'New-e.js']).version).not.toBe(one.version)
  expect(built(pieces, '<p><script src="/assets/index-a.js">').version).not.toBe(one.version)
})

it('answers for the places of the app, and not for pages of customers, files or the API', () => {
  const { places } = built([])
  for (const place of ['', 'today', 'inbox', 'conversations', 'settings', 'help'])
    expect(places).toContain(place)
  for (const other of ['api', 'files', 'p', 'ask', 'healthz']) expect(places).not.toContain(other)
})
