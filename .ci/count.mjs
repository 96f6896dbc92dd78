// Says how it went in one line, from what Vitest itself wrote down, and ends with the exit code that fits.
// Steps beside the tests count only when they failed; a test run that did not finish counts as one that failed.
import { readFileSync } from 'node:fs'

const [file, ...failedSteps] = process.argv.slice(2)
const others = failedSteps.filter((step) => !step.startsWith('tests'))

let passed = 0
let failed = others.length
let skipped = 0
let testsFailed = false
try {
  const result = JSON.parse(readFileSync(file, 'utf8'))
  passed = result.numPassedTests
  skipped = result.numPendingTests + result.numTodoTests
  // A file that cannot even be loaded has no tests that could fail.
  const broken = result.testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
  )
  for (const one of broken) console.log(`  ${one.name}: ${one.message.split('\n')[0]}`)
  failed += result.numFailedTests + broken.length
  testsFailed = result.numFailedTests + broken.length > 0
} catch {
  failed++
  testsFailed = true
  console.log('  The test run did not come to its end.')
}
// An error outside every test fails the run without failing a test.
if (!testsFailed && failedSteps.some((step) => step.startsWith('tests'))) {
  failed++
  console.log('  All tests passed, but the run itself failed: see the errors above.')
}
try {
  const again = readFileSync('.cache/ci-second-tries.txt', 'utf8').trim()
  if (again)
    console.log(`  Well only at the second try (docs/decisions/0011):\n  ${again.replaceAll('\n', '\n  ')}`)
} catch {
  // The run did not come to its end, which was said above.
}
if (others.length) console.log(`  Not well: ${others.join(', ')}.`)
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed ? 1 : 0)
