/** The steps of the gate, in order: cheap and telling first. Each command also runs alone, as written here. */
import type { Command } from './run-command.ts'

export type Step = {
  name: string
  title: string
  /** What a person should know when this step stops the change. */
  why: string
  /** More than one: they run beside each other. `report` is where a runner writes its counts. */
  commands: (report: string) => Command[]
  runsTests?: true
}

const vitest = (...args: string[]): [string, ...string[]] => [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  ...args,
]
const check = (name: string): Command => ({ argv: ['node', `scripts/check-${name}.ts`] })

export const STEPS: Step[] = [
  {
    name: 'lint',
    title: 'format and lint',
    why: 'one way of writing keeps reviews about meaning; `npm run format` repairs the format. A function over 40 lines (screens 60) does more than one thing: split it.',
    commands: () => [{ argv: ['biome', 'check', '--error-on-warnings', '.'] }],
  },
  {
    name: 'types',
    title: 'types of core, server, web and tools',
    why: 'core is checked without DOM and Node, so that a rule that touches the world does not compile.',
    commands: () =>
      ['packages/core', 'packages/server', 'packages/web', '.'].map((project) => ({
        argv: ['tsc', '-p', project],
      })),
  },
  {
    name: 'boundaries',
    title: 'boundaries, cycles and escapes',
    why: 'each finding above says why.',
    commands: () => [check('boundaries')],
  },
  {
    name: 'sizes',
    title: 'sizes of files',
    why: 'each finding above says why.',
    commands: () => [check('sizes')],
  },
  {
    name: 'texts',
    title: 'texts and repository',
    why: 'each finding above says why.',
    commands: () => [check('texts'), check('repository')],
  },
  {
    name: 'dependencies',
    title: 'dependencies: checksums, licences, install scripts, known holes',
    why: 'what others wrote runs with our rights on the data of people; each finding above says why.',
    commands: () => [check('dependencies'), check('advisories')],
  },
  {
    name: 'unit',
    title: 'unit and database tests',
    why: 'a rule or a promise of the product no longer holds.',
    commands: (report) => [{ argv: vitest(`--outputFile.json=${report}`) }],
    runsTests: true,
  },
  {
    name: 'zone',
    title: 'core again, in another time zone',
    why: 'a rule that gives another answer on another clock is wrong for somebody; pass the zone as an argument.',
    commands: (report) => [
      {
        // Ten thousand trees of groups know no clock, and are two thirds of all the time of core.
        argv: vitest(
          ...['--project', 'core', '--exclude', '**/small-groups.{property,worlds}.test.ts'],
          `--outputFile.json=${report}`,
        ),
        env: { TZ: 'Pacific/Auckland' },
      },
    ],
    runsTests: true,
  },
  {
    name: 'build',
    title: 'web build',
    why: 'what does not build cannot be served.',
    commands: () => [{ argv: ['vite', 'build', 'packages/web', '--logLevel', 'warn'] }],
  },
  {
    name: 'bundle',
    title: 'size of the first page',
    why: 'the finding above says why.',
    commands: () => [check('bundle')],
  },
  {
    name: 'server-db',
    title: 'database tests on the oldest PostgreSQL we promise',
    why: 'an organisation brings its own server: from PostgreSQL 15 on everything must work there as well.',
    commands: (report) => [
      { argv: ['node', 'scripts/test-server-db.ts', '--may-be-missing', `--report=${report}`] },
    ],
    runsTests: true,
  },
  {
    name: 'browser',
    title: 'browser tests',
    why: 'what a person sees or does is broken, or there is no browser to try it with.',
    commands: (report) => [
      {
        argv: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
        env: { BROWSER_REPORT: report },
      },
    ],
    runsTests: true,
  },
]
