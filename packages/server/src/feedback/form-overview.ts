import { type FormModel, formText, itemsOf } from '@weerklank/core/feedback/form'
import { mayKeepForms } from '@weerklank/core/feedback/form.access'
import type { FormDetail, FormLine, FormList, RecordedLicence } from '@weerklank/core/feedback/form.contract'
import { asksAttention } from '@weerklank/core/feedback/form.licence'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import { findForm, type StoredForm } from './form.repository.ts'
import { allLicencesOf, type LicenceRow, licencesOf, saidOfNeed } from './form-licence.repository.ts'
import { stateOf } from './form-licence.ts'
import {
  type FormHead,
  formHead,
  formHeads,
  licensedHeads,
  versionHeads,
} from './form-overview.repository.ts'
import type { Content } from './instruments.ts'

type Asked = { trx: Trx; session: MemberSession; now: Instant }

const formsAtOnce = 50

/** The forms of the organisation, as a list. */
export async function listedForms(
  { trx, session, now }: Asked,
  of: { search: string; from: number },
): Promise<Pick<FormList, 'mayKeep' | 'total' | 'forms'>> {
  const { total, heads } = await formHeads(trx, { ...of, limit: formsAtOnce })
  const licences = await licencesOf(
    trx,
    heads.map(({ id }) => id),
  )
  const today = { now, timeZone: session.workspace.timeZone }
  return {
    mayKeep: mayKeepForms(session.member.roles).allowed,
    total,
    forms: heads.map((head) => presentLine(head, licences.get(head.id) ?? [], today)),
  }
}

function presentLine(
  head: FormHead,
  licences: readonly LicenceRow[],
  today: { now: Instant; timeZone: string },
): FormLine {
  const { id, title, status, version, label } = head
  return {
    ...{ id, title, status, version, label, publishedVersion: head.published, changedAt: head.changed_at },
    licence: stateOf(head, licences, today),
  }
}

/** The checks that come with the product, each in its newest version. */
export function ownChecks({ instruments, teamInstruments }: Content): FormList['checks'] {
  const all = [
    ...[...instruments.values()].map((one) => ({
      ...one,
      isForRounds: false,
      questions: one.items.length + 1,
    })),
    ...[...teamInstruments.values()].map((one) => ({
      ...one,
      isForRounds: true,
      questions: one.items.length,
    })),
  ]
  const newest = all.filter((one) => !all.some((other) => other.id === one.id && other.version > one.version))
  return newest.map(({ id, name, version, questions, isForRounds }) => ({
    id,
    name,
    version,
    questions,
    isForRounds,
  }))
}

/** Of the forms that are published, those whose licence somebody has to look at. */
export async function licencesToSee({ trx, session, now }: Asked) {
  const heads = await licensedHeads(trx)
  const licences = await licencesOf(
    trx,
    heads.map(({ id }) => id),
  )
  const today = { now, timeZone: session.workspace.timeZone }
  const forms = heads.map((head) => presentLine(head, licences.get(head.id) ?? [], today))
  return forms
    .filter(({ licence }) => asksAttention(licence))
    .map(({ id, title, licence }) => ({ id, title, licence }))
}

/** A form with its versions and licences, without the words of its questions. */
export async function formDetail({ trx, session, now }: Asked, id: FormId): Promise<FormDetail> {
  const head = await formHead(trx, id)
  const newest = await findForm(trx, id)
  if (head === undefined || newest === undefined) throw new AppError('not-found')
  const row = await trx
    .selectFrom('form')
    .select(['revision', 'url'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const [licences, needSaid, versions] = [
    await allLicencesOf(trx, id),
    await saidOfNeed(trx, id),
    await versionHeads(trx, id),
  ]
  const counting = licences.filter((one) => one.ended_at === null)
  return {
    ...presentLine(head, counting, { now, timeZone: session.workspace.timeZone }),
    ...wordsOf(newest, session.member.language),
    ...{ revision: row.revision, url: row.url, needsLicence: head.needs_licence, needSaid, versions },
    built: newest.source === null,
    mayKeep: mayKeepForms(session.member.roles).allowed,
    licences: licences.map(presentLicence),
  }
}

function wordsOf({ model }: StoredForm, language: string) {
  return {
    description: formText(model.description, language),
    publisher: model.publisher ?? '',
    copyright: formText(model.copyright, language) || (model.licence ?? ''),
    languages: languagesOf(model),
  }
}

/** The language in which a form is written, and those into which its questions are translated. */
function languagesOf(model: FormModel): string[] {
  const found = new Set([model.language ?? 'nl'])
  for (const item of itemsOf(model.items)) {
    for (const tag of Object.keys(item.text?.translations ?? {})) found.add(tag)
  }
  return [...found].slice(0, 40)
}

function presentLicence(row: Awaited<ReturnType<typeof allLicencesOf>>[number]): RecordedLicence {
  return {
    ...{ id: row.id, holder: row.holder, number: row.number, note: row.note, by: row.by },
    ...{ validFrom: row.valid_from, expiresOn: row.expires_on, at: row.recorded_at },
    ended: row.ended_at === null ? null : { by: row.endedBy ?? '', at: row.ended_at },
  }
}
