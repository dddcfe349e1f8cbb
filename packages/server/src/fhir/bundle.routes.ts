import { readBundle } from '@weerklank/core/feedback/fhir.bundle'
import { outcomeOf } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import type { FormId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import type { StoredForm } from '../feedback/form.repository.ts'
import type { Log } from '../http/log.ts'
import { type Prepared, prepareAll, refusedAt } from './bundle.entries.ts'
import { enter, inHerName, type KeyHolder } from './fhir.door.ts'
import {
  asRefusal,
  type FhirRefusal,
  outcomeLanguage,
  readResource,
  refuseIssues,
  sendResource,
  wantedReturn,
  wantedVersion,
} from './fhir.http.ts'
import { createForm, updateForm } from './questionnaire.keep.ts'
import { questionnaireOf, versionOfForm } from './questionnaire.present.ts'
import { baseOf, type FhirDeps } from './questionnaire.routes.ts'
import { keepAnswers, type Within } from './response.keep.ts'
import { presentResponse } from './response.present.ts'

export type BundleDeps = FhirDeps & { log: Log }

/** `POST /fhir`: several forms and answers at once. */
export function serveBundles(app: Hono, deps: BundleDeps): void {
  app.post('/fhir', (c) => bringBundle(c, deps))
}

/** Keeps what is in a Bundle and says of each entry what came of it. */
export async function bringBundle(c: HonoContext, deps: BundleDeps): Promise<Response> {
  const wanted = wantedVersion(c)
  const who = await enter(deps, c, 'forms:write', 'responses:write')
  const { text, fhirVersion } = await readResource(c)
  const { bundle, report } = readBundle(text)
  if (bundle === null) throw refuseIssues(c, report)
  const at: Deed = { c, deps, who, wanted, forms: new Map() }
  const prepared = await prepareAll(bundle, { ...at, fhirVersion })
  const isWhole = bundle.type === 'transaction'
  const entry = isWhole ? await allOrNothing(prepared, at) : await eachForItself(prepared, at)
  const type = isWhole ? 'transaction-response' : 'batch-response'
  const answer = { resourceType: 'Bundle', type, ...(entry.length > 0 && { entry }) }
  return sendResource(c, answer, { version: wanted ?? '4.0' })
}

type Deed = {
  c: HonoContext
  deps: BundleDeps
  who: KeyHolder
  wanted: ReturnType<typeof wantedVersion>
  /** Forms of this Bundle, by their `fullUrl`. */
  forms: Map<string, StoredForm>
}

/** Forms come before the answers to them, wherever they stand. */
const inOrder = (all: readonly Prepared[]) =>
  [...all].sort((one, other) => Number(one.kind === 'answers') - Number(other.kind === 'answers'))

/** All that is computed of one transaction takes so long at most: it holds what it changes for itself. */
const transactionMs = 15_000
/** After this a batch begins with nothing more; what was not begun is told, and can be sent again. */
const batchMs = 60_000

async function allOrNothing(all: readonly Prepared[], at: Deed): Promise<object[]> {
  const wrong = all.find((one) => one.kind === 'refused')
  if (wrong?.kind === 'refused') throw refusedAt(wrong.why, wrong.number)
  const scope = all.some((one) => one.kind === 'answers') ? 'overview' : 'self'
  return inHerName(at.deps, at.who, {
    scope,
    work: async (trx, session) => {
      const until = performance.now() + transactionMs
      const within: Within = (_, work) => work(trx, session)
      const entries: object[] = []
      for (const one of inOrder(all)) {
        if (performance.now() > until) throw tooLong(at.c, one.number)
        try {
          entries[one.number] = await keepOne(one, within, at)
        } catch (thrown) {
          throw refusedAt(asRefusal(at.deps.log, thrown, at.c), one.number)
        }
      }
      return entries
    },
  })
}

async function eachForItself(all: readonly Prepared[], at: Deed): Promise<object[]> {
  const until = performance.now() + batchMs
  const within: Within = (scope, work) => inHerName(at.deps, at.who, { scope, work })
  const entries: object[] = []
  for (const one of inOrder(all)) {
    try {
      if (performance.now() > until) throw tooLong(at.c, one.number)
      entries[one.number] = await keepOne(one, within, at)
    } catch (thrown) {
      const { status, outcome } = asRefusal(at.deps.log, thrown, at.c)
      entries[one.number] = { response: { status: statusLine(status), outcome } }
    }
  }
  return entries
}

const tooLong = (c: HonoContext, number: number): FhirRefusal =>
  refuseIssues(c, [{ kind: 'bundle-time', at: `Bundle.entry[${number}]` }])

async function keepOne(one: Prepared, within: Within, at: Deed): Promise<object> {
  if (one.kind === 'refused') throw one.why
  return one.kind === 'form' ? keepFormOf(one, within, at) : keepAnswersOf(one, within, at)
}

async function keepFormOf(
  { draft, id, entry }: Extract<Prepared, { kind: 'form' }>,
  within: Within,
  at: Deed,
): Promise<object> {
  const { deps, wanted } = at
  const condition = entry.ifNoneExist ?? undefined
  const kept = await within('self', (trx, session) => {
    const deed = { trx, world: deps.world, session }
    return id === null
      ? createForm(deed, draft, condition)
      : updateForm(deed, draft, { id: id as FormId, match: entry.ifMatch ?? undefined })
  })
  const { form, report } = kept
  if (entry.fullUrl !== null) at.forms.set(entry.fullUrl, form)
  // A condition may find a form that this key has not sent and may not read.
  const isHidden = condition !== undefined && kept.done === 'same' && !at.who.scopes.has('forms:read')
  const version = versionOfForm(form, wanted)
  return answered(at.c, {
    status: id === null && kept.done !== 'same' ? 201 : 200,
    location: `${baseOf(deps)}/Questionnaire/${form.id}/_history/${form.version}`,
    ...{ etag: `W/"${form.version}"`, lastModified: form.stored_at },
    resource: isHidden ? null : () => questionnaireOf(form, version),
    outcome: isHidden ? null : outcomeOf(report, outcomeLanguage(at.c)),
  })
}

async function keepAnswersOf(
  { said, named }: Extract<Prepared, { kind: 'answers' }>,
  within: Within,
  at: Deed,
): Promise<object> {
  const { deps, c } = at
  const form = named === null ? undefined : at.forms.get(named)
  const {
    row,
    form: found,
    issues,
  } = await keepAnswers(c, {
    ...{ deps, within },
    said: form === undefined ? said : namedSo(said, form, baseOf(deps)),
    ...(form && { form }),
  })
  return answered(c, {
    status: 201,
    location: `${baseOf(deps)}/QuestionnaireResponse/${row.id}`,
    ...{ etag: 'W/"1"', lastModified: row.stored_at },
    resource: () => presentResponse(row, found, baseOf(deps)),
    outcome: outcomeOf(issues, outcomeLanguage(c)),
  })
}

type Said = Extract<Prepared, { kind: 'answers' }>['said']

/** A name that holds only inside the Bundle becomes the one by which the form is known here. */
function namedSo(said: Said, form: StoredForm, base: string): Said {
  const questionnaire = form.url ?? `${base}/Questionnaire/${form.id}`
  const named = (json: Json | null) => json && { ...json, questionnaire }
  return { ...said, resource: named(said.resource), exact: named(said.exact) }
}

type Answered = {
  status: 200 | 201
  location: string
  etag: string
  lastModified: Date | string
  resource: (() => object) | null
  outcome: object | null
}

/** The report of each entry comes back unless `return=minimal`; the resource only where it is asked for: a Bundle is long. */
function answered(c: HonoContext, { status, location, etag, lastModified, resource, outcome }: Answered) {
  const said = /return=/i.test(c.req.header('prefer') ?? '') ? wantedReturn(c) : 'OperationOutcome'
  return {
    ...(said === 'representation' && resource !== null && { resource: resource() }),
    response: {
      status: statusLine(status),
      location,
      etag,
      lastModified: new Date(lastModified).toISOString(),
      ...(said !== 'minimal' && outcome !== null && { outcome }),
    },
  }
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
const statusLine = (status: number) => `${status} ${reasons[status] ?? ''}`.trim()
