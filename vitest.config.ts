import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The walks and journeys of a minute and more. They begin first, so that at the end no worker waits for one of them. */
const long = [
  'web/app/screens.wide.browser.test.ts',
  'web/app/screens.phone.browser.test.ts',
  'journeys/kills.test.ts',
  'web/care/care.browser.test.ts',
  'server/app/crash.test.ts',
  'web/conversations/work.browser.test.ts',
  'journeys/cluster.test.ts',
]

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(path))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: [
      '{care-language,contract,server,web,cli,cast,journeys,tools,bench}/**/*.test.{ts,tsx}',
      '*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['server/database/testing.setup.ts', 'journeys/house.setup.ts'],
    setupFiles: ['server/base/testing.setup.ts'],
    pool: 'forks',
    // Node itself runs the files, as it does in a running Tend, and a worker keeps what it has loaded from one file to the next:
    // half the CPU of a fresh process for each (docs/decisions/0014).
    isolate: false,
    experimental: { viteModuleRunner: false, nodeLoader: false },
    maxWorkers: 2,
    sequence: { sequencer: LongOnesFirst },
    // A wait that ran out of patience is tried once more, a wrong answer never (docs/decisions/0011). The kills, which prove
    // that nothing is lost and nothing is sent twice, allow themselves no second try at all.
    retry: {
      count: 1,
      condition: /timeout|timed out|did not (happen|come about) within|did not succeed in time/i,
    },
    // A second is not enough on a machine that does other things too.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
