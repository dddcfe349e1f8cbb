import type { Rhythm } from '@weerklank/core/feedback/check-plan'
import { type FormModel, formText, itemsByLinkId } from '@weerklank/core/feedback/form'
import { answerInWords } from '@weerklank/core/feedback/form.answer-words'
import { entriesOf } from '@weerklank/core/feedback/form.answers'
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
  const plans = await trx
    .selectFrom('check_plan')
    .select(['relation_id', 'rhythm', 'every_weeks', 'weekends', 'email', 'email_agreed_at', 'since'])
    .select(['paused_until', 'stopped_at'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('since')
    .execute()
  const notices = await trx
    .selectFrom('check_notice')
    .select(['relation_id', 'number', 'by_mail', 'at'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('at')
    .orderBy('number')
    .execute()
  // The words of a form are nobody's: they are read for the sake of her own answers.
  await setContext(trx, { ...page.context, purpose: 'answering' })
  const forms = await formAnswersOf(trx, places)
  await setContext(trx, page.context)
  return { plans, notices, forms }
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
    .where('form_response.participant_id', '=', anyOf(places))
    .orderBy('answered_at')
    .orderBy('form_response.id')
    .execute()
}

type PlanRow = Asked['plans'][number]

/** How she is asked by itself, as data. */
export function planOf(plan: PlanRow, notices: Asked['notices']) {
  return {
    ...{ rhythm: plan.rhythm, everyWeeks: plan.every_weeks, weekends: plan.weekends, since: plan.since },
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

type Words = Record<'asked' | 'none' | 'weeks' | 'contact' | 'mail' | 'noMail' | 'computed', string>

const words: Record<Language, Words> = {
  nl: {
    asked: 'Hoe vaak er vanzelf gevraagd wordt',
    none: 'niet vanzelf',
    weeks: 'om de {weeks} weken',
    contact: 'na elk contact',
    mail: 'per mail aan {email}',
    noMail: 'zonder mail',
    computed: 'Hieruit berekend',
  },
  en: {
    asked: 'How often is asked by itself',
    none: 'not by itself',
    weeks: 'every {weeks} weeks',
    contact: 'after each contact',
    mail: 'by mail to {email}',
    noMail: 'without mail',
    computed: 'Computed from this',
  },
}

const rhythmWord = (rhythm: Rhythm, said: Words) =>
  rhythm === 'weeks' ? said.weeks : rhythm === 'after-contact' ? said.contact : said.none

/** On the page that can be kept: how she is asked, with the address that she gave. */
export function planBlock(plan: OwnPlan, language: Language, moment: (at: Instant) => string): Html {
  const said = words[language]
  const rhythm = rhythmWord(plan.rhythm, said).replace('{weeks}', String(plan.everyWeeks))
  const mail = plan.email === null ? said.noMail : said.mail.replace('{email}', plan.email)
  const sent = plan.sent.map(({ at }) => html`<li>${moment(at)}</li>`)
  return html`<h3><b>${said.asked}</b></h3><p>${rhythm}, ${mail} (${moment(plan.since)})</p><ul>${sent}</ul>`
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
