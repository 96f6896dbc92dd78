import { talk } from '../say.ts'

const onScreen = process.stderr.isTTY === true
const pause = onScreen ? 250 : 10_000

const number = (value: number) => value.toLocaleString('en-GB')

/** "12,400 letters · 41 % · 118 a second · about 3 minutes left", at most four times a second, or every ten where nobody looks. */
export function showProgress(total: number): { tell(letters: number, bytes: number): void; end(): void } {
  const began = performance.now()
  let told = began
  let shown = false
  return {
    tell(letters, bytes) {
      const now = performance.now()
      if (now - told < pause) return
      told = now
      const seconds = (now - began) / 1000
      const share = total ? Math.min(1, bytes / total) : 0
      const left = share > 0.005 ? timeLeft((seconds * (1 - share)) / share) : 'time left not known yet'
      const line = `${number(letters)} letters · ${Math.floor(share * 100)} % · ${Math.round(letters / seconds)} a second · ${left}`
      if (onScreen) process.stderr.write(`\r\u001b[2K${line}`)
      else talk(line)
      shown = true
    },
    end() {
      if (onScreen && shown) process.stderr.write('\r\u001b[2K')
    },
  }
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} seconds left`
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes left`
  return `about ${Math.round(seconds / 3600)} hours left`
}

export { number }
