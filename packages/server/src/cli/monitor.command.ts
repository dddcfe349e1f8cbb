import { type Command, UsageError } from './command.ts'
import { option, words, wrongUse } from './input.ts'
import { printMonitor } from './trajectory-monitor.ts'

/** `monitor`: the numbers of a learning trajectory as data. */
export const monitorCommand: Command = {
  name: 'monitor',
  summary: 'print the monitor of a learning trajectory as data',
  help: `weerklank monitor <number> [--format json] [--data <folder>]

Prints the monitor of a trajectory: both tables in Dutch as they stand in the report (table1, table2), and every count with where it
comes from: "register" (who took part and what came in, without content), "consented" (content of people who consent) or
"anonymous". A number that cannot be shown whole from what is kept says so ("reproducible": false), and why. Nobody is in it by
name, and no words of anybody.
  --format <…>     json, also without it
  --data <folder>  the embedded database in that folder (default ./data), unless DATABASE_URL is set
Only the data goes to standard output: one value from the first to the last line. The exit code is 0 when it was printed, 1 when there is no such trajectory, 2 when it was
asked wrongly.`,
  options: { format: { type: 'string' } },
  run: async (invocation) => {
    if (invocation.positionals.length === 0)
      throw wrongUse('Say which trajectory, by its number.', monitorCommand)
    const [trajectory = ''] = words(invocation, 1, monitorCommand)
    if ((option(invocation, 'format') ?? 'json') !== 'json') throw new UsageError('A format is json.')
    return printMonitor(invocation, trajectory)
  },
}
