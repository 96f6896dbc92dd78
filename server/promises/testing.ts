import { expect } from 'vitest'

/** Between two renegotiations, each due is nudged about at most once and becomes late at most once; nothing after the end. */
export function firesOnce(steps: { kind: string; detail: Record<string, unknown> }[]): void {
  let seen = new Set<string>()
  let settled = false
  for (const { kind, detail } of steps) {
    expect(settled, `${kind} after the end`).toBe(false)
    if (kind === 'renegotiated') seen = new Set()
    if (kind === 'kept' || kind === 'released') settled = true
    if (kind !== 'nudged' && kind !== 'late' && kind !== 'broken') continue
    const once = `${kind} ${detail.due}`
    expect(seen.has(once), `${once} twice`).toBe(false)
    seen.add(once)
  }
}
