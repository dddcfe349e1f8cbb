import { respondLanguage } from '@weerklank/core/shared/language'
import type { Context as HonoContext } from 'hono'
import type { StoredForm } from '../../feedback/form.repository.ts'
import type { audienceOf } from '../check.ts'
import { pathOf, send } from './form.answer.ts'
import { visibleParts } from './form.filled.ts'
import { languageFor } from './form.languages.ts'
import type { FormLink } from './form.link.ts'
import type { FilledForm, FormFrame, FormPeople, Lookup } from './form.model.ts'
import { formPage } from './form.page.ts'
import type { Fields } from './form.posted.ts'
import type { Draft } from './form.repository.ts'
import { placedRules, rulesOfPart, toldRules } from './form.rules.ts'
import { reviewPage } from './form.summary.ts'
import { typingNotice } from './form.typed.ts'

/** A link as it was when it was looked at: what is computed and drawn then happens outside the transaction. */
export type Seen = {
  link: FormLink
  form: StoredForm
  draft: Draft | null
  people: Awaited<ReturnType<typeof audienceOf>>
}

/** What goes for every page of this link. */
export function frameOf(
  c: HonoContext,
  { link, form, people }: Seen,
  fields: Fields = [],
): FormFrame & FormPeople {
  const { person } = people
  const asked = fields.findLast(([name]) => name === 'lang')?.[1] ?? c.req.query('lang')
  const formLanguage = languageFor(form.model, [asked, person.language])
  const language = respondLanguage(asked) ?? person.language
  const typing = typingNotice({ link, people })
  return {
    ...(typing !== null && { typing }),
    listener: { language, address: person.address },
    ...{
      formLanguage,
      workspace: link.asked.workspace_name,
      path: pathOf(c),
      timeZone: link.asked.time_zone,
    },
    ...{ name: person.name, seenBy: people.seenBy, unseenBy: people.unseenBy },
  }
}

type Shown = {
  filled: FilledForm
  part: number
  problems: ReadonlyMap<string, string>
  hasNewQuestions: boolean
  lookup: Lookup | null
  fields?: Fields
}

/** A part, or the one nearest to it in which there is something to see. */
export function showPart(c: HonoContext, seen: Seen, { fields, ...shown }: Shown): Promise<Response> {
  const parts = visibleParts(shown.filled)
  const part = parts.includes(shown.part)
    ? shown.part
    : (parts.find((one) => one >= shown.part) ?? parts.at(-1) ?? 0)
  const rules = toldRules(rulesOfPart(placedRules(shown.filled), part))
  const page = formPage({ ...frameOf(c, seen, fields), ...shown, rules, part })
  return send(c, page, shown.problems.size > 0 ? 422 : 200)
}

type Reviewed = {
  filled: FilledForm
  draft: Draft
  problems: ReadonlyMap<string, string>
  isChanged: boolean
  fields?: Fields
}

/** The page to look it over. */
export function review(c: HonoContext, seen: Seen, of: Reviewed): Promise<Response> {
  const rules = toldRules(placedRules(of.filled))
  const page = reviewPage({ ...frameOf(c, seen, of.fields), ...of, rules, revision: of.draft.revision })
  return send(c, page, of.problems.size > 0 ? 422 : 200)
}
