import type { DraftReading } from '../../draft.ts'

type Labels = DraftReading['labels']

/** All twelve marks of a draft in one line: the name first, values as `empathy=none`; a plain word is true, what is not said false. */
export function marks(line: string): Labels {
  const [name, ...said] = line.split(' ')
  const told = Object.fromEntries(said.map((one) => one.split('=') as [string, string?]))
  const is = (mark: string) => mark in told
  return {
    name: name as Labels['name'],
    echo: is('echo'),
    empathy: (told.empathy ?? 'none') as Labels['empathy'],
    apology: (told.apology ?? 'none') as Labels['apology'],
    order: (told.order ?? 'n/a') as Labels['order'],
    remedy: is('remedy'),
    when: is('when'),
    blame: is('blame'),
    curt: is('curt'),
    jargon: is('jargon'),
    canned: is('canned'),
    close: (told.close ?? 'none') as Labels['close'],
  }
}
