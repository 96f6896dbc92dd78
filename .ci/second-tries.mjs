// Writes down, one a line, which tests needed a second try: they are not well, only not broken.
import { writeFileSync } from 'node:fs'

export default class SecondTries {
  #names = []

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd() {
    writeFileSync('.cache/ci-second-tries.txt', this.#names.map((name) => `${name}\n`).join(''))
  }
}
