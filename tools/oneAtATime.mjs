import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from './progress.mjs'

/** Runs `work` while no other command of this clone does: `npm start` and `npm test` may be typed at the same moment. */
export async function oneAtATime(root, work) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const file = join(root, '.cache', 'ready.lock')
  for (let waited = 0; !take(file); waited++) {
    if (waited === 0) say('  Another command is getting this Tend ready; waiting for it …')
    await pause(200)
  }
  const letGo = () => rmSync(file, { force: true })
  process.once('exit', letGo)
  try {
    await work()
  } finally {
    process.off('exit', letGo)
    letGo()
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  // Whoever was killed while holding it holds it no longer.
  if (!isAlive(Number(readOr(file, '0')))) rmSync(file, { force: true })
  return false
}

const readOr = (file, otherwise) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

export function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
