import { feelingExamples } from './feeling.ts'
import { personExamples } from './person.ts'
import { type Situated, situated } from './situation.ts'
import { substanceExamples } from './substance.ts'
import { toneExamples } from './tone.ts'

/** One situation for each check that reads a draft. */
export const draftExamples: Readonly<Record<string, Situated>> = Object.fromEntries(
  Object.entries({ ...personExamples, ...substanceExamples, ...feelingExamples, ...toneExamples }).map(
    ([id, situation]) => [id, situated(situation)],
  ),
)
