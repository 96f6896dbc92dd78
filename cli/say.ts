/** Data on stdout, talk on stderr. */
export const json = process.argv.includes('--json')
const color = process.stdout.isTTY && !process.env.NO_COLOR

export const talk = (line: string): void => void process.stderr.write(`${line}\n`)

/** One line of JSON with --json, else lines for people. */
export function give(value: unknown, lines: string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''))
}

const codes = { good: '32', watch: '33', bad: '31' } as const
export const mark = (state: keyof typeof codes): string => {
  const word = { good: 'well ', watch: 'watch', bad: 'bad  ' }[state]
  return color ? `\u001b[${codes[state]}m${word}\u001b[0m` : word
}
