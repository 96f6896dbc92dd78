import { shared } from '#web/ui/shared.ts'

/** In which conversation somebody has asked for help with hard words, without any having been noticed. */
export const { set: openHeat, use: useOpened } = shared<string | null>(null)
