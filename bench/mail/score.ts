import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { ReadMail } from '#server/channels/email/read/mail.ts'
import { createReader } from '#server/channels/email/read/reader.ts'
import { judgeHtml } from './html.ts'
import { markdownOf, type Suite } from './table.ts'

/**
 * Reads every development case of a data folder as the product does (the pool of reading processes with their limits of
 * time and memory; what cannot be read comes back as a letter that could not be read) and scores it with the scorer that
 * lies beside the cases. The `xss-dompurify` file is judged in Chromium; `thread` needs the whole product: thread.ts.
 *
 *   node bench/mail/score.ts /path/to/data/mail [--suite NAME] [--failures N] [--write results.md]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: 'string' },
    failures: { type: 'string', default: '0' },
    write: { type: 'string' },
  },
})
const folder = resolve(positionals[0] ?? '../shared/data/mail')
const { score } = (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as {
  score(testCase: Case, result: unknown): Record<string, unknown>
}

interface Case {
  suite: string
  id: string
  raw: string
  expect: Record<string, unknown>
}

const reader = createReader(2)
const suites: Suite[] = []
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()) {
  const name = file.replace('.jsonl', '')
  if (name === 'thread' || (values.suite && values.suite !== name)) continue
  const lines = (await readFile(join(folder, file), 'utf8')).trim().split('\n')
  suites.push(name === 'xss-dompurify' ? await judgeHtml(name, lines) : await scoreSuite(name, lines))
}
await reader.close()
const table = markdownOf(suites, Number(values.failures))
process.stdout.write(table)
if (values.write) await writeFile(values.write, table)

async function scoreSuite(name: string, lines: string[]): Promise<Suite> {
  const suite: Suite = { name, cases: [] }
  for (const line of lines) {
    const testCase = JSON.parse(line) as Case
    const started = performance.now()
    const result = await readCase(testCase)
    const checks = score(testCase, result)
    suite.cases.push({ id: testCase.id, checks, milliseconds: performance.now() - started })
  }
  return suite
}

async function readCase(testCase: Case): Promise<unknown> {
  const { mail, done } = await reader.read(Buffer.from(testCase.raw, 'base64'))
  try {
    return mail.unreadable ? { error: mail.troubles.join(', ') } : asTheScorerSeesIt(mail)
  } finally {
    await done()
  }
}

function asTheScorerSeesIt(mail: ReadMail) {
  return {
    from: mail.from?.email,
    name: mail.from?.name,
    subject: mail.subject,
    text: mail.textFull,
    reply: mail.text,
    attachments: mail.attachments.map((one) => ({
      name: one.filename,
      size: one.size,
      inline: one.inline,
      type: one.contentType,
    })),
    autoReply: mail.flags.autoReply,
    bounce: mail.flags.bounce,
    suppress: mail.flags.suppressAutoReply,
    bounceRecipients: mail.bounce?.recipients,
    forward: mail.forwarded && {
      fromAddress: mail.forwarded.from?.email,
      fromName: mail.forwarded.from?.name,
      subject: mail.forwarded.subject,
      body: mail.forwarded.text,
    },
  }
}
