import type { Token } from '../tokens.ts'
import {
  cardinals,
  feasts,
  months,
  ordinals,
  tens,
  today,
  tomorrow,
  tonight,
  units,
  weekdays,
} from './english.ts'

/** Words a time may begin with: most words are none, and are passed over at once. */
const starters: ReadonlySet<string> = new Set([
  ...weekdays.keys(),
  ...months.keys(),
  ...cardinals.keys(),
  ...tens.keys(),
  ...ordinals.keys(),
  ...today,
  ...tomorrow,
  ...tonight,
  ...feasts.map(([words]) => words.split(' ')[0]!.replace(/'.*/, '')),
  ...`by before at on in within until till til from after around about over during between since for approx approximately circa starting effective past to towards round inside under
  the this that these next nxt last previous coming upcoming following every each a an half quarter couple another noon noontime midday mid midnight first end close finish early late later earlier start beginning
  middle halfway tail sometime some anytime same yesterday overmorrow day week month w wc wb midweek right just now say as no not sooner prior ahead up latest morning mornings lunch lunchtime dinnertime teatime tea dinner afternoon arvo aft
  evening eve night eod cob eob cop q q1 q2 q3 q4 very sat sun`.split(/\s+/),
])

/** Words that are a time only together with what follows. */
const leaning: ReadonlySet<string> = new Set(
  `a an the this that these by before at on in within until till til from after around about over during between since for approx approximately circa starting effective past to towards round inside under
  as no not up say right just very same end close late early later earlier every each last first previous past following coming upcoming prior ahead latest sooner`.split(
    /\s+/,
  ),
)

/** What else may stand second. */
const seconds: ReadonlySet<string> = new Set(
  `couple few working business calendar time moment present or your my our full whole most least less than max maximum roughly say only further one thing course lunchtime tea dinner weekend there of , @ ~ - ( '`.split(
    /\s+/,
  ),
)

/** Whether a time may begin here, by its first two tokens: nearly all words are passed over at once. */
export function mayBegin(tokens: readonly Token[], index: number): boolean {
  const first = tokens[index]!
  if (first.kind === 'mark') return first.text === '@' || first.text === '~'
  if (first.kind === 'number') return true
  if (!starters.has(first.text)) return false
  if (!leaning.has(first.text)) return true
  if (first.text === 'no' || first.text === 'not')
    return /^(?:later|sooner|earlier)$/.test(tokens[index + 1]?.text ?? '')
  const second = tokens[index + 1]
  if (!second) return first.text === 'latest' || first.text === 'late'
  return (
    second.kind === 'number' ||
    starters.has(second.text) ||
    units.has(second.text) ||
    seconds.has(second.text)
  )
}
