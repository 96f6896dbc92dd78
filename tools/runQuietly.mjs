import { spawn } from 'node:child_process'

/** Runs a program, keeps what it prints. Rejects with an error that carries it as `output`. `isHopeless` may end it early. */
export function runQuietly(program, args, options, isHopeless = () => false) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000)
      if (isHopeless(output)) child.kill()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(Object.assign(new Error(`${args[0] ?? program} ended with ${signal ?? code}`), { output }))
    })
  })
}
