import { importQuestionnaire } from '@weerklank/core/feedback/fhir.import'
import { outcomeOf } from '@weerklank/core/feedback/fhir.issue'
import { AppError } from '@weerklank/core/shared/errors'
import { type FormId, formId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import type { World } from '../deps.ts'
import type { StoredForm } from '../feedback/form.repository.ts'
import { draftOf, type FormDraft, type Kept, listForms, readForm } from '../feedback/forms.ts'
import { withExpressionsChecked } from './expression.check.ts'
import { enter, type FhirDoor, inHerName, type KeyHolder } from './fhir.door.ts'
import {
  outcomeLanguage,
  pageOf,
  readResource,
  refuseIssues,
  searchset,
  sendResource,
  wantedReturn,
  wantedVersion,
} from './fhir.http.ts'
import { onlyKnown, paramsOf, refuseUnknown } from './fhir.search.ts'
import { createForm, searchOf, updateForm } from './questionnaire.keep.ts'
import { questionnaireOf, versionOfForm } from './questionnaire.present.ts'
import type { Scorer } from './score.ts'

export type FhirDeps = FhirDoor & { world: World; publicUrl: string; scorer: Scorer }

export const baseOf = (deps: FhirDeps) => `${deps.publicUrl}/fhir`

/** `POST`, `PUT`, `GET /fhir/Questionnaire`. */
export function serveQuestionnaires(app: Hono, deps: FhirDeps): void {
  app.post('/fhir/Questionnaire', (c) => create(c, deps))
  app.post('/fhir/Questionnaire/$validate', (c) => validate(c, deps))
  app.post('/fhir/Questionnaire/_search', (c) => search(c, deps))
  app.put('/fhir/Questionnaire/:id', (c) => update(c, deps))
  app.get('/fhir/Questionnaire', (c) => search(c, deps))
  app.get('/fhir/Questionnaire/:id', (c) => read(c, deps))
  app.get('/fhir/Questionnaire/:id/_history/:version', (c) => read(c, deps))
  app.get('/fhir/Questionnaire/:id/$report', (c) => report(c, deps))
}

/** Reads the form in a request; what cannot be used is refused with every reason. */
async function readDraft(c: HonoContext, deps: FhirDeps, who: KeyHolder): Promise<FormDraft> {
  const { text, fhirVersion } = await readResource(c)
  const read = importQuestionnaire(text, fhirVersion === undefined ? {} : { fhirVersion })
  const imported = await withExpressionsChecked(deps.scorer, read, who.workspace)
  const draft = draftOf(imported)
  if (draft === null) throw refuseIssues(c, imported.report)
  return draft
}

async function create(c: HonoContext, deps: FhirDeps): Promise<Response> {
  const wanted = wantedVersion(c)
  const who = await enter(deps, c, 'forms:write')
  const draft = await readDraft(c, deps, who)
  const condition = c.req.header('if-none-exist')
  const kept = await inHerName(deps, who, {
    scope: 'self',
    work: (trx, session) => createForm({ trx, world: deps.world, session }, draft, condition),
  })
  // A condition may find a form that this key has not sent and may not read: then only that it is there, and where.
  const isHidden = condition !== undefined && kept.done === 'same' && !who.scopes.has('forms:read')
  return answerKept(c, deps, { kept, wanted, status: kept.done === 'same' ? 200 : 201, isHidden })
}

async function update(c: HonoContext, deps: FhirDeps): Promise<Response> {
  const wanted = wantedVersion(c)
  const who = await enter(deps, c, 'forms:write')
  const id = idIn(c)
  const draft = await readDraft(c, deps, who)
  const match = c.req.header('if-match')
  const kept = await inHerName(deps, who, {
    scope: 'self',
    work: (trx, session) => updateForm({ trx, world: deps.world, session }, draft, { id, match }),
  })
  return answerKept(c, deps, { kept, wanted, status: 200 })
}

type Answered = {
  kept: Kept
  wanted: ReturnType<typeof wantedVersion>
  status: 200 | 201
  isHidden?: boolean
}

function answerKept(c: HonoContext, deps: FhirDeps, { kept, wanted, status, isHidden }: Answered): Response {
  const { form, report } = kept
  c.header('Location', `${baseOf(deps)}/Questionnaire/${form.id}/_history/${form.version}`)
  tellVersion(c, form)
  const version = versionOfForm(form, wanted)
  switch (isHidden === true ? 'minimal' : wantedReturn(c)) {
    case 'minimal':
      return c.body(null, status, { 'Cache-Control': 'no-store' })
    case 'OperationOutcome':
      return sendResource(c, outcomeOf(report, outcomeLanguage(c)), { version, status })
    default:
      return sendResource(c, questionnaireOf(form, version), { version, status })
  }
}

function tellVersion(c: HonoContext, form: StoredForm): void {
  c.header('ETag', `W/"${form.version}"`)
  c.header('Last-Modified', new Date(form.stored_at).toUTCString())
}

async function validate(c: HonoContext, deps: FhirDeps): Promise<Response> {
  wantedVersion(c)
  const who = await enter(deps, c, 'forms:write')
  const { text, fhirVersion } = await readResource(c)
  const read = importQuestionnaire(text, fhirVersion === undefined ? {} : { fhirVersion })
  const imported = await withExpressionsChecked(deps.scorer, read, who.workspace)
  return sendResource(c, outcomeOf(imported.report, outcomeLanguage(c)))
}

function idIn(c: HonoContext): FormId {
  const id = formId.safeParse(c.req.param('id'))
  if (!id.success) throw new AppError('not-found')
  return id.data
}

async function stored(c: HonoContext, deps: FhirDeps): Promise<StoredForm> {
  const who = await enter(deps, c, 'forms:read')
  const id = idIn(c)
  const version = c.req.param('version')
  if (version !== undefined && !/^[1-9]\d{0,6}$/.test(version)) throw new AppError('not-found')
  return inHerName(deps, who, {
    scope: 'self',
    work: (trx, session) =>
      readForm({ trx, world: deps.world, session }, id, version === undefined ? undefined : Number(version)),
  })
}

async function read(c: HonoContext, deps: FhirDeps): Promise<Response> {
  const wanted = wantedVersion(c)
  const form = await stored(c, deps)
  tellVersion(c, form)
  const version = versionOfForm(form, wanted)
  return sendResource(c, questionnaireOf(form, version), { version })
}

/** What was told when the form came in. */
async function report(c: HonoContext, deps: FhirDeps): Promise<Response> {
  wantedVersion(c)
  return sendResource(c, outcomeOf((await stored(c, deps)).report, outcomeLanguage(c)))
}

export const formSearchNames = [
  ...['url', 'name', 'title', 'title:contains', 'title:exact', 'version', 'status', '_id', '_lastUpdated'],
]

async function search(c: HonoContext, deps: FhirDeps): Promise<Response> {
  const wanted = wantedVersion(c)
  const who = await enter(deps, c, 'forms:read')
  const all = await paramsOf(c)
  refuseUnknown(c, all, formSearchNames)
  const [query, page] = [onlyKnown(all, formSearchNames), pageOf(all)]
  const wish = searchOf(query)
  const { total, forms } = await inHerName(deps, who, {
    scope: 'self',
    work: (trx, session) =>
      listForms({ trx, world: deps.world, session }, { ...(wish ?? { ids: [] }), ...page }),
  })
  const entries = forms.map((form) => ({
    fullUrl: `${baseOf(deps)}/Questionnaire/${form.id}`,
    resource: questionnaireOf(form, versionOfForm(form, wanted)),
    search: { mode: 'match' },
  }))
  const base = `${baseOf(deps)}/Questionnaire`
  return sendResource(c, searchset({ base, query, page, total, entries }), { version: wanted ?? '4.0' })
}
