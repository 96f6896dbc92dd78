import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{care-language,contract,server,web,cli,cast,journeys,tools,bench}/**/*.test.{ts,tsx}',
      '*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['server/database/testing.setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
