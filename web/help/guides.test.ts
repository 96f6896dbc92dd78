import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bind, findParts } from './library.ts'
import { blocksOf, piecesOf } from './markdown.ts'
import { guideFor } from './where.ts'

const folder = new URL('../../docs/guides/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
const read = (names: readonly string[], inside: URL) =>
  Object.fromEntries(names.map((file) => [file, readFileSync(new URL(file, inside), 'utf8')]))
const guides = bind(read(files, folder))
const germanFolder = new URL('de/', folder)
const germanFiles = readdirSync(germanFolder)
const inGerman = bind(read(files, folder), read(germanFiles, germanFolder))
const guideNamed = (name: string) => guides.find((one) => one.name === name)

it('has every guide, whole: none begins without a title, and no sign of Markdown is left standing', () => {
  expect(guides.map((one) => `${one.name}.md`).sort()).toEqual(files.toSorted())
  for (const guide of [...guides, ...inGerman]) {
    expect(guide.title, guide.name).not.toBe(guide.name)
    const plain = guide.blocks
      .flatMap((block) =>
        block.kind === 'list'
          ? block.items
          : block.kind === 'table'
            ? [block.head, ...block.rows].flat()
            : block.kind === 'code'
              ? []
              : [block.text],
      )
      .flatMap(piecesOf)
      .filter((piece) => piece.kind === 'plain')
      .map((piece) => piece.text)
    expect(
      plain.filter((text) => /\*\*|\]\(|^#|`|^\|/.test(text)),
      guide.name,
    ).toEqual([])
  }
})

it('links only to guides that are there, and each screen to one', () => {
  const linked = guides.flatMap(
    (guide) =>
      JSON.stringify(guide.blocks)
        .match(/\]\(([\w-]+)\.md/g)
        ?.map((link) => link.slice(2, -3)) ?? [],
  )
  expect(linked.length).toBeGreaterThan(3)
  expect(linked.filter((name) => !guideNamed(name))).toEqual([])
  for (const path of ['/today', '/inbox/new', '/conversations/cnv_1', '/customers', '/settings/care'])
    expect(guideNamed(guideFor(path) ?? ''), path).toBeDefined()
  expect(guideFor('/nowhere')).toBeNull()
})

it('is read in German where it has been written so, in the same parts, with the same keys and addresses', () => {
  expect(germanFiles.filter((file) => !files.includes(file))).toEqual([])
  for (const needed of [
    'first-day',
    'working-together',
    'lists',
    'customer-pages',
    'making-right',
    'how-we-work',
    'incidents',
    'knowing-people',
    'status-page',
    'without-a-line',
    'care-language',
    'mailboxes',
    'translation',
    'backup',
    'moving-in',
    'upgrading',
    'running',
  ])
    expect(inGerman.find((one) => one.name === needed)?.language, needed).toBe('de')
  // One that nobody has translated is read in English.
  expect(bind({ 'en/running.md': '# Run it' }, {})).toMatchObject([{ name: 'running', language: 'en' }])
  const partsOf = (guide: (typeof guides)[number]) => guide.blocks.map((block) => block.kind)
  const codeOf = (guide: (typeof guides)[number]) =>
    [...JSON.stringify(guide.blocks).matchAll(/`([^`]+)`/g)].map(([, code]) => code).sort()
  for (const german of inGerman.filter((one) => one.language === 'de')) {
    const english = guideNamed(german.name)!
    expect(partsOf(german), german.name).toEqual(partsOf(english))
    expect(codeOf(german), german.name).toEqual(codeOf(english))
    expect(german.title).not.toBe(english.title)
  }
})

it('finds a part by the beginnings of its words, titles first', () => {
  expect(findParts(guides, 'sear').at(0)).toMatchObject({ title: 'Search', guide: { name: 'lists' } })
  expect(findParts(guides, 'merge part again').some((part) => part.guide.name === 'working-together')).toBe(
    true,
  )
  expect(findParts(guides, 'zzz')).toEqual([])
  expect(findParts(guides, ' ')).toEqual([])
})

it('reads lists that go on in the next line, tables with a bar in a cell, and code as it stands', () => {
  expect(blocksOf('- one\n  goes on\n- two')).toEqual([
    { kind: 'list', ordered: false, items: ['one goes on', 'two'] },
  ])
  expect(blocksOf('| a | b |\n|---|---|\n| `x \\| y` | 2 |')).toEqual([
    { kind: 'table', head: ['a', 'b'], rows: [['`x | y`', '2']] },
  ])
  expect(blocksOf('```sh\n# no heading\n```\nafter')).toEqual([
    { kind: 'code', text: '# no heading' },
    { kind: 'text', text: 'after' },
  ])
})
