/** A line on stderr. */
export const say = (line) => process.stderr.write(`${line}\n`)

const seconds = (since) => `${Math.round((performance.now() - since) / 1000)} s`

/**
 * Shows that something long is moving: on a terminal one line that changes, elsewhere (a log) a new line every five
 * seconds. `look` says how far it is, or '' where only the time can be told. Returns how to end it.
 */
export function watch(title, look = () => '') {
  const began = performance.now()
  const terminal = process.stderr.isTTY
  const line = () => `  ${title} … ${[look(), seconds(began)].filter(Boolean).join(', ')}`
  say(`  ${title} …`)
  const timer = setInterval(
    () => {
      if (terminal) process.stderr.write(`\u001b[1A\r\u001b[2K${line()}\n`)
      else say(line())
    },
    terminal ? 250 : 5000,
  )
  return {
    done(words) {
      clearInterval(timer)
      say(`  ${words} (${seconds(began)})`)
    },
    failed: () => clearInterval(timer),
  }
}
