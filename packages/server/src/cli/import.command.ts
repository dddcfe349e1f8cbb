import { type Command, UsageError } from './command.ts'
import { option, wrongUse } from './input.ts'
import { importTrajectory } from './trajectory-import.ts'

/** `import`: brings in what another program or a researcher kept elsewhere. */
export const importCommand: Command = {
  name: 'import',
  summary: 'bring in a learning trajectory with its monitor from a file',
  help: `weerklank import trajectory <file> [--member <mail>] [--language nl|en] [--check] [--workspace <name or number>] [--data <folder>]

Makes a new trajectory of a file (JSON, version 1; see docs/operations.md): who took part under which number, who consented, what
came in at each moment, who were buddies, and what people answered. Content of people without consent is not kept, only that
something came in; consent is kept so that everybody can take it back on a page of her own. What was left out, and why, is said
line by line. A file with something wrong in it is refused with everything that is wrong, each with its line, and nothing is kept.
The same file once more makes no second trajectory: it says which one it became.
  --member <mail>   who leads it. Without it the colleague who came first among those who may, and it is said
  --language <…>    of what is said about the file; nl without it
  --check           only read the file and say what would be told; no database is needed, nothing is kept
  --workspace <…>   the organisation, by its name or number; not needed when there is one
  --data <folder>   the embedded database in that folder (default ./data), unless DATABASE_URL is set
The last line is the number of the trajectory. The exit code is 0 when it is there, 1 when the file was refused or it could not
be done, 2 when it was asked wrongly.`,
  options: {
    ...{ workspace: { type: 'string' }, member: { type: 'string' } },
    ...{ language: { type: 'string' }, check: { type: 'boolean' } },
  },
  run: async (invocation) => {
    const [what, file, more] = invocation.positionals
    if (what !== 'trajectory') {
      throw wrongUse(
        what === undefined ? 'Say what to bring in: trajectory.' : `There is no "import ${what}".`,
        importCommand,
      )
    }
    if (file === undefined)
      throw wrongUse('Say which file: weerklank import trajectory <file>', importCommand)
    if (more !== undefined) throw wrongUse(`There is no place for "${more}".`, importCommand)
    const language = option(invocation, 'language') ?? 'nl'
    if (language !== 'nl' && language !== 'en') throw new UsageError('A language is nl or en.')
    return importTrajectory(invocation, { file, language, isCheck: invocation.values.check === true })
  },
}
