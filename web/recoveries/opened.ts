import { shared } from '#web/ui/shared.ts'

/** The one recovery that somebody has opened to work on; it stays open when they come back to its conversation. */
export const { set: openRecovery, use: useOpened } = shared<string | null>(null)
