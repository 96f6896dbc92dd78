import { parseArgs } from 'node:util'
import { exportTo } from './export.ts'
import { give, mark, talk } from './say.ts'
import { ask, NotRunning, Refused } from './server.ts'

const help = `tend <noun> <verb>   (also: npm run -s tend -- …)

  doctor                              is everything well?
  backup                              make a backup archive now
  restore FILE [--yes]                with the server stopped; what was there is set aside
  export FILE.zip                     everything, as open formats
  mail import PATH…                   old mail: mbox, Maildir, .eml; nothing is sent
    [--inbox NAME] [--ours ADDRESS]… [--open-days N]
  mail export TARGET                  letters as they came and went
    [--format mbox|maildir|eml] [--inbox NAME] [--person EMAIL] [--since DATE] [--until DATE]
  slices [make]                       slices of time that old letters lie in; docs/scaling.md
  demo [remove]                       invite the sample team in, or let it leave
  keys create [--role R] [--name N] [--teammate EMAIL]
  keys list
  keys revoke ID
  teammates sign-in-link EMAIL        a one-time link, for a forgotten password

  --json   one line of JSON on stdout.   TEND_DATA names the folder of the server meant.
  Exit codes: 0 done · 1 refused or failed · 2 wrong words · 3 no server is running there · 4 doctor found something bad`

interface Health {
  ok: boolean
  version: string
  lines: { state: 'good' | 'watch' | 'bad'; says: string; remedy: string | null }[]
}

interface Slice {
  name: string
  bounds: string
  bytes: number
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      yes: { type: 'boolean' },
      role: { type: 'string' },
      name: { type: 'string' },
      teammate: { type: 'string' },
      inbox: { type: 'string' },
      ours: { type: 'string', multiple: true },
      'open-days': { type: 'string' },
      format: { type: 'string' },
      person: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [noun, verb, ...rest] = positionals
  if (values.help || !noun) {
    process.stdout.write(`${help}\n`)
    return values.help ? 0 : 2
  }
  switch (noun) {
    case 'doctor': {
      const health = await ask<Health>('GET', '/health')
      give(health, [
        `Tend ${health.version}`,
        ...health.lines.flatMap((line) => [
          `${mark(line.state)}  ${line.says}`,
          ...(line.remedy ? [`       → ${line.remedy}`] : []),
        ]),
      ])
      return health.ok ? 0 : 4
    }
    case 'backup': {
      talk('Making a backup …')
      const made = await ask<{ file: string; bytes: number; rows: number; sha256: string }>(
        'POST',
        '/backups',
        {},
      )
      give(made, [made.file, `${made.rows} rows, ${(made.bytes / 1e6).toFixed(1)} MB, sha256 ${made.sha256}`])
      return 0
    }
    case 'restore': {
      if (!verb) return wrong('restore needs a file')
      const { restore, restoredLines } = await import('./restore.ts')
      const done = await restore(verb, values.yes ?? false)
      give(done, restoredLines(done))
      return 0
    }
    case 'export': {
      if (!verb) return wrong('export needs the name of a file to write')
      talk('Writing everything out …')
      const made = await exportTo(verb)
      give(made, [made.file, `${(made.bytes / 1e6).toFixed(1)} MB`])
      return 0
    }
    case 'mail': {
      const { mail } = await import('./mail.ts')
      const ended = await mail(verb, rest, values)
      return ended ? wrong(ended.wrong) : 0
    }
    case 'demo':
      if (verb && verb !== 'remove') return wrong('demo knows nothing but remove')
      await ask(verb === 'remove' ? 'DELETE' : 'POST', '/demo', verb === 'remove' ? undefined : {})
      give({ done: true }, [verb === 'remove' ? 'The sample team has left.' : 'The sample team is here.'])
      return 0
    case 'slices': {
      if (verb && verb !== 'make') return wrong('slices knows nothing but make')
      if (verb) talk('Reading letters and events through, while everybody goes on working …')
      const { items } = await ask<{ items: Slice[] }>(verb ? 'POST' : 'GET', '/slices', verb ? {} : undefined)
      give(
        { items },
        items.length
          ? items.map(
              ({ name, bounds, bytes }) =>
                `slices.${name.padEnd(22)}  ${(bytes / 1e6).toFixed(1).padStart(10)} MB  ${bounds}`,
            )
          : ['Letters and events lie in one table each. `tend slices make` cuts them.'],
      )
      return 0
    }
    case 'keys':
      return keys(verb, rest, values)
    case 'teammates':
      return signInLink(verb, rest[0])
    default:
      return wrong(`there is no “${noun}”`)
  }
}

async function keys(
  verb: string | undefined,
  rest: string[],
  values: { role?: string; name?: string; teammate?: string },
): Promise<number> {
  if (verb === 'create') {
    const body = { ...(values.role && { role: values.role }), ...(values.name && { name: values.name }) }
    const made = values.teammate
      ? await ask<{ id: string; key: string }>(
          'POST',
          `/teammates/${await teammateId(values.teammate)}/keys`,
          body,
        )
      : await ask<{ id: string; key: string }>('POST', '/keys', body)
    give(made, [made.key])
    return 0
  }
  if (verb === 'list') {
    const { items } = await ask<{
      items: { id: string; name: string; role: string; revokedAt: string | null }[]
    }>('GET', '/keys')
    give(
      { items },
      items.map(
        (key) => `${key.id}  ${key.role.padEnd(8)}  ${key.revokedAt ? 'revoked' : 'works  '}  ${key.name}`,
      ),
    )
    return 0
  }
  if (verb === 'revoke' && rest[0]) {
    await ask('DELETE', `/keys/${rest[0]}`)
    give({ revoked: rest[0] }, ['Revoked.'])
    return 0
  }
  return wrong('keys knows create, list and revoke ID')
}

async function signInLink(verb: string | undefined, email: string | undefined): Promise<number> {
  if (verb !== 'sign-in-link' || !email) return wrong('teammates knows sign-in-link EMAIL')
  const made = await ask<{ inviteUrl: string }>('POST', `/teammates/${await teammateId(email)}/invite`, {})
  give(made, [made.inviteUrl])
  return 0
}

interface Team {
  items: { id: string; email: string }[]
  next: string | null
}

async function teammateId(email: string): Promise<string> {
  let next: string | null = null
  do {
    const page: Team = await ask<Team>(
      'GET',
      `/teammates?limit=100${next ? `&after=${encodeURIComponent(next)}` : ''}`,
    )
    const found = page.items.find((teammate) => teammate.email === email.trim().toLowerCase())
    if (found) return found.id
    next = page.next
  } while (next)
  throw new Refused(`Nobody on the team has the address ${email}. Nothing was changed.`)
}

function wrong(sentence: string): number {
  talk(`tend: ${sentence}.\n\n${help}`)
  return 2
}

main().then(
  (code) => process.exit(code),
  (error: NodeJS.ErrnoException) => {
    if (error.code?.startsWith('ERR_PARSE_ARGS')) process.exit(wrong(error.message.split('. ')[0]!))
    talk(`tend: ${error.message}`)
    process.exit(error instanceof NotRunning ? 3 : 1)
  },
)
