import type { FormResponseId, MemberId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { fill } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { type Html, html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { peopleIn } from './own-data.repository.ts'
import { ownChecksWordsFor } from './own-page.checks.text.ts'
import { dayOn } from './own-page.checks.ts'
import { type OwnFrame, to } from './own-page.frame.ts'
import type { OwnPage } from './own-page.ts'

/** A form that she filled in, as her own page shows it. */
export type OwnForm = {
  id: FormResponseId
  title: string
  relation: RelationId
  participant: ParticipantId
  answeredAt: Instant
  readers: MemberId[] | null
  colleagues: { member: MemberId; name: string }[]
  /** Who typed it over from paper; null where she answered by herself. */
  enteredBy: MemberId | null
}

/** A form that she was asked to fill in, and did not yet. */
export type OwnFormWaiting = { title: string; sentAt: Instant }

/** The forms that she filled in, the newest first; what she answered stands with her data. */
export async function ownFormsOf(trx: Trx, page: OwnPage): Promise<OwnForm[]> {
  const places = page.places.map((place) => place.id)
  // The words of a form are nobody's: they are read for the sake of her own answers.
  await setContext(trx, { ...page.context, purpose: 'answering' })
  const rows = await trx
    .selectFrom('form_response as r')
    .innerJoin('form as f', (join) =>
      join.onRef('f.workspace_id', '=', 'r.workspace_id').onRef('f.id', '=', 'r.form_id'),
    )
    .select([
      'r.id',
      'f.title',
      'r.relation_id',
      'r.participant_id',
      'r.answered_at',
      'r.readers',
      'r.entered_by',
    ])
    .where('r.participant_id', '=', anyOf(places))
    .orderBy('r.answered_at', 'desc')
    .orderBy('r.id')
    .execute()
  await setContext(trx, page.context)
  const people = await peopleIn(trx, [...new Set(rows.flatMap((row) => row.relation_id ?? []))])
  return rows.flatMap(({ relation_id: relation, participant_id: participant, ...row }): OwnForm[] => {
    if (relation === null || participant === null) return []
    const colleagues = people.flatMap(({ relation_id, member_id: member, name }) =>
      member === null || relation_id !== relation ? [] : [{ member, name }],
    )
    const { id, title, readers, answered_at: answeredAt, entered_by: enteredBy } = row
    return [{ id, title, relation, participant, answeredAt, readers, colleagues, enteredBy }]
  })
}

/** The forms that wait for her, or waited in vain, the newest first. What was withdrawn waits no more. */
export async function formsWaitingFor(trx: Trx, page: OwnPage): Promise<OwnFormWaiting[]> {
  const places = page.places.map((place) => place.id)
  await setContext(trx, { ...page.context, purpose: 'answering' })
  const rows = await trx
    .selectFrom('form_invitation as i')
    .innerJoin('form as f', (join) =>
      join.onRef('f.workspace_id', '=', 'i.workspace_id').onRef('f.id', '=', 'i.form_id'),
    )
    .select(['f.title', 'i.sent_at as sentAt'])
    .where('i.participant_id', '=', anyOf(places))
    .where('i.answered_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .orderBy('i.sent_at', 'desc')
    .orderBy('i.id')
    .execute()
  await setContext(trx, page.context)
  return rows
}

/** Each form that she filled in, who reads it now, and the way to choose that; and those that wait. */
export function formsSection(
  frame: OwnFrame,
  page: OwnPage,
  { forms, waiting }: { forms: readonly OwnForm[]; waiting: readonly OwnFormWaiting[] },
): Html | null {
  if (forms.length + waiting.length === 0) return null
  const words = ownChecksWordsFor(frame.listener)
  const lines = forms.map((form) => {
    const names = form.colleagues.flatMap(({ member, name }) =>
      form.readers?.includes(member) ? [name] : [],
    )
    const now =
      form.readers === null
        ? ''
        : names.length === 0
          ? words.readByNobody
          : fill(words.readBy, { names: names.join(', ') })
    const typist = form.colleagues.find(({ member }) => member === form.enteredBy)?.name
    const onPaper = form.enteredBy === null ? '' : fill(words.onPaper, { name: typist ?? words.colleague })
    return html`<li><b>${form.title}</b> · ${dayOn(page, form.answeredAt)}<br>${onPaper} ${now} <a href="${to(frame, `/antwoorden/${form.id}`)}">${words.who}</a></li>`
  })
  const open = waiting.map(
    ({ title, sentAt }) =>
      html`<li><b>${title}</b><br>${fill(words.formWaits, { day: dayOn(page, sentAt) })}</li>`,
  )
  return html`<section><h2>${words.forms}</h2><ul>${lines}${open}</ul></section>`
}
