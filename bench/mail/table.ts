export interface Scored {
  id: string
  /** One entry per check the case asks for; `_err` when it could not be taken in. */
  checks: Record<string, unknown>
  milliseconds: number
}

export interface Suite {
  name: string
  cases: Scored[]
}

/** Counted on their own: a case may pass without them. */
const countedApart = new Set(['replyStrict', 'replyKept', '_err'])

const judged = (one: Scored) => Object.entries(one.checks).filter(([check]) => !countedApart.has(check))
export const passes = (one: Scored): boolean =>
  judged(one).length > 0 && judged(one).every(([, value]) => value === true)

/** A table per suite, and below it why cases failed: the check, how often, and the first `failures` of their ids. */
export function markdownOf(suites: Suite[], failures: number): string {
  const rows = suites.map((suite) => {
    const scored = suite.cases.filter((one) => judged(one).length > 0)
    const slowest = Math.max(0, ...suite.cases.map((one) => one.milliseconds))
    return `| ${suite.name} | ${suite.cases.length} | ${scored.length} | ${suite.cases.filter(passes).length} | ${share(suite, 'replyKept')} | ${share(suite, 'replyStrict')} | ${slowest.toFixed(0)} |`
  })
  return [
    '| suite | cases | with a scored check | passed | words kept | reply exact | slowest, ms |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...suites.flatMap((suite) => causes(suite, failures)),
    '',
  ].join('\n')
}

function share(suite: Suite, check: string): string {
  const asked = suite.cases.filter((one) => one.checks[check] !== undefined)
  return asked.length ? `${asked.filter((one) => one.checks[check] === true).length} of ${asked.length}` : '–'
}

function causes(suite: Suite, failures: number): string[] {
  const byCheck = new Map<string, string[]>()
  for (const one of suite.cases)
    for (const [check, value] of Object.entries(one.checks))
      if (value === false) byCheck.set(check, [...(byCheck.get(check) ?? []), one.id])
  return [...byCheck].map(
    ([check, ids]) =>
      `- ${suite.name}, ${check}: ${ids.length}${failures ? ` (${ids.slice(0, failures).join(', ')})` : ''}`,
  )
}
