import type { Answer } from '#web/api/client.ts'
import { shared } from '#web/ui/shared.ts'

export type Missed = Answer<'POST /callbacks/{id}/calling'>

/** A call nobody took; its card goes from the board in the same moment, so what follows is asked by the frame. */
export const { set: setMissed, use: useMissed } = shared<Missed | null>(null)
