import type { BundleEntry, FhirBundle } from '@weerklank/core/feedback/fhir.bundle'
import { type FhirVersion, importEntry } from '@weerklank/core/feedback/fhir.import'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { questionnaireOf } from '@weerklank/core/feedback/fhir.response'
import { formId } from '@weerklank/core/shared/ids'
import type { Context as HonoContext } from 'hono'
import { draftOf, type FormDraft } from '../feedback/forms.ts'
import { withExpressionsChecked } from './expression.check.ts'
import type { FhirScope, KeyHolder } from './fhir.door.ts'
import { FhirRefusal, refusal, refuseIssues } from './fhir.http.ts'
import type { FhirDeps } from './questionnaire.routes.ts'

/** One entry of a Bundle, read and ready to be kept, or why it is not. */
export type Prepared = { number: number; entry: BundleEntry } & (
  | { kind: 'refused'; why: FhirRefusal }
  /** `id`: the form of which this is the next version; null for `POST`. */
  | { kind: 'form'; draft: FormDraft; id: string | null }
  /** `named`: how the answers name their form, without a version. */
  | { kind: 'answers'; said: ReturnType<typeof questionnaireOf>; named: string | null }
)

type To = { c: HonoContext; deps: FhirDeps; who: KeyHolder; fhirVersion: FhirVersion | undefined }

/** After this nothing more is read. */
const readMs = 60_000

/** Reads all entries, outside any transaction: whether expressions are well written may take half a second each form. */
export async function prepareAll(bundle: FhirBundle, to: To): Promise<Prepared[]> {
  const beside = bundle.entries.flatMap(({ resource }) => (resource === null ? [] : [resource]))
  const until = performance.now() + readMs
  const found: Prepared[] = []
  for (const [number, entry] of bundle.entries.entries()) {
    try {
      if (performance.now() > until)
        throw refuseIssues(to.c, [{ kind: 'bundle-time', at: `Bundle.entry[${number}]` }])
      found.push({ number, entry, ...(await prepare(entry, { ...to, bundle, beside })) })
    } catch (thrown) {
      if (!(thrown instanceof FhirRefusal)) throw thrown
      found.push({ number, entry, kind: 'refused', why: thrown })
    }
  }
  return found
}

type Ready =
  | Pick<Extract<Prepared, { kind: 'form' }>, 'kind' | 'draft' | 'id'>
  | Pick<Extract<Prepared, { kind: 'answers' }>, 'kind' | 'said' | 'named'>

async function prepare(
  entry: BundleEntry,
  to: To & { bundle: FhirBundle; beside: readonly Json[] },
): Promise<Ready> {
  const { resource, exact } = entry
  if (entry.method === '')
    throw refusal(400, 'required', 'Each entry of a transaction or batch says what it asks: request.method.')
  if (resource === null || exact === null) throw withoutResource(entry)
  const { resourceType } = resource
  if (resourceType === 'Questionnaire') {
    const id = idIn(entry, resourceType)
    allow(to.who, 'forms:write')
    return { kind: 'form', id, draft: await readForm({ resource, exact }, to) }
  }
  if (resourceType !== 'QuestionnaireResponse') throw otherType(String(resourceType ?? ''))
  if (idIn(entry, resourceType) !== null) throw notDone(entry)
  allow(to.who, 'responses:write')
  const said = questionnaireOf(resource)
  if (said.resource === null) throw refuseIssues(to.c, said.report)
  const named = said.canonical?.split('|')[0] ?? null
  return { kind: 'answers', named, said: { ...said, exact, report: [...to.bundle.issues, ...said.report] } }
}

async function readForm(
  form: { resource: Json; exact: Json },
  { c, deps, who, fhirVersion, bundle, beside }: Parameters<typeof prepare>[1],
): Promise<FormDraft> {
  const wish = { beside, issues: bundle.issues, ...(fhirVersion && { fhirVersion }) }
  const imported = await withExpressionsChecked(deps.scorer, importEntry(form, wish), who.workspace)
  const draft = draftOf(imported)
  if (draft === null) throw refuseIssues(c, imported.report)
  return draft
}

/** Null for `POST Questionnaire`, the identifier for `PUT Questionnaire/<id>`; nothing else can be asked. */
function idIn(entry: BundleEntry, type: string): string | null {
  const [name, id, ...more] = entry.url.replace(/^\//, '').split('/')
  if (name !== type)
    throw refusal(400, 'value', `request.url should begin with ${type}, of which type the resource is.`)
  if (entry.method === 'POST' && id === undefined) return null
  if (entry.method !== 'PUT' || id === undefined || more.length > 0) throw notDone(entry)
  const known = formId.safeParse(id)
  if (!known.success)
    throw refusal(404, 'not-found', 'There is no form with this id to make a new version of.')
  return known.data
}

function allow(who: KeyHolder, scope: FhirScope): void {
  if (!who.scopes.has(scope)) throw refusal(403, 'forbidden', `The token is not for ${scope}.`)
}

const notDone = ({ method, url }: BundleEntry) =>
  refusal(
    405,
    'not-supported',
    `${method} ${url.slice(0, 200)} cannot be done in a Bundle: POST Questionnaire, PUT Questionnaire/<id> and POST QuestionnaireResponse can.`,
  )

const withoutResource = (entry: BundleEntry) =>
  ['POST', 'PUT'].includes(entry.method)
    ? refusal(400, 'required', 'This entry holds no resource.')
    : notDone(entry)

const otherType = (type: string) =>
  refusal(
    404,
    'not-supported',
    /^(ValueSet|CodeSystem)$/.test(type)
      ? `A ${type} is read for the choices of the forms in this Bundle, and is not kept by itself.`
      : `Only Questionnaire and QuestionnaireResponse are kept here, not ${type.slice(0, 100)}.`,
  )

/** The refusal of a whole transaction names the entry that it is about. A type that is not known is no missing address then. */
export function refusedAt({ status, outcome }: FhirRefusal, number: number): FhirRefusal {
  const place = `Bundle.entry[${number}]`
  const issue = outcome.issue.map((one) => ({
    ...one,
    expression: [...new Set([place, ...(one.expression ?? [])])],
  }))
  return new FhirRefusal(status === 404 || status === 405 ? 422 : status, { ...outcome, issue })
}
