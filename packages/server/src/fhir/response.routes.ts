import { outcomeOf } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import {
  exportResponse,
  type ImportedResponse,
  importResponse,
  questionnaireOf,
} from '@weerklank/core/feedback/fhir.response'
import { AppError } from '@weerklank/core/shared/errors'
import { formId, formResponseId, participantId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import type { MemberSession } from '../access/access.ts'
import {
  type FormResponseRow,
  findForm,
  findFormByUrl,
  type StoredForm,
} from '../feedback/form.repository.ts'
import {
  keepResponse,
  listResponses,
  participantNamed,
  reachOwnRelations,
  readResponse,
  type Whose,
} from '../feedback/form-responses.ts'
import { scoresOf } from '../feedback/form-scores.ts'
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
import { baseOf, type FhirDeps } from './questionnaire.routes.ts'
import type { Scorer } from './score.ts'

export type ResponseDeps = FhirDeps & { scorer: Scorer }

/** `POST`, `GET /fhir/QuestionnaireResponse`. */
export function serveResponses(app: Hono, deps: ResponseDeps): void {
  app.post('/fhir/QuestionnaireResponse', (c) => create(c, deps))
  app.get('/fhir/QuestionnaireResponse', (c) => search(c, deps))
  app.get('/fhir/QuestionnaireResponse/:id', (c) => read(c, deps))
}

async function create(c: HonoContext, deps: ResponseDeps): Promise<Response> {
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
  const { imported, scores } = await readAnswers(deps, form, said.resource)
  const { answers, status } = imported
  if (answers === null || status === null) throw refuseIssues(c, imported.report)
  const resource = said.resource
  const row = await inHerName(deps, who, {
    scope: 'overview',
    work: async (trx, session) => {
      const deed = { trx, world: deps.world, session }
      const whose = await whoseIn(trx, session, { deps, resource })
      const language = typeof resource.language === 'string' ? resource.language : null
      const answeredAt = momentOf(imported.authored) ?? deps.now()
      const source = resource
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
      return trx.selectFrom('form_response').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    },
  })
  c.header('Location', `${baseOf(deps)}/QuestionnaireResponse/${row.id}`)
  const version = wanted ?? '4.0'
  switch (wantedReturn(c)) {
    case 'minimal':
      return c.body(null, 201, { 'Cache-Control': 'no-store' })
    case 'OperationOutcome':
      return sendResource(c, outcomeOf(imported.report, outcomeLanguage(c)), { version, status: 201 })
    default:
      return sendResource(c, present(row, form, baseOf(deps)), { version, status: 201 })
  }
}

const noForm = (canonical: string | null) => ({
  ...{ kind: 'response-form' as const, args: [canonical ?? ''] },
  at: 'QuestionnaireResponse.questionnaire',
})

/** `url`, `url|version`, `Questionnaire/<id>`, also with our own address before it. */
async function formNamed(trx: Trx, canonical: string | null, base: string): Promise<StoredForm | undefined> {
  if (canonical === null) return undefined
  const [url = '', label] = canonical.split('|')
  const local = url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url
  const named = /^Questionnaire\/([^/]+)(?:\/_history\/(\d{1,7}))?$/.exec(local)
  const id = formId.safeParse(named?.[1] ?? '')
  if (id.success) return findForm(trx, id.data, named?.[2] === undefined ? undefined : Number(named[2]))
  return findFormByUrl(trx, url, label)
}

/** Which items are asked may depend on expressions, so they run first; then the answers are held against the form. */
async function readAnswers(deps: ResponseDeps, form: StoredForm, resource: Json) {
  const first = importResponse(resource, form.model)
  const { scores, enabled } = await scoresOf(deps.scorer, form, first.read)
  const imported: ImportedResponse =
    enabled.size === 0 ? first : importResponse(resource, form.model, enabled)
  return { imported, scores }
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

/** A stored answer as a resource: as it came in, with what the server says of it and what was computed. */
function present(row: FormResponseRow, form: StoredForm, base: string): Json {
  const questionnaire = form.url === null ? `${base}/Questionnaire/${form.id}` : canonicalOf(form)
  const facts = { questionnaire, status: row.status, authored: new Date(row.answered_at).toISOString() }
  const own = row.source ?? exportResponse(form.model, row.answers, facts)
  const meta = (own.meta ?? {}) as Json
  const lastUpdated = new Date(row.stored_at).toISOString()
  return { ...own, id: row.id, meta: { ...meta, versionId: '1', lastUpdated } }
}

const canonicalOf = (form: StoredForm) => (form.label === null ? `${form.url}` : `${form.url}|${form.label}`)

async function read(c: HonoContext, deps: ResponseDeps): Promise<Response> {
  const version = wantedVersion(c) ?? '4.0'
  const who = await enter(deps, c, 'responses:read')
  const id = formResponseId.safeParse(c.req.param('id'))
  if (!id.success) throw new AppError('not-found')
  const resource = await inHerName(deps, who, {
    scope: 'overview',
    work: async (trx, session) => {
      const row = await readResponse({ trx, world: deps.world, session }, id.data)
      return presentIn(trx, row, baseOf(deps))
    },
  })
  c.header('ETag', 'W/"1"')
  return sendResource(c, resource, { version })
}

async function presentIn(trx: Trx, row: FormResponseRow, base: string): Promise<Json> {
  const form = await findForm(trx, row.form_id, row.version)
  if (form === undefined) throw new AppError('not-found')
  return present(row, form, base)
}

async function search(c: HonoContext, deps: ResponseDeps): Promise<Response> {
  const version = wantedVersion(c) ?? '4.0'
  const who = await enter(deps, c, 'responses:read')
  const all = new URL(c.req.url).searchParams
  const query = new URLSearchParams([...all].filter(([name]) => ['questionnaire', 'subject'].includes(name)))
  const page = all.get('_summary') === 'count' ? { limit: 0, offset: 0 } : pageOf(c)
  const base = baseOf(deps)
  const found = await inHerName(deps, who, {
    scope: 'overview',
    work: async (trx, session) => {
      const wish = await searchOf(trx, query, base)
      if (wish === null) return { total: 0, entries: [] }
      const { total, responses } = await listResponses(
        { trx, world: deps.world, session },
        { ...wish, ...page },
      )
      const entries: object[] = []
      for (const row of responses) {
        const resource = await presentIn(trx, row, base)
        entries.push({
          fullUrl: `${base}/QuestionnaireResponse/${row.id}`,
          resource,
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

/** Null when what is asked for cannot be there. */
async function searchOf(trx: Trx, query: URLSearchParams, base: string) {
  const [questionnaire, subject] = [query.get('questionnaire'), query.get('subject')]
  const form = questionnaire === null ? undefined : await formNamed(trx, questionnaire, base)
  const participant = subject === null ? undefined : participantId.safeParse(subject.split('/').at(-1))
  if ((questionnaire !== null && form === undefined) || participant?.success === false) return null
  return { ...(form && { form: form.id }), ...(participant?.data && { participant: participant.data }) }
}
