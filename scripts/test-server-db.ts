/**
 * The database tests on a server of the machine at the oldest version we promise: `npm run test:server-db`.
 * For the gate: `--may-be-missing` (say why it cannot run, exit 0) and `--report=<file>` (write the counts there).
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { testsWithoutDatabase } from './database-tests.ts'
import { FLOOR, findServerPrograms, serversOfThisMachine } from './floor-server.ts'
import { runCommand } from './run-command.ts'
import { PROJECT } from './sources.ts'
import { startCluster } from './temporary-cluster.ts'
import { keepTestsInMemory } from './test-folder.ts'

type Options = { mayBeMissing: boolean; report: string | undefined }

/** Tests that another server changes nothing about. */
const LEFT_OUT = [
  // They start the embedded database by themselves.
  ...['**/db/embedded/**', '**/cli/cli-{serve,use,demo,leave,texts}.test.ts'],
  // Words and exit codes of a process of its own; which queries it does is tried beside those queries.
  '**/cli/cli-{user,second-factor}.test.ts',
  // Sign-in, mail, headers and random requests ask nothing of a database that the rest does not ask.
  ...['sessions', 'second-factor', 'single-sign-on', 'passkey', 'sign-in', 'password', 'totp', 'seal'].map(
    (name) => `**/access/${name}*.test.ts`,
  ),
  ...['**/mail/**', '**/http/**', '**/fuzz*.test.ts', '**/leak.log.test.ts', '**/config*.test.ts'],
].flatMap((pattern) => ['--exclude', pattern])

keepTestsInMemory()

/** Tests of pages, words and calculations. */
function asksNothing(): string[] {
  const paths = testsWithoutDatabase(PROJECT).map((path) => path.replace('packages/server/', '**/'))
  return paths.flatMap((path) => ['--exclude', path])
}

async function main({ mayBeMissing, report }: Options): Promise<number> {
  const programs = findServerPrograms(serversOfThisMachine())
  if ('reason' in programs) {
    console.log(`not run: ${programs.reason}`)
    if (report !== undefined) writeFileSync(report, JSON.stringify({ notRun: programs.reason }))
    return mayBeMissing ? 0 : 1
  }
  const note =
    programs.major === FLOOR ? '' : `, the oldest here, though PostgreSQL ${FLOOR} is what we promise`
  console.log(`PostgreSQL ${programs.major} from ${programs.folder}${note}`)
  const cluster = await startCluster(programs.folder)
  try {
    const json =
      report === undefined ? [] : ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const env = { TEST_DATABASE_URL: cluster.ownerUrl }
    const outcome = await runCommand(
      { argv: ['vitest', 'run', '--project', 'server', ...LEFT_OUT, ...asksNothing(), ...json], env },
      PROJECT,
      'live',
    )
    return outcome.code
  } finally {
    cluster.stop()
  }
}

// A signal ends the command that is running; this process stays to stop the cluster.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
const { values } = parseArgs({
  options: { 'may-be-missing': { type: 'boolean' }, report: { type: 'string' } },
})
process.exitCode = await main({ mayBeMissing: values['may-be-missing'] === true, report: values.report })
