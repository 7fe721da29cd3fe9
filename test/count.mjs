/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/** A tool that counts as one test. @param {number} exitCode @returns {Count} */
export function countOfStep(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * Counts one vitest run. A test file that could not be loaded holds no tests, so it is one failure; so is a run that
 * ended badly without naming a failed test (crash, unhandled rejection) or without any report.
 * @param {string | undefined} report JSON of vitest's json reporter
 * @param {number} exitCode
 * @returns {Count}
 */
export function countOfReport(report, exitCode) {
  if (!report) return exitCode === 0 ? { passed: 0, failed: 0, skipped: 0 } : countOfStep(exitCode)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report)
  const brokenFiles = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles
  return {
    passed: numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  }
}

/** @param {Count[]} counts @returns {Count} */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The line that every test run ends with. @param {Count} count */
export function toLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
