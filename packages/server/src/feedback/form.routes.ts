import { type ImportedForm, importForms } from '@weerklank/core/feedback/fhir.import'
import { type FhirIssue, isRefused, severityOf } from '@weerklank/core/feedback/fhir.issue'
import { mayKeepForms, mayReadForms } from '@weerklank/core/feedback/form.access'
import {
  type BroughtForms,
  formEndpoints,
  formFileAtMost,
  outlineAtOnce,
} from '@weerklank/core/feedback/form.contract'
import { outlineOf } from '@weerklank/core/feedback/form.report'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { withExpressionsChecked } from '../fhir/expression.check.ts'
import { questionnaireOf } from '../fhir/questionnaire.present.ts'
import type { Scorer } from '../fhir/score.ts'
import { Download } from '../http/download.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { type FormRow, findForm, lockForm, type StoredForm } from './form.repository.ts'
import { licencesOf } from './form-licence.repository.ts'
import { endLicence, recordLicence, sayNeed, stateOf } from './form-licence.ts'
import { formDetail, licencesToSee, listedForms, ownChecks } from './form-overview.ts'
import { setFormStatus } from './form-status.ts'
import { draftOf, enforceKeep, type FormDraft, type Kept, keepForm, readForm } from './forms.ts'

/** The forms that an organisation brings, and the right to use them, for the members of the workspace. */
export function serveForms(to: MemberApi, deps: FeedbackDeps): void {
  serveList(to, deps)
  serveOne(to, deps)
  serveChanges(to, deps)
}

const askedBy = (trx: Trx, session: MemberSession, world: World) => ({ trx, session, now: world.now() })

function serveList(to: MemberApi, { world, content, scorer }: FeedbackDeps): void {
  serveSelf(to, formEndpoints.forms, async (session, { query }, trx) => {
    enforceRead(session)
    const { search = '', from = 0 } = query
    await recordOwn(trx, world, { session, action: 'form.listed' })
    const listed = await listedForms(askedBy(trx, session, world), { search, from })
    return { ...listed, checks: ownChecks(content) }
  })
  serveSelf(to, formEndpoints.licencesToSee, async (session, _, trx) => {
    enforceRead(session)
    // Who cannot mend it is not told of it.
    const mayMend = mayKeepForms(session.member.roles).allowed
    return { forms: mayMend ? await licencesToSee(askedBy(trx, session, world)) : [] }
  })
  serveSelf(to, formEndpoints.bring, async (session, { body }, trx) => {
    enforceKeep(session)
    if (Buffer.byteLength(body.text) > formFileAtMost) throw new AppError('too-large')
    return bring({ trx, world, session }, body.text, scorer ?? null)
  })
}

type Deed = { trx: Trx; world: World; session: MemberSession }

/** Takes in all forms of a file, or none: what cannot be used of one holds up the others. */
async function bring(deed: Deed, text: string, scorer: Scorer | null): Promise<BroughtForms> {
  const read = await lookedOver(importForms(text), deed, scorer)
  const drafts = read.flatMap((one) => draftOf(one) ?? [])
  if (drafts.length < read.length || read.some(({ report }) => isRefused(report)))
    return { kept: false, refusals: read.filter(({ report }) => isRefused(report)).map(presentRefusal) }
  const forms = []
  for (const draft of drafts) forms.push(await presentKept(deed, await keepForm(deed, draft)))
  return { kept: true, forms }
}

/** Whoever waits for a screen waits no longer than this for expressions to be looked at; the rest is named. */
const lookMs = 3_000

async function lookedOver(forms: readonly ImportedForm[], { session }: Deed, scorer: Scorer | null) {
  const until = performance.now() + lookMs
  const found: ImportedForm[] = []
  for (const form of forms) {
    const by = performance.now() < until ? scorer : null
    found.push(await withExpressionsChecked(by, form, session.workspace.id))
  }
  return found
}

const issuesAtMost = 50

function presentRefusal({ source, report }: { source: FormDraft['source']; report: readonly FhirIssue[] }) {
  const errors = report.filter((one) => severityOf(one) === 'error')
  const title = typeof source?.title === 'string' ? source.title : null
  return {
    title,
    issues: errors.slice(0, issuesAtMost).map(plain),
    more: Math.max(0, errors.length - issuesAtMost),
  }
}

async function presentKept({ trx, world, session }: Deed, { done, form, report }: Kept) {
  const row = await lockForm(trx, { workspace: session.workspace.id, id: form.id })
  const licences = (await licencesOf(trx, [form.id])).get(form.id) ?? []
  const need: Pick<FormRow, 'needs_licence'> = row ?? { needs_licence: true }
  const { noted } = outlineOf(form.model, report, session.member.language)
  return {
    ...{ id: form.id, title: form.title, version: form.version, done, noted },
    licence: stateOf(need, licences, { now: world.now(), timeZone: session.workspace.timeZone }),
  }
}

function serveOne(to: MemberApi, { world }: FeedbackDeps): void {
  serveSelf(to, formEndpoints.form, async (session, { params }, trx) => {
    enforceRead(session)
    await recordOwn(trx, world, { session, action: 'form.read', subject: { kind: 'form', id: params.form } })
    return formDetail(askedBy(trx, session, world), params.form)
  })
  serveSelf(to, formEndpoints.outline, async (session, { params, query }, trx) => {
    const form = await readForm({ trx, world, session }, params.form, params.version)
    const { lines, issues, ...outline } = outlineOf(form.model, form.report, session.member.language)
    const { from = 0 } = query
    const shown = lines.slice(from, from + outlineAtOnce)
    return {
      ...{ version: form.version, ...outline, total: lines.length, issues: issues.map(plain) },
      lines: shown.map((line) => ({ ...line, issues: line.issues.map(plain) })),
    }
  })
  serveSelf(to, formEndpoints.file, async (session, { params, query }, trx) => {
    enforceRead(session)
    const form = await findForm(trx, params.form, params.version)
    if (form === undefined) throw new AppError('not-found')
    const subject = { kind: 'form', id: params.form }
    await recordOwn(trx, world, { session, action: 'form.taken-along', subject })
    return fileOf(form, query.fhir ?? form.fhir_version)
  })
}

function fileOf(form: StoredForm, fhir: StoredForm['fhir_version']): Download {
  const release = fhir === '4.0' ? 'R4' : 'R5'
  return new Download({
    name: `vragenlijst-${form.id}-${form.version}-${release}.json`,
    type: 'application/fhir+json',
    text: `${JSON.stringify(questionnaireOf(form, fhir), null, 2)}\n`,
  })
}

function serveChanges(to: MemberApi, { world }: FeedbackDeps): void {
  const after = async (deed: Deed, id: FormId) => {
    const { trx, session } = deed
    return formDetail(askedBy(trx, session, world), id)
  }
  serveSelf(to, formEndpoints.setStatus, async (session, { params, body }, trx) => {
    const deed = { trx, world, session }
    const { timeZone } = session.workspace
    await setFormStatus(deed, params.form, { ...body, version: params.version, timeZone })
    return after(deed, params.form)
  })
  serveSelf(to, formEndpoints.sayNeed, async (session, { params, body }, trx) => {
    const deed = { trx, world, session }
    await sayNeed(deed, params.form, body)
    return after(deed, params.form)
  })
  serveSelf(to, formEndpoints.recordLicence, async (session, { params, body }, trx) => {
    const deed = { trx, world, session }
    await recordLicence(deed, params.form, { ...body, id: params.licence })
    return after(deed, params.form)
  })
  serveSelf(to, formEndpoints.endLicence, async (session, { params, body }, trx) => {
    const deed = { trx, world, session }
    await endLicence(deed, params.form, { id: params.licence, revision: body.revision })
    return after(deed, params.form)
  })
}

function enforceRead({ member }: MemberSession): void {
  if (!mayReadForms(member.roles).allowed) throw new AppError('not-allowed')
}

/** As the contract has it: lists that may be changed by whoever gets them. */
function plain({ kind, args, at, linkId }: FhirIssue) {
  return { kind, at, ...(args && { args: [...args] }), ...(linkId !== undefined && { linkId }) }
}
