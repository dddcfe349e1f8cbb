import type { Rhythm } from '@weerklank/core/feedback/check-plan'
import { type FormModel, formText, itemsByLinkId } from '@weerklank/core/feedback/form'
import { answerInWords } from '@weerklank/core/feedback/form.answer-words'
import { entriesOf } from '@weerklank/core/feedback/form.answers'
import type { FormLinkWay } from '@weerklank/core/feedback/shared-device'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import { type Html, html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import type { OwnPage } from './own-page.ts'

/** What is kept about asking her: how often, at which address, what went out; and what she answered to forms. */
export async function askedOf(trx: Trx, page: OwnPage) {
  const places = page.places.map((place) => place.id)
  // The words of a form are nobody's: they are read for the sake of her own answers.
  await setContext(trx, { ...page.context, purpose: 'answering' })
  const plans = await trx
    .selectFrom('check_plan as p')
    .leftJoin('form as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.id', '=', 'p.form_id'),
    )
    .select(['p.relation_id', 'rhythm', 'every_weeks', 'weekends', 'email', 'email_agreed_at', 'since'])
    .select(['paused_until', 'stopped_at', 'every_days', 'begins_on', 'ends_on', 'f.title as form'])
    .where('p.participant_id', '=', anyOf(places))
    .orderBy('since')
    .execute()
  const notices = await trx
    .selectFrom('check_notice')
    .select(['relation_id', 'number', 'by_mail', 'at'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('at')
    .orderBy('number')
    .execute()
  const forms = await formAnswersOf(trx, places)
  const formsAsked = await formsAskedOf(trx, places)
  await setContext(trx, page.context)
  return { plans, notices, forms, formsAsked }
}

export type Asked = Awaited<ReturnType<typeof askedOf>>

function formAnswersOf(trx: Trx, places: readonly ParticipantId[]) {
  return trx
    .selectFrom('form_response')
    .innerJoin('form', (join) =>
      join
        .onRef('form.workspace_id', '=', 'form_response.workspace_id')
        .onRef('form.id', '=', 'form_response.form_id'),
    )
    .innerJoin('form_version', (join) =>
      join
        .onRef('form_version.workspace_id', '=', 'form_response.workspace_id')
        .onRef('form_version.form_id', '=', 'form_response.form_id')
        .onRef('form_version.version', '=', 'form_response.version'),
    )
    .select(['form_response.relation_id', 'form.title', 'form_response.version', 'form_version.model'])
    .select(['form_response.status', 'form_response.answers', 'form_response.scores', 'answered_at'])
    .select('form_response.entered_by')
    .where('form_response.participant_id', '=', anyOf(places))
    .orderBy('answered_at')
    .orderBy('form_response.id')
    .execute()
}

/** Every form that she was asked to fill in, answered or not, and by which way she did. */
function formsAskedOf(trx: Trx, places: readonly ParticipantId[]) {
  return trx
    .selectFrom('form_invitation as i')
    .innerJoin('form as f', (join) =>
      join.onRef('f.workspace_id', '=', 'i.workspace_id').onRef('f.id', '=', 'i.form_id'),
    )
    .select(['i.relation_id', 'f.title', 'i.sent_at', 'i.expires_at', 'i.revoked_at', 'i.letters'])
    .select(['i.answered_at', 'i.answered_way'])
    .where('i.participant_id', '=', anyOf(places))
    .orderBy('i.sent_at')
    .orderBy('i.id')
    .execute()
}

/** That she was asked to fill in a form, as data. */
export function formAsked(row: Asked['formsAsked'][number]) {
  return {
    ...{ form: row.title, sentAt: row.sent_at, until: row.expires_at, withdrawnAt: row.revoked_at },
    ...{ mailed: row.letters, answeredAt: row.answered_at, way: row.answered_way },
  }
}

export type OwnFormAsked = ReturnType<typeof formAsked>

type PlanRow = Asked['plans'][number]

/** How she is asked by itself, as data. */
export function planOf(plan: PlanRow, notices: Asked['notices']) {
  return {
    ...{ rhythm: plan.rhythm, everyWeeks: plan.every_weeks, weekends: plan.weekends, since: plan.since },
    ...{ everyDays: plan.every_days, beginsOn: plan.begins_on, endsOn: plan.ends_on, form: plan.form },
    ...{ email: plan.email === '' ? null : plan.email, emailAgreedAt: plan.email_agreed_at },
    ...{ pausedUntil: plan.paused_until, stoppedAt: plan.stopped_at },
    sent: notices
      .filter((one) => one.relation_id === plan.relation_id)
      .map(({ at, number, by_mail: byMail }) => ({ at, isReminder: number > 0, byMail })),
  }
}

export type OwnPlan = ReturnType<typeof planOf>

/** An answered form: each question with what she answered in words, what was computed of it, and all of it as data. */
export function formInWords(row: Asked['forms'][number], page: OwnPage) {
  const { model, answers, scores } = row
  const items = itemsByLinkId(model)
  const reader = {
    ...{ language: page.listener.language, formLanguage: page.listener.language },
    timeZone: page.workspace.timeZone,
  }
  const said = [...entriesOf(answers.items)].flatMap((entry) => {
    const item = items.get(entry.linkId)
    const values = entry.values ?? []
    if (values.length === 0) return []
    const words = values.map(({ value }) => (item === undefined ? '' : answerInWords(item, value, reader)))
    return [{ question: questionOf(model, entry.linkId, reader.formLanguage), answers: words }]
  })
  const computed = (scores?.values ?? []).map(({ linkId, value }) => {
    const item = items.get(linkId)
    const inWords = item === undefined ? '' : answerInWords(item, value, reader)
    return { name: questionOf(model, linkId, reader.formLanguage), inWords }
  })
  return {
    ...{ form: row.title, version: row.version, answeredAt: row.answered_at, status: row.status },
    ...{ answers: said, computed, sum: scores?.sum ?? null, data: answers },
  }
}

export type OwnFormAnswer = ReturnType<typeof formInWords>

function questionOf(model: FormModel, linkId: string, language: string): string {
  const item = itemsByLinkId(model).get(linkId)
  const text = formText(item?.text, language)
  return text === '' ? linkId : text
}

type Words = Record<
  | 'asked'
  | 'none'
  | 'weeks'
  | 'days'
  | 'contact'
  | 'mail'
  | 'noMail'
  | 'computed'
  | 'answered'
  | 'withdrawn'
  | FormLinkWay,
  string
>

const words: Record<Language, Words> = {
  nl: {
    asked: 'Hoe vaak er vanzelf gevraagd wordt',
    none: 'niet vanzelf',
    weeks: 'om de {weeks} weken',
    days: 'om de {days} dagen',
    contact: 'na elk contact',
    mail: 'per mail aan {email}',
    noMail: 'zonder mail',
    computed: 'Hieruit berekend',
    answered: 'ingevuld op {moment}',
    withdrawn: 'ingetrokken op {moment}',
    link: 'met een eigen link',
    device: 'op een toestel van hier',
    kiosk: 'bij een kiosk',
    paper: 'op papier, daarna overgetypt',
  },
  en: {
    asked: 'How often is asked by itself',
    none: 'not by itself',
    weeks: 'every {weeks} weeks',
    days: 'every {days} days',
    contact: 'after each contact',
    mail: 'by mail to {email}',
    noMail: 'without mail',
    computed: 'Computed from this',
    answered: 'filled in on {moment}',
    withdrawn: 'withdrawn on {moment}',
    link: 'by an own link',
    device: 'on a device from here',
    kiosk: 'at a kiosk',
    paper: 'on paper, typed over later',
  },
}

const rhythmWord = (rhythm: Rhythm, said: Words) =>
  ({ weeks: said.weeks, days: said.days, 'after-contact': said.contact, none: said.none })[rhythm]

/** On the page that can be kept: how she is asked, with the address that she gave. */
export function planBlock(plan: OwnPlan, language: Language, moment: (at: Instant) => string): Html {
  const said = words[language]
  const often = rhythmWord(plan.rhythm, said)
    .replace('{weeks}', String(plan.everyWeeks))
    .replace('{days}', String(plan.everyDays ?? 1))
  const rhythm = [...(plan.form === null ? [] : [plan.form]), often].join(': ')
  const mail = plan.email === null ? said.noMail : said.mail.replace('{email}', plan.email)
  const sent = plan.sent.map(({ at }) => html`<li>${moment(at)}</li>`)
  return html`<h3><b>${said.asked}</b></h3><p>${rhythm}, ${mail} (${moment(plan.since)})</p><ul>${sent}</ul>`
}

/** On the page that can be kept: which form was asked, and what came of it. */
export function formAskedLine(
  one: OwnFormAsked,
  language: Language,
  moment: (at: Instant) => string,
): string {
  const said = words[language]
  const { answeredAt, withdrawnAt, way } = one
  const told = [
    ...(answeredAt === null ? [] : [said.answered.replace('{moment}', moment(answeredAt))]),
    ...(answeredAt === null || way === null ? [] : [said[way]]),
    ...(withdrawnAt === null ? [] : [said.withdrawn.replace('{moment}', moment(withdrawnAt))]),
  ]
  return [`${moment(one.sentAt)}: ${one.form}`, ...told].join(', ')
}

/** On the page that can be kept: a form with its questions and answers. */
export function formBlock(one: OwnFormAnswer, language: Language, moment: (at: Instant) => string): Html {
  const given = one.answers.map(
    ({ question, answers }) => html`<dt>${question}</dt><dd>${answers.join('; ')}</dd>`,
  )
  const computed = [
    ...one.computed.map(({ name, inWords }) => html`<li>${name}: ${inWords}</li>`),
    ...(one.sum === null ? [] : [html`<li>${one.sum.value} (${one.sum.answered} / ${one.sum.of})</li>`]),
  ]
  const after = computed.length === 0 ? null : html`<p>${words[language].computed}</p><ul>${computed}</ul>`
  return html`<h3><b>${one.form}, ${moment(one.answeredAt)}</b></h3><dl>${given}</dl>${after}`
}
