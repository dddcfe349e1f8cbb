import { type Config, ConfigError, readConfig } from '../config.ts'
import type { Command, Invocation } from './command.ts'
import { auditFindings } from './doctor-audit.ts'
import { databaseFindings } from './doctor-database.ts'
import { machineFindings } from './doctor-machine.ts'
import { settingFindings } from './doctor-settings.ts'
import { type Finding, failure, lineOf, warning } from './finding.ts'
import { print, words } from './input.ts'
import { holdsDatabase, onDatabase } from './on-database.ts'

/** `doctor`: looks at everything that can be wrong, and says what to do about it. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'look whether everything is as it should be, and say what to do',
  help: `weerklank doctor [--audit] [--data <folder>]

Looks at the machine, the settings and the database, and prints a line for each thing it looked at:
  ok    as it should be
  warn  worth knowing – what to do about it
  fail  has to be mended – how
It changes nothing. A running server is looked at while it runs; when none runs, the embedded database in <folder> (default
./data) is started for a moment. With DATABASE_URL that server is looked at.
With --audit it looks at one thing only, and thoroughly: whether anybody changed the record of who did what. It verifies every
chain of every workspace and names the first broken link.
The last line is \`ok\`, or the number of lines that begin with fail: \`2 problems\`. The exit code is 1 then.`,
  options: { audit: { type: 'boolean' } },
  run: async (invocation) => {
    words(invocation, 0, doctorCommand)
    let problems = 0
    for await (const finding of findings(invocation)) {
      print(lineOf(finding))
      if (finding.state === 'fail') problems += 1
    }
    print(problems === 0 ? 'ok' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`)
    return problems === 0 ? 0 : 1
  },
}

async function* findings(invocation: Invocation): AsyncGenerator<Finding> {
  const config = settingsOf(invocation)
  if ('state' in config) {
    yield config
    return
  }
  const looksAtAll = invocation.values.audit !== true
  if (looksAtAll) {
    yield* machineFindings(config)
    yield* await settingFindings(config)
  }
  if (config.databaseUrl === null && !holdsDatabase(config.dataDir)) {
    yield warning(`there is no database in ${config.dataDir} yet`, '`weerklank serve` makes one')
    return
  }
  try {
    yield* await onDatabase(invocation, 'use', looksAtAll ? databaseFindings : auditFindings)
  } catch (error) {
    // Whatever it is, it belongs in the list.
    yield failure('the database cannot be looked at', error instanceof Error ? error.message : String(error))
  }
}

function settingsOf(invocation: Invocation): Config | Finding {
  try {
    return readConfig(process.env, invocation.dataDir)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return failure('the settings cannot be used', error.message)
  }
}
