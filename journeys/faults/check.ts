import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** One fault of TRUST.md, brought about for real. */
export interface Check {
  /** As TRUST.md names it, such as Z5. */
  id: string
  says: string
  /** What of the machine it needs; without it, the check is skipped and says so. */
  needs: Need[]
  /** Resolves with the figures seen; throws what was wrong. `few`: a tenth of the work. */
  run(few: boolean): Promise<string>
}

const needs = {
  strace: () => spawnSync('strace', ['-V']).status === 0,
  dovecot: () => existsSync('/usr/sbin/dovecot'),
  postgrey: () => existsSync('/usr/sbin/postgrey'),
  root: () => process.getuid?.() === 0,
}
export type Need = keyof typeof needs

/** The first thing that is missing here, or null. */
export const missing = (check: Check): Need | null => check.needs.find((need) => !needs[need]()) ?? null

export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
