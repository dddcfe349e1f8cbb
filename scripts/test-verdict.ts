/** What the gate says at its end. */
import type { StepResult } from './run-step.ts'
import type { Step } from './test-steps.ts'

export const isRed = (result: StepResult): boolean => result.problem !== undefined

/** The lines after the last step; the very last is the plain count that scripts read. */
export function verdictLines(steps: Step[], results: StepResult[], isWhole: boolean): string[] {
  const lines = results.flatMap((result) =>
    result.notRun === undefined ? [] : [`not run: ${result.name}, ${result.notRun}`],
  )
  for (const { name, counts } of results) {
    if (counts.secondTime !== undefined)
      lines.push(
        `${name}: ${counts.secondTime} passed only when tried again (marked flaky above): a fault or a test that guesses, to be mended`,
      )
  }
  const red = results.find(isRed)
  const left = steps.slice(results.length).map((step) => step.name)
  if (red !== undefined) {
    lines.push(`stopped at ${red.name}: ${red.problem}.`)
    const why = steps.find((step) => step.name === red.name)?.why
    if (why !== undefined) lines.push(`why: ${why}`)
    lines.push(`again, this step alone: npm test -- --only ${red.name}`)
    if (left.length > 0) lines.push(`not reached: ${left.join(', ')}`)
  } else
    lines.push(
      isWhole
        ? 'everything passed'
        : `passed, but this was only ${steps.map((step) => step.name).join(', ')}`,
    )
  return [...lines, countLine(results)]
}

/** A red step counts as at least one failure, so that no script reads a stopped run as a run without failures. */
export function countLine(results: StepResult[]): string {
  const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0)
  const failed = results.reduce(
    (sum, result) => sum + Math.max(result.counts.failed, isRed(result) ? 1 : 0),
    0,
  )
  return `${passed} passed, ${failed} failed`
}
