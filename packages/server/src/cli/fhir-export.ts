import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import { asMaintenance } from '../access/accounts.ts'
import { formsByCommand } from '../feedback/forms-command.ts'
import { questionnaireOf } from '../fhir/questionnaire.present.ts'
import type { Invocation } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print } from './input.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'
import { onlyWorkspace } from './workspace-named.ts'

type Wish = { to: string; names: readonly string[]; version?: FhirVersion }

/** Writes forms to a folder; one that is named and not there is a mistake, and then nothing is written. */
export async function exportForms(invocation: Invocation, wish: Wish): Promise<number> {
  const folder = resolve(wish.to)
  const count = await onDatabase(invocation, 'use', (on) =>
    asOwner(on, async (owner) => {
      const workspace = await onlyWorkspace(owner, option(invocation, 'workspace'))
      const all = await asMaintenance(owner, (trx) => formsByCommand(trx, workspace.id))
      const missing = wish.names.find((name) => !all.some((form) => form.id === name || form.url === name))
      if (missing !== undefined) throw new CommandError(`There is no form "${missing}" in ${workspace.name}.`)
      const wanted = all.filter(
        ({ id, url }) => wish.names.length === 0 || wish.names.includes(id) || wish.names.includes(url ?? ''),
      )
      try {
        mkdirSync(folder, { recursive: true })
        for (const form of wanted) {
          const path = join(folder, `${form.id}.json`)
          writeFileSync(path, `${JSON.stringify(questionnaireOf(form, wish.version), null, 2)}\n`)
          note(`${path}  ${form.title}`)
        }
      } catch (error) {
        throw explainFile(error, folder)
      }
      return wanted.length
    }),
  )
  print(`${count} written to ${folder}`)
  return 0
}
