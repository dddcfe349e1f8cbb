import { readFileSync, statSync } from 'node:fs'
import { type ImportedForm, importForms } from '@weerklank/core/feedback/fhir.import'
import { type FhirIssue, issueText, outcomeOf, severityOf } from '@weerklank/core/feedback/fhir.issue'
import { asMaintenance } from '../access/accounts.ts'
import { realWorld } from '../deps.ts'
import { draftOf } from '../feedback/forms.ts'
import { type KeptByCommand, keepByCommand } from '../feedback/forms-command.ts'
import { bodyAtMost } from '../fhir/fhir.http.ts'
import type { Db } from '../schema.ts'
import type { Invocation } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print } from './input.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'
import { onlyWorkspace } from './workspace-named.ts'

type Wish = { files: readonly string[]; isCheck: boolean; isJson: boolean }
type Read = { file: string; forms: readonly ImportedForm[] }

/** Reads all files first: what cannot be read is known before a database is asked for. */
export async function importFiles(invocation: Invocation, wish: Wish): Promise<number> {
  const read = wish.files.map((file): Read => ({ file, forms: readFile(file) }))
  const kept = wish.isCheck ? null : await keepAll(invocation, read)
  let [usable, refused] = [0, 0]
  for (const { file, forms } of read) {
    for (const form of forms) {
      tell(file, form, { done: kept?.get(form) ?? null, isJson: wish.isJson })
      if (form.model === null) refused += 1
      else usable += 1
    }
  }
  const done = [...(kept?.values() ?? [])]
  const count = (what: KeptByCommand['done']) => done.filter((one) => one.done === what).length
  print(
    wish.isCheck
      ? `${usable} usable, ${refused} refused; nothing was stored`
      : `${count('created')} new, ${count('changed')} new version, ${count('same')} unchanged, ${refused} refused`,
  )
  return refused === 0 ? 0 : 1
}

function readFile(file: string): ImportedForm[] {
  try {
    if (statSync(file).size > bodyAtMost * 5)
      throw new CommandError(`${file} is larger than 50 MB: that is no form.`)
    return importForms(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
  } catch (error) {
    if (error instanceof TypeError) return [unreadable]
    throw explainFile(error, file)
  }
}

/** Bytes that are no UTF-8. */
const unreadable: ImportedForm = {
  ...{ model: null, source: null, fhirVersion: '4.0' },
  report: [{ kind: 'not-json', at: '' }],
}

function keepAll(invocation: Invocation, read: readonly Read[]): Promise<Map<ImportedForm, KeptByCommand>> {
  return onDatabase(invocation, 'use', (on) =>
    asOwner(on, async (owner) => {
      const workspace = await onlyWorkspace(owner, option(invocation, 'workspace'))
      note(`Into ${workspace.name}.`)
      const kept = new Map<ImportedForm, KeptByCommand>()
      for (const form of read.flatMap((one) => one.forms)) {
        const done = await keepOne(owner, { workspace: workspace.id, form })
        if (done !== null) kept.set(form, done)
      }
      return kept
    }),
  )
}

/** Each form in a transaction of its own: one that fails takes no other with it. */
async function keepOne(
  owner: Db,
  { workspace, form }: { workspace: Parameters<typeof keepByCommand>[1]['workspace']; form: ImportedForm },
): Promise<KeptByCommand | null> {
  const draft = draftOf(form)
  if (draft === null) return null
  return asMaintenance(owner, (trx) => keepByCommand(trx, { world: realWorld, workspace, draft }))
}

function tell(file: string, form: ImportedForm, how: { done: KeptByCommand | null; isJson: boolean }): void {
  if (how.isJson) {
    print(JSON.stringify({ file, form: how.done?.id ?? null, outcome: outcomeOf(form.report) }))
    return
  }
  const words = { created: 'new', changed: 'new version', same: 'unchanged' }
  const outcome = form.model === null ? 'refused' : how.done === null ? 'usable' : words[how.done.done]
  const name = form.model === null ? '' : `  ${form.model.title.text}`
  print(
    `${file}: ${outcome}${name}${how.done === null ? '' : `  ${how.done.id}, version ${how.done.version}`}`,
  )
  for (const issue of form.report) print(`  ${lineOf(issue)}`)
}

function lineOf(issue: FhirIssue): string {
  const where = issue.linkId === undefined ? issue.at : `${issue.at} (${issue.linkId})`
  return `${severityOf(issue)}: ${issueText(issue, 'en')}${where === '' ? '' : `  ${where}`}`
}
