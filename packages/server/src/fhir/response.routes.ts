import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import { type FhirIssue, outcomeOf } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { questionnaireOf, responseStatuses } from '@weerklank/core/feedback/fhir.response'
import { AppError } from '@weerklank/core/shared/errors'
import { formResponseId, participantId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import {
  findForm,
  type ResponseSearch,
  type StoredForm,
  type StoredResponse,
} from '../feedback/form.repository.ts'
import { listResponses, readResponse } from '../feedback/form-responses.ts'
import type { Trx } from '../schema.ts'
import { enter, inHerName } from './fhir.door.ts'
import {
  outcomeLanguage,
  pageOf,
  readResource,
  refusal,
  refuseIssues,
  searchset,
  sendResource,
  wantedReturn,
  wantedVersion,
} from './fhir.http.ts'
import { momentsOf, onlyKnown, paramsOf, refuseUnknown, valuesOf } from './fhir.search.ts'
import { baseOf, type FhirDeps } from './questionnaire.routes.ts'
import { formNamed, keepAnswers, type Within } from './response.keep.ts'
import { presentResponse, scoreIssues } from './response.present.ts'

/** `POST`, `GET /fhir/QuestionnaireResponse`. */
export function serveResponses(app: Hono, deps: FhirDeps): void {
  app.post('/fhir/QuestionnaireResponse', (c) => create(c, deps))
  app.post('/fhir/QuestionnaireResponse/_search', (c) => search(c, deps))
  app.get('/fhir/QuestionnaireResponse', (c) => search(c, deps))
  app.get('/fhir/QuestionnaireResponse/:id', (c) => read(c, deps))
  app.get('/fhir/QuestionnaireResponse/:id/$report', (c) => report(c, deps))
}

async function create(c: HonoContext, deps: FhirDeps): Promise<Response> {
  const wanted = wantedVersion(c)
  const who = await enter(deps, c, 'responses:write')
  const { text } = await readResource(c)
  const said = questionnaireOf(text)
  if (said.resource === null) throw refuseIssues(c, said.report)
  const within: Within = (scope, work) => inHerName(deps, who, { scope, work })
  const { row, form, issues } = await keepAnswers(c, { deps, said, within })
  return answerStored(c, {
    resource: presentResponse(row, form, baseOf(deps)),
    row,
    issues,
    version: wanted,
    deps,
  })
}

type Stored = {
  resource: Json
  row: StoredResponse
  issues: readonly FhirIssue[]
  version: FhirVersion | undefined
  deps: FhirDeps
}

function answerStored(c: HonoContext, { resource, row, issues, version = '4.0', deps }: Stored): Response {
  c.header('Location', `${baseOf(deps)}/QuestionnaireResponse/${row.id}`)
  tellVersion(c, row)
  switch (wantedReturn(c)) {
    case 'minimal':
      return c.body(null, 201, { 'Cache-Control': 'no-store' })
    case 'OperationOutcome':
      return sendResource(c, outcomeOf(issues, outcomeLanguage(c)), { version, status: 201 })
    default:
      return sendResource(c, resource, { version, status: 201 })
  }
}

/** An answer is never changed here: it has one version. */
function tellVersion(c: HonoContext, row: StoredResponse): void {
  c.header('ETag', 'W/"1"')
  c.header('Last-Modified', new Date(row.stored_at).toUTCString())
}

async function stored(c: HonoContext, deps: FhirDeps): Promise<{ row: StoredResponse; form: StoredForm }> {
  const who = await enter(deps, c, 'responses:read')
  const id = formResponseId.safeParse(c.req.param('id'))
  if (!id.success) throw new AppError('not-found')
  return inHerName(deps, who, {
    scope: 'overview',
    work: async (trx, session) => {
      const row = await readResponse({ trx, world: deps.world, session }, id.data)
      return { row, form: await formOf(trx, row) }
    },
  })
}

async function read(c: HonoContext, deps: FhirDeps): Promise<Response> {
  const version = wantedVersion(c) ?? '4.0'
  const { row, form } = await stored(c, deps)
  tellVersion(c, row)
  return sendResource(c, presentResponse(row, form, baseOf(deps)), { version })
}

/** What was computed from the answers, and what could not be. */
async function report(c: HonoContext, deps: FhirDeps): Promise<Response> {
  wantedVersion(c)
  const { row } = await stored(c, deps)
  return sendResource(c, outcomeOf(scoreIssues(row.scores), outcomeLanguage(c)))
}

async function formOf(trx: Trx, row: StoredResponse): Promise<StoredForm> {
  const form = await findForm(trx, row.form_id, row.version)
  if (form === undefined) throw new AppError('not-found')
  return form
}

async function search(c: HonoContext, deps: FhirDeps): Promise<Response> {
  const version = wantedVersion(c) ?? '4.0'
  const who = await enter(deps, c, 'responses:read')
  const all = await paramsOf(c)
  refuseUnknown(c, all, responseSearchNames)
  const [query, page] = [onlyKnown(all, responseSearchNames), pageOf(all)]
  const base = baseOf(deps)
  const found = await inHerName(deps, who, {
    scope: 'overview',
    work: async (trx, session) => {
      const wish = await searchOf(query, (canonical) => formNamed(trx, canonical, base))
      const { total, responses } = await listResponses(
        { trx, world: deps.world, session },
        { ...(wish ?? { ids: [] }), ...page },
      )
      const entries: object[] = []
      for (const row of responses) {
        entries.push({
          fullUrl: `${base}/QuestionnaireResponse/${row.id}`,
          resource: presentResponse(row, await formOf(trx, row), base),
          search: { mode: 'match' },
        })
      }
      return { total, entries }
    },
  })
  return sendResource(c, searchset({ ...found, base: `${base}/QuestionnaireResponse`, query, page }), {
    version,
  })
}

export const responseSearchNames = [
  ...['questionnaire', 'subject', 'patient', 'status', 'authored', '_id', '_lastUpdated'],
]

/** Null when what is asked for cannot be there. */
async function searchOf(
  query: URLSearchParams,
  find: (canonical: string) => Promise<StoredForm | undefined>,
): Promise<Omit<ResponseSearch, 'limit' | 'offset'> | null> {
  const questionnaire = query.get('questionnaire')
  const subject = query.get('subject') ?? query.get('patient')
  const form = questionnaire === null ? undefined : await find(questionnaire)
  const participant = subject === null ? undefined : participantId.safeParse(subject.split('/').at(-1))
  const ids = valuesOf(query, '_id')?.flatMap((text) => formResponseId.safeParse(text).data ?? [])
  const isNowhere = (questionnaire !== null && form === undefined) || participant?.success === false
  if (isNowhere || ids?.length === 0) return null
  const statuses = valuesOf(query, 'status')?.map((said) => {
    const known = responseStatuses.find((one) => one === said)
    if (known === undefined)
      throw refusal(400, 'code-invalid', `status is one of ${responseStatuses.join(', ')}.`)
    return known
  })
  return {
    ...(ids && { ids }),
    ...(statuses && { statuses }),
    ...(form && { form: form.id }),
    ...(participant?.data && { participant: participant.data }),
    authored: momentsOf(query, 'authored'),
    changed: momentsOf(query, '_lastUpdated'),
  }
}
