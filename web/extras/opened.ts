import { shared } from '#web/ui/shared.ts'

/** In which conversation the catalogue is open; the strip of a recovery and the composer both ask for it. */
export const { set: openExtras, use: useOpened } = shared<string | null>(null)
