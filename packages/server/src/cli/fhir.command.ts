import { type Command, UsageError } from './command.ts'
import { exportForms } from './fhir-export.ts'
import { importFiles } from './fhir-import.ts'
import { option, wrongUse } from './input.ts'

/** `fhir`: forms from files and into files. */
export const fhirCommand: Command = {
  name: 'fhir',
  summary: 'bring in forms (FHIR Questionnaire) from files, or write them out',
  help: `weerklank fhir import <file or folder…> [--workspace <name or number>] [--check] [--json] [--data <folder>]
weerklank fhir export [<form…>] --to <folder> [--workspace <name or number>] [--fhir 4.0|5.0] [--data <folder>]

import reads each file: a Questionnaire of FHIR R4 or R5 as JSON, or a Bundle of them with their value sets. Of a folder it
reads all JSON files, also in those under it; value sets and code systems among the files are known to the forms. Per form it
says what was done, and everything that is not supported; that is kept, and comes back unchanged when the form is written
out. A form with the same address and the same words is there already; with other words it becomes the next version. A form
that cannot be used is refused with every reason; the others are brought in.
  --check            only say what would be told; no database is needed, nothing is stored
  --json             the report of each form as an OperationOutcome, one line each
export writes the newest version of each form, or of those named by number or address, to <number>.json.
  --fhir <version>   in this version of FHIR; without it, as it came in
Both:
  --workspace <…>    the organisation, by its name or number; not needed when there is one
  --data <folder>    the embedded database in that folder (default ./data), unless DATABASE_URL is set
The last line says how many. The exit code is 0 when every file could be used, 1 when one could not.`,
  options: {
    workspace: { type: 'string' },
    to: { type: 'string' },
    fhir: { type: 'string' },
    check: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (invocation) => {
    const [deed, ...names] = invocation.positionals
    if (deed === 'import') {
      if (names.length === 0) throw wrongUse('Say which files: weerklank fhir import <file…>', fhirCommand)
      const { check, json } = invocation.values
      return importFiles(invocation, { files: names, isCheck: check === true, isJson: json === true })
    }
    if (deed === 'export') {
      const to = option(invocation, 'to')
      if (!to) throw wrongUse('Say where to: --to <folder>', fhirCommand)
      const version = option(invocation, 'fhir')
      if (version !== undefined && version !== '4.0' && version !== '5.0')
        throw new UsageError('A version of FHIR is 4.0 or 5.0.')
      return exportForms(invocation, { to, names, ...(version && { version }) })
    }
    throw wrongUse(
      deed === undefined ? 'Say what to do: import or export.' : `There is no "fhir ${deed}".`,
      fhirCommand,
    )
  },
}
