import { forgetKinds } from './jobs.ts'
import { forgetReactions } from './reacting.ts'
import { forgetTimerKinds } from './timers.ts'

// Runs before each test file. What a file before it declared, in the same process, is not this one's.
forgetKinds()
forgetReactions()
forgetTimerKinds()
