import type { Conversation } from './cast.ts'
import type { TeammateName } from './company.ts'
import type { StoryPromise } from './steps.ts'
import type { Instant } from './when.ts'

export interface PromiseStanding extends StoryPromise {
  maker: TeammateName
  madeAt: Instant
  keptAt: Instant | null
  state: 'open' | 'late' | 'kept'
}

export interface Standing {
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  assignee: TeammateName | null
  /** Since when they wait for us; null when they do not. */
  waitingSince: Instant | null
  promises: PromiseStanding[]
}

/** Where a conversation stands after all its steps: the rules a teammate would apply by reading it. */
export function standing({ steps }: Pick<Conversation, 'steps'>, now: Instant): Standing {
  let status: Standing['status'] = 'open'
  let assignee: TeammateName | null = null
  let waitingSince: Instant | null = null
  const promises = new Map<string, PromiseStanding>()
  const turn = (to: Standing['status']) => {
    status = to
    waitingSince = null
  }
  for (const step of steps) {
    switch (step.kind) {
      case 'mailIn':
        if (step.autoReply) break
        status = 'open'
        waitingSince ??= step.at
        break
      case 'reply':
        turn('waiting')
        assignee ??= step.by
        for (const one of step.promises)
          promises.set(one.key, { ...one, maker: step.by, madeAt: step.at, keptAt: null, state: 'open' })
        break
      case 'renegotiated':
        turn('waiting')
        Object.assign(promises.get(step.promise)!, { due: step.due, quote: step.quote })
        break
      case 'promiseKept':
        promises.get(step.promise)!.keptAt = step.at
        break
      case 'handover':
        assignee = step.to
        if (step.promise) promises.get(step.promise)!.maker = step.to
        break
      case 'assign':
        assignee = step.to
        break
      case 'later':
        status = 'snoozed'
        break
      case 'done':
        turn('closed')
    }
  }
  const settled = [...promises.values()].map((one) => ({
    ...one,
    state: one.keptAt ? ('kept' as const) : one.due < now ? ('late' as const) : ('open' as const),
  }))
  return { status, assignee, waitingSince, promises: settled }
}
