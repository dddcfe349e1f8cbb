/** One step of the gate: runs it, shows it, and judges it by exit codes and by the tests that really ran. */
import { type Outcome, runCommand } from './run-command.ts'
import { type Counts, readReport, type TestReport } from './test-counts.ts'
import type { Step } from './test-steps.ts'

export type StepResult = {
  name: string
  /** Absent: green. */
  problem?: string
  notRun?: string
  counts: Counts
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 }

export async function runStep(step: Step, root: string, reportPath: string): Promise<StepResult> {
  const started = performance.now()
  console.log(`\n━━ ${step.name}: ${step.title}`)
  const commands = step.commands(reportPath)
  const show = commands.length === 1 ? 'live' : 'held'
  const outcomes = await Promise.all(commands.map((command) => runCommand(command, root, show)))
  for (const { output } of outcomes) process.stdout.write(output)
  const report = step.runsTests ? readReport(reportPath) : undefined
  const result: StepResult = { name: step.name, ...judge(step, outcomes, report) }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${markOf(result)} ${step.name} ${seconds} s`)
  return result
}

function markOf({ problem, notRun }: StepResult): string {
  if (problem !== undefined) return '✘'
  return notRun === undefined ? '✔' : '– not run:'
}

/** Exit code 0 is not enough: a runner that ran nothing, or left tests out, is red too. */
export function judge(
  step: Pick<Step, 'runsTests'>,
  outcomes: Pick<Outcome, 'code'>[],
  report: TestReport | undefined,
): Omit<StepResult, 'name'> {
  const failed = outcomes.some(({ code }) => code !== 0)
  if (!step.runsTests) return failed ? { problem: 'it found something', counts: NONE } : { counts: NONE }
  if (report === undefined) {
    const problem = failed
      ? 'it stopped before a test ran'
      : 'the runner left no report, so nobody knows what ran'
    return { problem, counts: NONE }
  }
  if ('notRun' in report) {
    return failed ? { problem: report.notRun, counts: NONE } : { notRun: report.notRun, counts: NONE }
  }
  if (report.failed > 0) return { problem: `failed tests: ${report.failed}`, counts: report }
  if (failed) return { problem: 'the runner ended with an error outside its tests', counts: report }
  if (report.skipped > 0) return { problem: `tests left out: ${report.skipped}`, counts: report }
  return report.passed === 0 ? { problem: 'no test ran', counts: report } : { counts: report }
}
