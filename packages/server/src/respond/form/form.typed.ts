import type { AuditAction } from '@weerklank/core/audit/audit'
import type { FormItem, FormModel } from '@weerklank/core/feedback/form'
import { AppError } from '@weerklank/core/shared/errors'
import { screenLanguage } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import { weekdayDate } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { writeRecords } from '../../audit/audit.ts'
import { setContext } from '../../db/context.ts'
import type { World } from '../../deps.ts'
import { html } from '../../http/html.ts'
import type { Trx } from '../../schema.ts'
import type { audienceOf } from '../check.ts'
import { sendPage } from '../respond.answer.ts'
import { documentOf } from '../respond.frame.ts'
import { type FormRespondDeps, pathOf } from './form.answer.ts'
import { unmarkDevice } from './form.device.ts'
import { type FormLink, formRecord } from './form.link.ts'
import type { FilledForm } from './form.model.ts'

/** A link that was opened, and whose it is. */
type Opened = { link: FormLink; people: Awaited<ReturnType<typeof audienceOf>> }

const words = {
  nl: {
    typing: 'Je typt een papier over van {name}. Het antwoord telt op {day}.',
    done: 'Het papier is overgetypt',
    counts: 'Het antwoord van {name} telt op {day}.',
    shut: 'Overtypen kan hier niet meer',
    again: 'Begin opnieuw bij de samenwerking.',
    back: 'Naar de samenwerking',
  },
  en: {
    typing: 'You type over a paper of {name}. The answer counts on {day}.',
    done: 'The paper is typed over',
    counts: 'The answer of {name} counts on {day}.',
    shut: 'Typing over is no longer possible here',
    again: 'Begin again at the collaboration.',
    back: 'To the collaboration',
  },
} as const

/** What stands above the pages while a colleague types a paper over; null for any other link. */
export function typingNotice({ link, people }: Opened): string | null {
  const { answered_at: at } = link.token
  if (at === null) return null
  const language = screenLanguage(people.person.language)
  const day = weekdayDate(at, language, link.asked.time_zone)
  return fill(words[language].typing, { name: people.person.name, day })
}

/**
 * Only the colleague who has the paper types it over, signed in; to anybody else the link is none. Null while it may be typed,
 * else the page that says that it is done or over.
 */
export async function typingOver(
  c: HonoContext,
  deps: FormRespondDeps,
  { link, people }: Opened,
): Promise<Response | null> {
  const { entered_by: by, answered_at: at, relation_id: relation } = link.token
  const who = await deps.door(c.req.raw.headers)
  if (who?.step !== 'open' || who.place?.member !== by || at === null) throw new AppError('link-unknown')
  if (link.status === 'open') return null
  unmarkDevice(c, deps.publicUrl, link.asked.id)
  const language = screenLanguage(people.person.language)
  const said = words[language]
  const isDone = link.status === 'answered'
  const day = weekdayDate(at, language, link.asked.time_zone)
  const title = isDone ? said.done : said.shut
  const text = isDone ? fill(said.counts, { name: people.person.name, day }) : said.again
  const page = documentOf(
    {
      ...{ listener: { language, address: 'je' }, workspace: link.asked.workspace_name },
      path: pathOf(c),
    },
    {
      title,
      main: html`<h1>${title}</h1><p>${text}</p><p><a href="/samenwerkingen/${relation}">${said.back}</a></p>`,
    },
  )
  return sendPage(c, page)
}

/** What was left open on paper stays so. The rules stay with the form, for its computing is kept for all of its links. */
export function asOnPaper(model: FormModel): FormModel {
  return { ...model, items: model.items.map(freed) }
}

function freed({ required: _, minOccurs: __, items, ...item }: FormItem): FormItem {
  return items === undefined ? item : { ...item, items: items.map(freed) }
}

/** What a paper says against a rule of the form is typed over as it stands there: nobody mends what somebody else wrote. */
export function asWritten(filled: FilledForm, { token }: FormLink): FilledForm {
  return token.way === 'paper' ? { ...filled, found: { ...filled.found, broken: [] } } : filled
}

/** Writes down what was done by a link: by her, or by the colleague who types her paper over. */
export async function noteAtForm(
  trx: Trx,
  link: FormLink,
  deed: { world: World; action: AuditAction; subject: string },
): Promise<void> {
  const isTyped = link.token.way === 'paper'
  if (isTyped) await setContext(trx, link.by)
  await writeRecords(trx, [formRecord(link, isTyped ? { ...deed, action: 'form-invitation.typed' } : deed)])
  if (isTyped) await setContext(trx, link.context)
}
