import { type Moments, momentsFrom } from './moments.ts'
import { bakery } from './stories/bakery.ts'
import { hello } from './stories/hello.ts'
import { repairs } from './stories/repairs.ts'
import type { Story } from './story.ts'

export { company, inboxes, teammates } from './company.ts'
export { frameworks } from './frameworks.ts'
export { people } from './people.ts'

/** The whole story as it stands at `now`, oldest matter first. */
export function stories(now: Date): Story[] {
  const moments: Moments = momentsFrom(now)
  return [...repairs(moments), ...bakery(moments), ...hello(moments)].sort(
    (a, b) => a.steps[0]!.at.getTime() - b.steps[0]!.at.getTime(),
  )
}
