import { expect, test } from 'vitest'
import { type Check, missing } from './faults/check.ts'
import { disk } from './faults/disk.ts'
import { dovecot } from './faults/dovecot.ts'
import { kills } from './faults/kills.ts'
import { slow } from './faults/slow.ts'
import { sweeps } from './faults/sweep.ts'

// The faults themselves take hours and a machine of one's own: `npm run faults`. Here it is said which of them could be brought about.
const all: Check[] = [...sweeps, ...disk, ...dovecot, ...slow, ...kills]

test('every fault says what it is, and what it needs', () => {
  for (const { id, says } of all) {
    expect(id).toMatch(/^[XZ]\d+$/)
    expect(says.length).toBeGreaterThan(20)
  }
  expect(new Set(all.map(({ id, says }) => `${id} ${says}`)).size).toBe(all.length)
})

for (const check of all) {
  const lacks = missing(check)
  test.skip(`${lacks ? `skipped: no ${lacks}` : 'skipped: runs in npm run faults'}: ${check.id} ${check.says}`, () => {})
}
