import type { FormModel } from '@weerklank/core/feedback/form'
import { mayReadForms } from '@weerklank/core/feedback/form.access'
import { wordedFor } from '@weerklank/core/feedback/form.level'
import { formBuildEndpoints, type Tried, type TryBody } from '@weerklank/core/feedback/form-build.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { millis } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveSelfAfter } from '../../access/access.ts'
import { findForm, type StoredForm } from '../../feedback/form.repository.ts'
import type { Scorer } from '../../fhir/score.ts'
import { newLimiter } from '../../http/limit.ts'
import { visibleParts } from './form.filled.ts'
import { filledOf, firstDraft } from './form.link.ts'
import type { FilledForm, Lookup } from './form.model.ts'
import { formPage } from './form.page.ts'
import { type Deed, deedOf, type Fields, postedPaths, withOneMore, withPosted } from './form.posted.ts'
import { previewFrame } from './form.preview.ts'
import type { Draft } from './form.repository.ts'
import { placedRules, rulesOfPart, toldRules } from './form.rules.ts'
import { holdOf, partNow, stepAfter } from './form.step.ts'
import { answeredFormPage, reviewPage } from './form.summary.ts'
import { formWordsFor } from './form.text.ts'
import { findingsIn, wordsIn } from './form.try.findings.ts'

/** More steps than this in a minute nobody fills in; each of them computes what the form computes. */
const triesAtMost = { max: 120, windowMs: 60_000 }

type Trying = { form: StoredForm; body: TryBody; session: MemberSession; scorer: Scorer }

/**
 * `POST /api/forms/:form/try`: a step of filling in a form to try it out, by the rules and with the pages of a real one. What
 * was filled in so far comes with the question and goes back with the answer; nothing of it is stored or written down.
 */
export function serveFormTry(to: MemberApi, { scorer }: { scorer: Scorer }): void {
  const limit = newLimiter(triesAtMost, () => millis(to.now()))
  serveSelfAfter(to, formBuildEndpoints.tryForm, {
    read: async (session, { params, body }, trx) => {
      if (!mayReadForms(session.member.roles).allowed) throw new AppError('not-allowed')
      limit(session.member.id)
      const form = await findForm(trx, params.form, body.version)
      if (form === undefined) throw new AppError('not-found')
      return { form, body, session, scorer }
    },
    make: tryStep,
  })
}

async function tryStep({ form, body, session, scorer }: Trying): Promise<Tried> {
  const own = { ...form, model: wordedFor(form.model, body.level) }
  const { answers, unread, part } = body
  const begin: Draft =
    answers === null
      ? await firstDraft(scorer, own)
      : { ...{ answers, unread, part }, revision: 0, device: null }
  const fields: Fields = body.fields ?? []
  const { timeZone } = session.workspace
  const isPosted = postedPaths(fields).length > 0
  const posted = isPosted ? { ...withPosted(own.model, begin, { fields, timeZone }), revision: 0 } : begin
  const going = { form: own, source: form.model, body, session, scorer, fields, deed: deedOf(fields) }
  const filled = await filledOf(scorer, own, posted)
  const shown =
    body.fields === undefined ? placeOf(body) : await afterStep({ ...going, filled, draft: posted })
  const now = shown.more ?? { filled, draft: posted }
  const page = shown.at === null ? null : pageOf({ ...going, ...now }, shown)
  return {
    ...{ page, at: shown.at ?? body.at, part: shown.part },
    ...{ answers: now.draft.answers, unread: now.draft.unread },
    ...(await findingsIn({ ...going, ...now })),
    ...wordsIn(form.model, body, session),
  }
}

/** `form` in the words of the level, and the `source` with those of all levels. */
export type Going = Trying & {
  source: FormModel
  fields: Fields
  deed: Deed
  filled: FilledForm
  draft: Draft
}
type Shown = {
  /** Null: the page stays as it is. */
  at: Tried['at'] | null
  part: number
  problems?: ReadonlyMap<string, string>
  hasNewQuestions?: boolean
  lookup?: Lookup
  /** As it is filled in with a group once more. */
  more?: { filled: FilledForm; draft: Draft }
}

const placeOf = ({ at, part }: TryBody): Shown => ({ at, part })

async function afterStep(going: Going): Promise<Shown> {
  const { deed, fields, filled, draft, body, session, form, source, scorer } = going
  const here = partNow(fields, filled, body.part)
  if (deed.kind === 'keep') return { at: null, part: body.part }
  if (deed.kind === 'find') {
    const text = fields.find(([name]) => name === `z${deed.path}`)?.[1] ?? ''
    return { at: 'part', part: here, lookup: { path: deed.path, text: text.slice(0, 100) } }
  }
  if (deed.kind === 'more') {
    const longer = { ...withOneMore(filled, draft, deed.path), revision: 0 }
    const now = await filledOf(scorer, form, longer)
    const added = now.parts.findIndex(({ entries }) =>
      entries.some((entry) => entry.kind === 'more' && entry.path === deed.path),
    )
    return { at: 'part', part: Math.max(added, 0), more: { filled: now, draft: longer } }
  }
  const { listener, timeZone } = previewFrame(source, body, session)
  const of = { fields, words: formWordsFor(listener), timeZone }
  const step = stepAfter(filled, deed, { ...of, from: body.part })
  if (step.kind === 'part') return { at: 'part', part: step.part }
  if (step.kind === 'stay') return { ...step, at: 'part' }
  if (step.kind === 'review') return { at: 'review', part: here }
  const hold = holdOf(filled, { ...of, revision: 0 })
  if (hold === null) return { at: 'sent', part: 0 }
  return hold.kind === 'part' ? { ...hold, at: 'part' } : { ...hold, at: 'review', part: here }
}

function pageOf({ filled, body, session, source }: Going, shown: Shown): string {
  const frame = previewFrame(source, body, { ...session, isSent: shown.at === 'sent' })
  const rules = placedRules(filled)
  const problems = shown.problems ?? new Map()
  if (shown.at === 'sent')
    return answeredFormPage({ ...frame, filled, part: shown.part, isApart: false, staysAtOne: false })
  if (shown.at === 'review')
    return reviewPage({ ...frame, filled, problems, rules: toldRules(rules), revision: 0, isChanged: false })
  const parts = visibleParts(filled)
  const part = parts.find((one) => one >= shown.part) ?? parts.at(-1) ?? 0
  const { hasNewQuestions = false, lookup = null } = shown
  const told = toldRules(rulesOfPart(rules, part))
  return formPage({ ...frame, filled, part, problems, rules: told, hasNewQuestions, lookup })
}
