import type { FhirIssue } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import type { questionnaireOf } from '@weerklank/core/feedback/fhir.response'
import { AppError } from '@weerklank/core/shared/errors'
import { formId, participantId } from '@weerklank/core/shared/ids'
import type { Context as HonoContext } from 'hono'
import type { MemberSession } from '../access/access.ts'
import {
  findForm,
  findFormByFormerId,
  findFormByUrl,
  findResponse,
  type StoredForm,
  type StoredResponse,
} from '../feedback/form.repository.ts'
import { keepResponse, participantNamed, reachOwnRelations, type Whose } from '../feedback/form-responses.ts'
import type { Trx } from '../schema.ts'
import { refusal, refuseIssues } from './fhir.http.ts'
import { baseOf, type FhirDeps } from './questionnaire.routes.ts'
import { readAnswers } from './response.answers.ts'

/** Does work in the name of who asks: each time a transaction of its own, or all of it in one. */
export type Within = <Result>(
  scope: 'self' | 'overview',
  work: (trx: Trx, session: MemberSession) => Promise<Result>,
) => Promise<Result>

type Said = ReturnType<typeof questionnaireOf>
type ToKeep = {
  deps: FhirDeps
  said: Said
  within: Within
  /** The form that is answered, when that is known already. */
  form?: StoredForm
}
export type KeptAnswers = { row: StoredResponse; form: StoredForm; issues: readonly FhirIssue[] }

/** Holds answers against their form, scores them outside any transaction of its own, and keeps them; or refuses with every reason. */
export async function keepAnswers(
  c: HonoContext,
  { deps, said, within, form: known }: ToKeep,
): Promise<KeptAnswers> {
  const { resource, exact, canonical } = said
  if (resource === null) throw refuseIssues(c, said.report)
  const form = known ?? (await within('self', (trx) => formNamed(trx, canonical, baseOf(deps))))
  if (form === undefined) throw refuseIssues(c, [noForm(canonical)])
  const { answers, status, authored, scores, report } = await readAnswers(deps.scorer, form, resource)
  const issues = [...said.report, ...report]
  if (answers === null || status === null) throw refuseIssues(c, issues)
  const row = await within('overview', async (trx, session) => {
    const whose = await whoseIn(trx, session, { deps, resource })
    const language = typeof resource.language === 'string' ? resource.language : null
    const answeredAt = momentOf(authored) ?? deps.now()
    const given = { form, whose, status, language, answers, source: exact, scores, answeredAt }
    const id = await keepResponse({ trx, world: deps.world, session }, given)
    const stored = await findResponse(trx, id)
    if (stored === undefined) throw new AppError('not-found')
    return stored
  })
  return { row, form, issues }
}

const noForm = (canonical: string | null) => ({
  ...{ kind: 'response-form' as const, args: [canonical ?? ''] },
  at: 'QuestionnaireResponse.questionnaire',
})

/**
 * `url`, `url|version`, `Questionnaire/<id>`, also with our own address before it; and `Questionnaire/<id>` with the id that the
 * form had where it came from: answers that come along with a form name it so.
 */
export async function formNamed(
  trx: Trx,
  canonical: string | null,
  base: string,
): Promise<StoredForm | undefined> {
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

/** As the database keeps it; what is no moment of FHIR was told (fhir.response.ts). */
function momentOf(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
