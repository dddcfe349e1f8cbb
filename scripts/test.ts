/**
 * Everything a change must pass, in order, stopping at the first failure.
 * `npm test` runs all; `npm test -- --only unit,types` some, for while you work; `npm test -- --list` names them.
 * The last line is `N passed, N failed`, summed over all runners, for scripts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runStep, type StepResult } from './run-step.ts'
import { PROJECT } from './sources.ts'
import { STEPS, type Step } from './test-steps.ts'
import { isRed, verdictLines } from './test-verdict.ts'

function chosenSteps(only: string | undefined): Step[] {
  if (only === undefined) return STEPS
  const names = only.split(',')
  const known = STEPS.map((step) => step.name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`no step is called ${unknown.join(', ')}; there are ${known.join(', ')}`)
  return STEPS.filter((step) => names.includes(step.name))
}

async function runSteps(steps: Step[], root: string): Promise<StepResult[]> {
  const reports = mkdtempSync(join(tmpdir(), 'weerklank-gate-'))
  const results: StepResult[] = []
  try {
    for (const step of steps) {
      const result = await runStep(step, root, join(reports, `${step.name}.json`))
      results.push(result)
      if (isRed(result)) break
    }
    return results
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { only: { type: 'string' }, list: { type: 'boolean' } } })
  const steps = chosenSteps(values.only)
  if (values.list) {
    for (const step of steps) console.log(`${step.name.padEnd(12)}${step.title}`)
    return
  }
  const results = await runSteps(steps, PROJECT)
  console.log(`\n${verdictLines(steps, results, steps.length === STEPS.length).join('\n')}`)
  process.exitCode = results.some(isRed) ? 1 : 0
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
})
