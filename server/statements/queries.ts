import { readStatement } from '#care/statement.ts'
import type { Statement, StatementInList } from '#contract/statements.ts'
import { statusLanguages } from '#contract/status.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import './tables.ts'

const stateOf = (row: { publishedAt: Date | null; withdrawnAt: Date | null }): Statement['state'] =>
  row.withdrawnAt ? 'withdrawn' : row.publishedAt ? 'public' : 'draft'

export async function listStatements(db: Db): Promise<StatementInList[]> {
  const rows = await db
    .selectFrom('statements')
    .innerJoin('statementVersions', (join) =>
      join
        .onRef('statementVersions.statementId', '=', 'statements.id')
        .onRef('statementVersions.version', '=', 'statements.version'),
    )
    .select(['statements.id', 'title', 'statements.version', 'publishedAt', 'withdrawnAt', 'at'])
    .select((e) => [
      e
        .selectFrom('statementSigners')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('statementSigners.statementId', '=', 'statements.id')
        .as('signers'),
      e
        .selectFrom('statementSignatures')
        .innerJoin('statementSigners', (join) =>
          join
            .onRef('statementSigners.statementId', '=', 'statementSignatures.statementId')
            .onRef('statementSigners.teammateId', '=', 'statementSignatures.teammateId'),
        )
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('statementSignatures.statementId', '=', 'statements.id')
        .whereRef('statementSignatures.version', '=', 'statements.version')
        .as('signed'),
      e
        .selectFrom('statementComments')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('statementComments.statementId', '=', 'statements.id')
        .where('settledAt', 'is', null)
        .as('openComments'),
    ])
    .orderBy('at', 'desc')
    .orderBy('statements.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ withdrawnAt, publishedAt, at, ...row }) => ({
    ...row,
    state: stateOf({ withdrawnAt, publishedAt }),
    signers: row.signers ?? 0,
    signed: row.signed ?? 0,
    openComments: row.openComments ?? 0,
    publishedAt: publishedAt?.toISOString() ?? null,
    changedAt: at.toISOString(),
  }))
}

export async function statementById(house: Pick<House, 'db' | 'url'>, id: string): Promise<Statement> {
  const { db } = house
  const row = await db.selectFrom('statements').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(say('statements.this'))
  const [versions, signatures, signers, comments, company, now] = await Promise.all([
    db
      .selectFrom('statementVersions')
      .selectAll()
      .where('statementId', '=', id)
      .orderBy('version', 'desc')
      .execute(),
    db
      .selectFrom('statementSignatures')
      .selectAll()
      .where('statementId', '=', id)
      .orderBy('at')
      .orderBy('teammateId')
      .execute(),
    db
      .selectFrom('statementSigners')
      .innerJoin('teammates', 'teammates.id', 'statementSigners.teammateId')
      .select(['teammateId', 'name', 'role'])
      .where('statementId', '=', id)
      .orderBy('name')
      .execute(),
    db
      .selectFrom('statementComments')
      .selectAll()
      .where('statementId', '=', id)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    readCompany(db),
    clockNow(db),
  ])
  const newest = versions[0]!
  const signedBy = (version: number) =>
    signatures
      .filter((one) => one.version === version)
      .map(({ teammateId, name, at }) => ({ teammateId, name, at: at.toISOString() }))
  const signedNow = new Map(signedBy(row.version).map((one) => [one.teammateId, one.at]))
  return {
    id,
    title: newest.title,
    words: newest.words,
    version: row.version,
    state: stateOf(row),
    incidentId: row.incidentId,
    versions: versions.map(({ version, title, words, at, byName }) => ({
      version,
      title,
      words,
      at: at.toISOString(),
      by: byName,
      signatures: signedBy(version),
    })),
    signers: signers.map(({ teammateId, name, role }) => ({
      teammateId,
      name,
      isLead: role === 'lead' || role === 'admin',
      signedAt: signedNow.get(teammateId) ?? null,
    })),
    comments: comments.map((one) => ({
      id: one.id,
      version: one.version,
      language: one.language,
      quote: one.quote,
      text: one.text,
      by: one.byName,
      at: one.at.toISOString(),
      settledBy: one.settledBy,
      settledAt: one.settledAt?.toISOString() ?? null,
    })),
    published:
      row.publicVersion && row.publishedAt && row.told
        ? {
            version: row.publicVersion,
            at: row.publishedAt.toISOString(),
            by: row.publishedBy,
            told: row.told,
            because: row.toldBecause,
          }
        : null,
    withdrawn: row.withdrawnAt
      ? { at: row.withdrawnAt.toISOString(), because: row.withdrawnBecause ?? '' }
      : null,
    url: `${house.url}/status#${id}`,
    reading: readingOf(newest.words, now, company.timeZone),
  }
}

/** How the newest words read, on the clock of the house. */
function readingOf(words: Statement['words'], now: Date, timeZone: string): Statement['reading'] {
  const ref = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(now)
    .replace(' ', 'T')
  const found: Statement['reading'] = {}
  for (const language of statusLanguages) {
    const text = words[language]
    if (!text) continue
    const { lines, missing } = readStatement(text, { ref, tz: timeZone, language })
    found[language] = { lines, missing }
  }
  return found
}
