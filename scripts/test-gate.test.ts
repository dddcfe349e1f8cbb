import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'
import { judge, runStep, type StepResult } from './run-step.ts'
import { PROJECT } from './sources.ts'
import { tempTree } from './temp-tree.ts'
import { countsOf, readReport } from './test-counts.ts'
import { STEPS, type Step } from './test-steps.ts'
import { countLine, verdictLines } from './test-verdict.ts'

const counts = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped })
const green = (name: string, passed: number): StepResult => ({ name, counts: counts(passed) })

describe('a step that runs tests', () => {
  const tests = { runsTests: true } as const
  const cases: [string, number, Parameters<typeof judge>[2], string | undefined][] = [
    ['all passed', 0, counts(3), undefined],
    ['one failed', 1, counts(3, 1), 'failed tests: 1'],
    ['one failed but the runner says it is well', 0, counts(3, 1), 'failed tests: 1'],
    ['one was skipped', 0, counts(3, 0, 1), 'tests left out: 1'],
    ['none ran', 0, counts(0), 'no test ran'],
    ['no report', 0, undefined, 'the runner left no report, so nobody knows what ran'],
    ['it could not even start', 1, undefined, 'it stopped before a test ran'],
    ['it fell over', 134, counts(3), 'the runner ended with an error outside its tests'],
    ['it had nothing to run on', 0, { notRun: 'no server' }, undefined],
    ['it had nothing to run on and that is an error', 1, { notRun: 'no server' }, 'no server'],
  ]
  test.each(cases)('%s', (_name, code, report, problem) => {
    expect(judge(tests, [{ code }], report).problem).toBe(problem)
  })
})

test('a step of several commands is red when one of them is', () => {
  expect(judge({}, [{ code: 0 }, { code: 2 }], undefined).problem).toBe('it found something')
  expect(judge({}, [{ code: 0 }, { code: 0 }], undefined).problem).toBeUndefined()
})

describe('reports', () => {
  test('of Vitest', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(countsOf(report)).toEqual(counts(7, 1, 3))
  })

  test('of Playwright; what only passed the second time is counted apart', () => {
    expect(countsOf({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({
      ...counts(6, 1, 2),
      secondTime: 1,
    })
    expect(countsOf({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } })).toEqual(counts(5))
  })

  test('of anything else are not believed', () => {
    expect(() => countsOf({ passed: 5 })).toThrow('this is no report')
    expect(() => countsOf({ stats: { expected: '5' } })).toThrow('does not say unexpected')
  })

  test('that were never written are missing, not zero', () => {
    expect(readReport('no-such-report.json')).toBeUndefined()
  })
})

describe('the last lines', () => {
  const steps = STEPS.slice(0, 3)
  const names = steps.map((step) => step.name)

  test('sum what all runners ran', () => {
    expect(countLine([green('unit', 40), green('browser', 12)])).toBe('52 passed, 0 failed')
  })

  test('of a stopped run name the step, the reason and what was not reached', () => {
    const lines = verdictLines(
      steps,
      [{ name: 'lint', problem: 'it found something', counts: counts(0) }],
      true,
    )
    expect(lines[0]).toBe('stopped at lint: it found something.')
    expect(lines).toContain('not reached: types, boundaries')
    expect(lines.at(-1)).toBe('0 passed, 1 failed')
  })

  test('name what passed only when tried again', () => {
    const results = names.map((name) => green(name, 1))
    results[1] = { name: 'types', counts: { ...counts(2), secondTime: 1 } }
    const lines = verdictLines(steps, results, true)
    expect(lines[0]).toMatch(/^types: 1 passed only when tried again/)
    expect(lines.at(-1)).toBe('4 passed, 0 failed')
  })

  test('repeat what could not run', () => {
    const results = names.map((name) => green(name, 1))
    results[2] = { name: 'boundaries', notRun: 'no server', counts: counts(0) }
    expect(verdictLines(steps, results, true)).toEqual([
      'not run: boundaries, no server',
      'everything passed',
      '2 passed, 0 failed',
    ])
  })

  test('of a part do not claim the whole', () => {
    expect(
      verdictLines(
        steps,
        names.map((name) => green(name, 0)),
        false,
      )[0],
    ).toMatch(/^passed, but this was only lint/)
  })
})

describe('commands', () => {
  test('run on the Node of the project, whoever starts them', async () => {
    const outcome = await runCommand(
      { argv: ['node', '-p', 'process.version + process.env.TZ'], env: { TZ: 'Asia/Tokyo' } },
      PROJECT,
      'held',
    )
    expect(outcome).toEqual({ code: 0, output: `${process.version}Asia/Tokyo\n` })
  })

  test('keep their exit code and what they said', async () => {
    const outcome = await runCommand(
      { argv: ['node', '-e', 'console.error("no"); process.exit(3)'] },
      PROJECT,
      'held',
    )
    expect(outcome).toEqual({ code: 3, output: 'no\n' })
  })

  test('that are not there, or are ended from outside, are failures', async () => {
    expect(await runCommand({ argv: ['no-such-tool'] }, PROJECT, 'held')).toMatchObject({ code: 127 })
    const killed = await runCommand(
      { argv: ['node', '-e', 'process.kill(process.pid, "SIGKILL")'] },
      PROJECT,
      'held',
    )
    expect(killed).toEqual({ code: 1, output: 'node was ended by SIGKILL\n' })
  })

  test('make a step red with the counts from their report', async () => {
    using tree = tempTree({
      'report.json': JSON.stringify({
        numPassedTests: 2,
        numFailedTests: 1,
        numPendingTests: 0,
        numTodoTests: 0,
      }),
    })
    const step: Step = {
      name: 'x',
      title: 'x',
      why: 'x',
      commands: () => [{ argv: ['node', '-e', 'process.exit(1)'] }],
      runsTests: true,
    }
    expect(await runStep(step, PROJECT, tree.at('report.json'))).toEqual({
      name: 'x',
      problem: 'failed tests: 1',
      counts: counts(2, 1),
    })
  })
})

test('a step that does not exist is said, not skipped', () => {
  const gate = spawnSync(process.execPath, ['scripts/test.ts', '--only', 'unit,speed'], {
    cwd: PROJECT,
    encoding: 'utf8',
  })
  expect(gate.status).toBe(2)
  expect(gate.stderr).toMatch(/^no step is called speed; there are lint, types, /)
})
