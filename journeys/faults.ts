import { missing } from './faults/check.ts'
import { disk } from './faults/disk.ts'
import { dovecot } from './faults/dovecot.ts'
import { kills } from './faults/kills.ts'
import { slow } from './faults/slow.ts'
import { sweeps } from './faults/sweep.ts'
import { leaveNothing } from './house.ts'

/**
 * `npm run faults`: the faults of TRUST.md that need a machine of one's own (Debian: strace, dovecot-imapd, postgrey; root for a small
 * disk), at full size, hours of it. `npm run faults -- few` does a tenth; further words choose, such as `Z5` or `dovecot`.
 */
const [, , ...words] = process.argv
const few = words.includes('few')
const wanted = words.filter((word) => word !== 'few').map((word) => word.toLowerCase())
const all = [...sweeps, ...disk, ...dovecot, ...slow, ...kills].filter(
  ({ id, says }) =>
    wanted.length === 0 ||
    wanted.some((word) => id.toLowerCase() === word || says.toLowerCase().includes(word)),
)

const count = { held: 0, failed: 0, skipped: 0 }
for (const check of all) {
  const lacks = missing(check)
  if (lacks) {
    count.skipped++
    console.log(`skipped: no ${lacks}  ${check.id}  ${check.says}`)
    continue
  }
  const began = performance.now()
  const took = () => `${Math.round((performance.now() - began) / 1000)} s`
  try {
    const seen = await check.run(few)
    count.held++
    console.log(`held    ${check.id}  ${check.says}\n          ${seen} · ${took()}`)
  } catch (error) {
    count.failed++
    console.log(`FAILED  ${check.id}  ${check.says}\n          ${(error as Error).message} · ${took()}`)
  } finally {
    await leaveNothing()
  }
}
console.log(
  `\n${count.held} held, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`,
)
process.exit(count.failed || count.held + count.skipped === 0 ? 1 : 0)
