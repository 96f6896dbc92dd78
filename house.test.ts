import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// The laws of ARCHITECTURE.md, read from the imports and the SQL of every file. The floors are data: to move a room is to move a word.

/** From the roof down. A room imports floors below its own; rooms of one floor do not know each other. */
const floors: readonly (readonly string[])[] = [
  ['app'],
  ['incidents'],
  ['desk', 'search', 'exchange'],
  ['statements'],
  ['status'],
  ['replies', 'pages', 'views', 'bulk'],
  ['heat'],
  ['handover', 'goals', 'matters', 'recoveries', 'teams', 'callbacks', 'options', 'oncall'],
  ['extras'],
  [
    'promises',
    'silence',
    'persons',
    'targets',
    'authority',
    'tags',
    'fields',
    'channels',
    'dealings',
    'translation',
  ],
  ['conversations', 'knowledge', 'notifications'],
  ['calendar'],
  ['customers', 'team'],
  ['base'],
  ['database'],
]

/** What each building may know of the others. */
const buildings: Readonly<Record<string, readonly string[]>> = {
  care: [],
  contract: [],
  cast: ['contract'],
  server: ['care', 'contract', 'cast'],
  web: ['care', 'contract'],
  cli: ['contract'],
}

/** `tend` finds the running server by its folder, and `restore` alone works without one (DESIGN.md §3). */
const doorsOfTheCli = [
  'server/database/dataFolder.ts',
  'server/database/lock.ts',
  'server/exchange/restoreFolder.ts',
  'server/app/version.ts',
]

/** Who may write tables of other rooms, and why. */
const writesElsewhere: Readonly<Record<string, string>> = {
  'server/app/demo.ts': 'takes the sample team out of every room in one transaction',
  'server/app/erasing.ts': 'forgets a person in every room in one transaction',
  'server/app/sharing.ts': 'the same, where letters of two people stand in one conversation',
  'server/app/movingInbox.ts': 'moves a conversation to another inbox in every room in one transaction',
  'server/app/merging.ts': 'brings two people together in every room in one transaction',
  'server/app/carrying.ts': 'moves the rows of every room from one person to another, and back',
  'server/exchange/restore.ts': 'puts every table back',
}

/**
 * Where SQL may ask the machine what time it is, and why; everything else asks the one clock, `clock_now()`, so that a test which moves a
 * year moves all of it.
 */
const machineTime: Readonly<Record<string, string>> = {
  'server/app/settleClock.ts': 'waits for the jobs of the queue, which keeps its own time',
  'server/app/telling.ts': 'who looks at a conversation just now is said by a browser every few seconds',
  'server/base/clock.ts': 'is the clock: how far it is ahead of the machine',
  'server/base/due.ts': 'how long whoever is at work on what follows from events has said nothing',
  'server/base/http/forgetOld.ts': 'how long a repeated request and a counted one are remembered',
  'server/base/http/idempotency.ts': 'whether the same request is being answered just now',
  'server/base/http/retireKey.ts': 'whether the same request is being answered just now',
  'server/base/rates.ts': 'how many requests came in this minute',
  'server/channels/email/oauth/consent.ts': 'a sign-in at the mail provider runs by its clock',
  'server/channels/email/outbox/claim.ts': 'leases between processes that may die',
  'server/conversations/presence.ts':
    'who looks at a conversation just now is said by a browser every few seconds',
  'server/database/migrations/0001_base.sql': 'makes the clock, and what remembers requests',
  'server/database/migrations/0010_commit_marks.sql': 'what a connection asks after it broke',
  'server/database/patience.ts': 'what a connection asks after it broke',
  'server/desk/rows.ts': 'who looks at a conversation just now is said by a browser every few seconds',
  'server/exchange/restore.ts': 'leases of processes that are gone',
}

/**
 * Who asks how many rows a statement has changed. Where a transaction holds its writes back (a reply, a first letter, a letter that comes
 * in) the answer would be none: there one asks for the rows (`returning`). None of these is part of one.
 */
const countsItsRows = [
  'server/conversations/history.ts',
  'server/conversations/looks.ts',
  'server/fields/actions.ts',
  'server/statements/actions.ts',
  'server/status/hooks.ts',
  'server/status/statements.ts',
  'server/status/subscribers.ts',
]

/** Rooms within rooms: a channel is one, and so are its ways out and onto the screen; base and database keep their furniture in folders. */
const innerRooms = [
  'server/channels/email',
  'server/channels/email/outbox',
  'server/channels/email/show',
  'server/base/files',
  'server/base/http',
  'server/database/embedded',
]
const isInside = (folder: string) => folder.split('/').length > 2 && !innerRooms.includes(folder)

const root = dirname(fileURLToPath(import.meta.url))
const folders = ['care-language', 'contract', 'server', 'web', 'cli', 'cast']

interface Source {
  path: string
  building: string
  room: string
  text: string
  isTest: boolean
}

const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(dist|node_modules)\//.test(name))
    .map((name): Source => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`
      return {
        path,
        building: folder === 'care-language' ? 'care' : folder,
        room: path.split('/')[1]!,
        text: readFileSync(join(root, path), 'utf8'),
        // Tests and what only tests use may bring whom they need; the laws are about the house as it runs.
        isTest: /\.test\.tsx?$|[./]testing(\.setup)?\.ts$|\/testing\//.test(path),
      }
    }),
)
const house = sources.filter((source) => !source.isTest)

/** Every file of ours that a file imports, as paths from the root; type imports count too. */
function importsOf(source: Source): string[] {
  const found: string[] = []
  for (const [, name] of source.text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([.#][^']+)'/g)) {
    const given = name!.replace(/\?.*$/, '')
    if (given.startsWith('.')) found.push(relative(root, join(root, dirname(source.path), given)))
    else found.push(given.slice(1).replace(/^care\//, 'care-language/'))
  }
  return found
}
const buildingOf = (path: string) => (path.startsWith('care-language/') ? 'care' : path.split('/')[0]!)

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room))

describe('the house', () => {
  it('has a floor for every room of the server, and a room for every name', () => {
    const rooms = readdirSync(join(root, 'server'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(rooms.map((entry) => entry.name).sort()).toEqual(floors.flat().toSorted())
  })

  it('law 1: imports only go down', () => {
    const broken = house
      .filter((source) => source.building === 'server')
      .flatMap((source) =>
        importsOf(source)
          .filter((path) => path.startsWith('server/'))
          .filter((path) => {
            const room = path.split('/')[1]!
            return room !== source.room && floorOf(room) <= floorOf(source.room)
          })
          .map((path) => `${source.path} imports ${path}`),
      )
    expect(broken).toEqual([])
  })

  it('law 1: no file comes back to itself through its imports', () => {
    const by = new Map(house.map((source) => [source.path, importsOf(source)]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) return void circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (done.has(path)) return
      for (const next of by.get(path) ?? []) walk(next, [...way, path])
      done.add(path)
    }
    for (const path of by.keys()) walk(path, [])
    expect(circles.filter((circle) => !onlyTypes(circle))).toEqual([])
  })

  it('law 2: only the roof says who reacts, and what is due when', () => {
    const elsewhere = house.filter(
      ({ path, text }) =>
        path.startsWith('server/') &&
        !path.startsWith('server/app/') &&
        /^\s*(react|reactTogether|onTimer|onTimersTogether)\(|\bsettling[<(]/m.test(text),
    )
    expect(elsewhere.map(({ path }) => path)).toEqual([])
  })

  it('law 3: only its own room writes a table', () => {
    const owners = tableOwners()
    const broken = house
      .filter(({ path, building }) => building === 'server' && !writesElsewhere[path])
      .flatMap((source) =>
        tablesWritten(source.text)
          .filter((table) => owners.has(table) && owners.get(table) !== source.room)
          .map((table) => `${source.path} writes ${table}, which is of ${owners.get(table)}`),
      )
    expect(broken).toEqual([])
  })

  it('law 3: every table belongs to one room', () => {
    const sql = readdirSync(join(root, 'server/database/migrations'))
      .map((name) => readFileSync(join(root, 'server/database/migrations', name), 'utf8'))
      .join('\n')
    const tables = [...sql.matchAll(/^create (?:unlogged )?table (?:if not exists )?([a-z_]+)/gm)].map(
      ([, name]) => name!,
    )
    const gone = new Set([...sql.matchAll(/^drop table ([a-z_]+)/gm)].map(([, name]) => name))
    const owners = tableOwners()
    expect(tables.filter((table) => !owners.has(table) && !gone.has(table))).toEqual([])
  })

  it('law 4: each building knows only what it may', () => {
    const broken = house.flatMap((source) =>
      importsOf(source)
        .filter((path) => {
          const other = buildingOf(path)
          if (other === source.building) return false
          if (source.building === 'cli' && doorsOfTheCli.includes(path)) return false
          return folders.includes(path.split('/')[0]!) && !buildings[source.building]!.includes(other)
        })
        .map((path) => `${source.path} imports ${path}`),
    )
    expect(broken).toEqual([])
  })

  it('law 4: care-language depends on nothing: no package, no clock, no I/O', () => {
    // score-lines is the command around it (npm run care), and train makes the weights; neither is read by the product.
    const pure = house.filter(
      ({ building, path }) => building === 'care' && !/score-lines\.ts$|\/(train|loading)\//.test(path),
    )
    const broken = pure.filter(({ text }) =>
      /from '(?![.#])|\bDate\.now\(|new Date\(\)|Math\.random|\bfetch\(|\bprocess\.|toLocale|\brequire\(/.test(
        withoutComments(text),
      ),
    )
    expect(broken.map(({ path }) => path)).toEqual([])
  })

  it('keeps one clock: SQL asks the machine for the time only where it means the machine', () => {
    const folder = 'server/database/migrations'
    const migrations = readdirSync(join(root, folder)).map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(root, folder, name), 'utf8').replace(/--.*$/gm, ''),
    }))
    const asking = [...house.filter(({ building }) => building === 'server'), ...migrations].filter(
      ({ text }) =>
        /(?<![.\w])(?:now|(?:clock|statement|transaction)_timestamp)\(\)|\b(?:current_(?:timestamp|date|time)|localtime(?:stamp)?)\b/i.test(
          withoutComments(text),
        ),
    )
    expect(asking.map(({ path }) => path).sort()).toEqual(Object.keys(machineTime).sort())
  })

  it('law 5: a room is entered by the files that lie in it', () => {
    const broken = house
      .filter(({ building }) => building === 'server')
      .flatMap((source) =>
        importsOf(source)
          .filter((path) => path.startsWith('server/') && path.split('/')[1] !== source.room)
          .filter((path) => source.room !== 'app' && isInside(dirname(path)))
          .map((path) => `${source.path} imports ${path}`),
      )
    expect(broken).toEqual([])
  })

  it('asks how many rows it has changed only where no transaction holds its writes back', () => {
    const counts = sources.filter(
      ({ path, text }) =>
        /^server\/.*(?<!\.test)\.ts$/.test(path) &&
        /\bnum(Updated|Deleted|InsertedOrUpdated|Affected)Rows\b/.test(text),
    )
    expect(counts.map(({ path }) => path).sort()).toEqual(countsItsRows)
  })

  it('has no file whose name says nothing of its room', () => {
    const names = sources.filter(({ path }) =>
      /(util|helper|misc|manager|common|service)s?[^/]*\.tsx?$/i.test(path),
    )
    expect(names.map(({ path }) => path).filter((path) => path !== 'contract/common.ts')).toEqual([])
  })
})

/** A circle held together only by types is gone when the program runs. */
function onlyTypes(circle: string): boolean {
  const steps = circle.split(' → ')
  return steps.slice(0, -1).some((path, at) => {
    const source = house.find((one) => one.path === path)!
    const name = steps[at + 1]!.split('/').at(-1)!
    const lines =
      source.text.match(
        new RegExp(`(?:import|export)[^;']*?from '[^']*${name.replaceAll('.', '\\.')}'`, 'g'),
      ) ?? []
    return (
      lines.length > 0 &&
      lines.every((line) => /^(?:import|export) type\b|^import \{\s*(?:type [^,}]+,?\s*)+\}/.test(line))
    )
  })
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function tablesWritten(text: string): string[] {
  const kysely = [...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'([A-Za-z]+)/g)]
  const plain = [...text.matchAll(/\b(?:insert into|update|delete from) ([a-z_]+)(?= |\n|`)/g)]
  return [...kysely, ...plain].map(([, name]) => snake(name!))
}

/** Whose a table is: the room whose `tables.ts` declares its row. */
function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>()
  for (const source of house) {
    if (source.building !== 'server' || !/\/tables\.ts$/.test(source.path)) continue
    const [, body] = /\binterface Tables \{([\s\S]*?)\n {2}\}/.exec(source.text) ?? []
    for (const [, name] of (body ?? '').matchAll(/^ {4}([A-Za-z]+):/gm)) owners.set(snake(name!), source.room)
  }
  return owners
}
