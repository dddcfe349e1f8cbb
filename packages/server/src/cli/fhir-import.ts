import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportedForm, importForms } from '@weerklank/core/feedback/fhir.import'
import { type FhirIssue, issueText, outcomeOf, severityOf } from '@weerklank/core/feedback/fhir.issue'
import { isObject, parseFhir } from '@weerklank/core/feedback/fhir.json'
import { asMaintenance } from '../access/accounts.ts'
import { realWorld } from '../deps.ts'
import { draftOf } from '../feedback/forms.ts'
import { type KeptByCommand, keepByCommand } from '../feedback/forms-command.ts'
import { withExpressionsChecked } from '../fhir/expression.check.ts'
import { bodyAtMost } from '../fhir/fhir.http.ts'
import { newScorer } from '../fhir/score.ts'
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
  const read = await readForms(wish.files)
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

/** The forms in the files, each with the value sets of all of them at hand, and its expressions looked at. */
async function readForms(names: readonly string[]): Promise<Read[]> {
  const files = names.flatMap(filesAt)
  const beside = files.flatMap(({ kind, json }) => (isList(kind) && isObject(json) ? [json] : []))
  const scorer = newScorer()
  try {
    const read: Read[] = []
    for (const { file, kind, text, isFound } of files) {
      // In a folder stands more than forms; who names a file means it.
      const isPassed = isList(kind) || (isFound && kind !== 'Questionnaire' && kind !== 'Bundle')
      if (isPassed)
        note(
          `${file}: ${kind ?? 'no resource'}${isList(kind) ? ', for the forms beside it' : ', passed over'}`,
        )
      else if (text === null) read.push({ file, forms: [unreadable] })
      else {
        const forms = importForms(text, { beside })
        const checked: ImportedForm[] = []
        for (const form of forms) checked.push(await withExpressionsChecked(scorer, form))
        read.push({ file, forms: checked })
      }
    }
    return read
  } finally {
    await scorer.close()
  }
}

const isList = (kind: string | null) => kind === 'ValueSet' || kind === 'CodeSystem'

/** `isFound`: it was not named itself, but stands in a folder that was. */
type Given = { file: string; text: string | null; json: unknown; kind: string | null; isFound: boolean }

/** A file, or all JSON files in a folder and in those under it. */
function filesAt(name: string): Given[] {
  try {
    if (!statSync(name).isDirectory()) return [fileAt(name, false)]
    return readdirSync(name, { recursive: true, encoding: 'utf8' })
      .filter((one) => one.toLowerCase().endsWith('.json'))
      .toSorted()
      .map((one) => join(name, one))
      .filter((one) => statSync(one).isFile())
      .map((one) => fileAt(one, true))
  } catch (error) {
    throw explainFile(error, name)
  }
}

function fileAt(file: string, isFound: boolean): Given {
  if (statSync(file).size > bodyAtMost * 5)
    throw new CommandError(`${file} is larger than 50 MB: that is no form.`)
  const text = textOf(readFileSync(file))
  const { value: json } = text === null ? { value: null } : parseFhir(text)
  const named = isObject(json) ? json.resourceType : undefined
  return { file, text, json, isFound, kind: typeof named === 'string' ? named : null }
}

/** UTF-8, or the UTF-16 that some programs write when it says so in its first two bytes; null for anything else. */
function textOf(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 2).toString('hex')
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Bytes that are no text. */
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
