import type { Role } from '#contract/team.ts'

const ranks: readonly Role[] = ['observer', 'teammate', 'lead', 'admin']

/** The one that may less: a key never has more rights than its person. */
export const lowerRole = (a: Role, b: Role): Role => (ranks.indexOf(a) < ranks.indexOf(b) ? a : b)
