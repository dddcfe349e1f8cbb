import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import { type FhirIssue, outcomeOf } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { questionnaireOf, responseStatuses } from '@weerklank/core/feedback/fhir.response'
import { AppError } from '@weerklank/core/shared/errors'
import { formId, formResponseId, participantId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import type { MemberSession } from '../access/access.ts'
import {
  findForm,
  findFormByFormerId,
  findFormByUrl,
  findResponse,
  type ResponseSearch,
  type StoredForm,
  type StoredResponse,
} from '../feedback/form.repository.ts'
import {
  keepResponse,
  listResponses,
  participantNamed,
  reachOwnRelations,
  readResponse,
  type Whose,
} from '../feedback/form-responses.ts'
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
import { readAnswers } from './response.answers.ts'
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
  const form = await inHerName(deps, who, {
    scope: 'self',
    work: (trx) => formNamed(trx, said.canonical, baseOf(deps)),
  })
  if (form === undefined) throw refuseIssues(c, [noForm(said.canonical)])
  const { resource, exact } = said
  const { answers, status, authored, scores, report } = await readAnswers(deps.scorer, form, resource)
  const issues = [...said.report, ...report]
  if (answers === null || status === null) throw refuseIssues(c, issues)
  const row = await inHerName(deps, who, {
    scope: 'overview',
    work: async (trx, session) => {
      const deed = { trx, world: deps.world, session }
      const whose = await whoseIn(trx, session, { deps, resource })
      const language = typeof resource.language === 'string' ? resource.language : null
      const answeredAt = momentOf(authored) ?? deps.now()
      const source = exact
      const id = await keepResponse(deed, {
        form,
        whose,
        status,
        language,
        answers,
        source,
        scores,
        answeredAt,
      })
      const stored = await findResponse(trx, id)
      if (stored === undefined) throw new AppError('not-found')
      return stored
    },
  })
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

const noForm = (canonical: string | null) => ({
  ...{ kind: 'response-form' as const, args: [canonical ?? ''] },
  at: 'QuestionnaireResponse.questionnaire',
})

/**
 * `url`, `url|version`, `Questionnaire/<id>`, also with our own address before it; and `Questionnaire/<id>` with the id that the
 * form had where it came from: answers that come along with a form name it so.
 */
async function formNamed(trx: Trx, canonical: string | null, base: string): Promise<StoredForm | undefined> {
  if (canonical === null) return undefined
  const [url = '', label] = canonical.split('|')
  const local = url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url
  const named = /^Questionnaire\/([^/]+)(?:\/_history\/(\d{1,7}))?$/.exec(local)
  const id = formId.safeParse(named?.[1] ?? '')
  if (id.success) return findForm(trx, id.data, named?.[2] === undefined ? undefined : Number(named[2]))
  const found = await findFormByUrl(trx, url, label)
  const former = /(?:^|\/)Questionnaire\/([A-Za-z0-9.-]{1,64})$/.exec(url)?.[1]
  if (found !== undefined || former === undefined || label !== undefined) return found
  return findFormByFormerId(trx, former)
}

/** Whose answers these are: the subject is a participant of a collaboration of the member. Someone else is refused. */
async function whoseIn(
  trx: Trx,
  session: MemberSession,
  of: { deps: FhirDeps; resource: Json },
): Promise<Whose | null> {
  const { resource, deps } = of
  const subject = resource.subject as { reference?: unknown } | undefined
  const said = typeof subject?.reference === 'string' ? subject.reference.split('/').at(-1) : undefined
  const id = participantId.safeParse(said)
  if (!id.success) return null
  await reachOwnRelations({ trx, world: deps.world, session })
  const whose = await participantNamed(trx, id.data)
  // Kept as the member's own, it would be lost to the collaboration it was meant for, and nobody would hear of it.
  if (whose === undefined)
    throw refusal(422, 'not-found', 'The subject takes part in no collaboration within your reach.')
  return whose
}

function momentOf(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
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
