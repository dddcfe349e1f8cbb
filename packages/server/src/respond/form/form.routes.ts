import { readingLevelFor, wordedFor } from '@weerklank/core/feedback/form.level'
import { takesAnswer } from '@weerklank/core/feedback/invitation'
import type { ErrorCode } from '@weerklank/core/shared/errors'
import { respondLanguage } from '@weerklank/core/shared/language'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import { planOf } from '../../relation/relation.ts'
import type { Trx } from '../../schema.ts'
import { audienceOf } from '../check.ts'
import type { LinkProblem } from '../respond.model.ts'
import { serveRest } from '../rest.ts'
import { answer, type FormRespondDeps, pathOf, send, sendProblem, token } from './form.answer.ts'
import { deviceHash, isSameDevice, markDevice } from './form.device.ts'
import { fillForm, nothingFound } from './form.filled.ts'
import { draftOf, type FormLink, filledOf, firstDraft, withFormLink } from './form.link.ts'
import type { Lookup } from './form.model.ts'
import { deedOf, type Fields, postedPaths, withOneMore, withPosted } from './form.posted.ts'
import { type Draft, findAnswer, keepDraft, removeDraft } from './form.repository.ts'
import { restOfForms } from './form.rest.ts'
import { type Going, renew, submit } from './form.send.ts'
import { returnKiosk, shutHere } from './form.shared.ts'
import { frameOf, review, type Seen, showPart } from './form.show.ts'
import { partNow, stepAfter } from './form.step.ts'
import { answeredFormPage, elsewherePage, notNowPage } from './form.summary.ts'
import { formWordsFor } from './form.text.ts'
import { asOnPaper, asWritten, noteAtForm } from './form.typed.ts'

/** A page of a form holds at most twenty questions, some with many choices. */
const postedAtMost = { bytes: 512 * 1024, fields: 2_000 }

/** The respondent's side of a form: pages and posts, without an account and without script if need be. */
export function serveFormRespond(app: Hono, deps: FormRespondDeps): void {
  app.get('/v/:token', (c) => answer(c, deps, () => open(c, deps)))
  app.post('/v/:token', (c) => answer(c, deps, () => post(c, deps)))
  app.get('/v/:token/not-now', (c) => answer(c, deps, () => leave(c, deps)))
  app.post('/v/:token/renew', (c) => answer(c, deps, () => renew(c, deps)))
  serveRest(app, deps, { ...restOfForms(deps), answer: (c, act) => answer(c, deps, act) })
}

async function seenIn(
  trx: Trx,
  link: FormLink,
  { c, deps }: { c: HonoContext; deps: FormRespondDeps },
): Promise<Seen> {
  const people = await audienceOf(trx, link)
  returnKiosk(c, link)
  const { form, draft } = await draftOf(trx, link)
  const opened = 'form-invitation.opened'
  await noteAtForm(trx, link, { world: deps.world, action: opened, subject: link.asked.id })
  // In the words of her reading level; what is computed does not look at words.
  const model = wordedFor(form.model, readingLevelFor(people.person.voice))
  const worded = { ...form, model: link.token.way === 'paper' ? asOnPaper(model) : model }
  return { link, form: worded, draft, people }
}

const look = (c: HonoContext, deps: FormRespondDeps): Promise<Seen> =>
  withFormLink({ ...deps, token: token(c) }, (trx, link) => seenIn(trx, link, { c, deps }))

async function open(c: HonoContext, deps: FormRespondDeps): Promise<Response> {
  const seen = await look(c, deps)
  const closed = (await shutHere(c, deps, seen)) ?? (await whyClosed(c, deps, seen))
  if (closed !== null) return closed
  const hash = deviceHash(c, deps.publicUrl, seen.link.asked.id)
  if (!isSameDevice(seen.draft, { hash, way: seen.link.token.way })) return elsewhere(c, seen)
  if (hash === null) markDevice(c, deps.publicUrl, seen.link.token)
  const draft = seen.draft ?? (await firstDraft(deps.scorer, seen.form))
  const filled = asWritten(await filledOf(deps.scorer, seen.form, draft), seen.link)
  const wanted = c.req.query('deel')
  if (wanted === 'kijk') return review(c, seen, { filled, draft, problems: new Map(), isChanged: false })
  const part = wanted === undefined ? draft.part : Number(wanted) - 1
  const lookup = lookupOf(c.req.query('bij'), c.req.query('zoek'))
  return showPart(c, seen, { filled, part, problems: new Map(), hasNewQuestions: false, lookup })
}

function lookupOf(path: string | undefined, text: string | undefined): Lookup | null {
  return path === undefined || text === undefined ? null : { path, text: text.slice(0, 100) }
}

/** The page of a link that takes no answers, or after the answer; null while it is open. */
async function whyClosed(c: HonoContext, deps: FormRespondDeps, seen: Seen): Promise<Response | null> {
  const { link, people } = seen
  const workspace = link.asked.workspace_name
  const listener = {
    address: people.person.address,
    language: respondLanguage(c.req.query('lang')) ?? people.person.language,
  }
  const refuse = (code: ErrorCode, problem: LinkProblem) =>
    sendProblem(c, { code, problem, workspace, listener })
  switch (link.status) {
    case 'open':
      return null
    case 'answered':
      return answered(c, deps, seen)
    case 'revoked':
      return refuse('link-revoked', {
        kind: 'revoked',
        by: people.seenBy.length === 1 ? (people.seenBy[0] ?? null) : null,
      })
    case 'expired':
      return refuse('link-expired', { kind: 'expired' })
    case 'ended':
      return refuse('link-expired', { kind: 'ended', seenBy: people.seenBy })
  }
}

/** It is being filled in on another device: what stands there is not shown here. She goes on there, or begins anew here. */
function elsewhere(c: HonoContext, seen: Seen, fields: Fields = []): Promise<Response> {
  const kept = fields.filter(([name]) => name !== 'ga')
  return send(c, elsewherePage({ ...frameOf(c, seen, fields), fields: kept }))
}

async function answered(c: HonoContext, deps: FormRespondDeps, seen: Seen): Promise<Response> {
  const { form, link } = seen
  const { stored, plan } = await withFormLink({ ...deps, token: token(c) }, async (trx) => ({
    stored: await findAnswer(trx, link.asked.response_id),
    plan: await planOf(trx, link.token.relation_id),
  }))
  // What she keeps to some or to herself is not told by a link that others hold too (ADR 0020).
  const isApart = stored?.readers !== null
  const answers = isApart ? { items: [] } : (stored?.answers ?? { items: [] })
  const computed = new Map((stored?.scores?.values ?? []).map(({ linkId, value }) => [linkId, value]))
  const filled = fillForm(form.model, { answers, unread: {}, found: { ...nothingFound, computed } })
  const part = Number(c.req.query('deel') ?? '1') - 1
  const staysAtOne = plan?.singleContact === true
  const shown = { filled, isApart, staysAtOne, part: Number.isInteger(part) ? part : 0 }
  return send(c, answeredFormPage({ ...frameOf(c, seen), ...shown }))
}

async function leave(c: HonoContext, deps: FormRespondDeps): Promise<Response> {
  const seen = await look(c, deps)
  const closed = (await shutHere(c, deps, seen)) ?? (await whyClosed(c, deps, seen))
  return closed ?? send(c, notNowPage({ ...frameOf(c, seen), until: seen.link.token.expires_at }))
}

/** Keeps what a page says, and does what its button asks. */
async function post(c: HonoContext, deps: FormRespondDeps): Promise<Response> {
  const fields = await readForm(c, postedAtMost)
  const deed = deedOf(fields)
  const first = await look(c, deps)
  const { status, token: own } = first.link
  // An answer that was on its way is taken; whoever types a paper over can begin again.
  const isLate = status === 'expired' && own.way !== 'paper'
  const shut = isLate ? null : await shutHere(c, deps, first)
  if (shut !== null) return shut
  if (!takesAnswer(first.link.status)) return (await whyClosed(c, deps, first)) ?? c.redirect(pathOf(c), 303)
  const isAnew = deed.kind === 'anew'
  const begin = (isAnew ? null : first.draft) ?? (await firstDraft(deps.scorer, first.form))
  const device =
    deviceHash(c, deps.publicUrl, first.link.asked.id) ??
    (isAnew ? markDevice(c, deps.publicUrl, first.link.token) : null)
  const kept = await keepPosted(c, deps, { fields, begin, device, isAnew })
  if (kept === 'elsewhere') return elsewhere(c, first, fields)
  if (kept === null || isAnew) return c.redirect(pathOf(c), 303)
  const seen = { ...first, draft: kept }
  if (deed.kind === 'keep') return c.body(null, 204)
  const filled = asWritten(await filledOf(deps.scorer, seen.form, kept), seen.link)
  return goOn(c, deps, { seen, fields, deed, filled, draft: kept })
}

/** In one transaction with the row held: two tabs keep what each says. Null when it was answered meanwhile. */
function keepPosted(
  c: HonoContext,
  deps: FormRespondDeps,
  of: { fields: Fields; begin: Draft; device: string | null; isAnew: boolean },
): Promise<Draft | null | 'elsewhere'> {
  const { fields, begin, device, isAnew } = of
  return withFormLink({ ...deps, token: token(c), how: 'held' }, async (trx, link) => {
    if (!takesAnswer(link.status)) return null
    const { form, draft } = await draftOf(trx, link)
    if (!isAnew && !isSameDevice(draft, { hash: device, way: link.token.way })) return 'elsewhere'
    if (isAnew) await removeDraft(trx, link.asked.id)
    const before = { ...((isAnew ? null : draft) ?? begin), ...(device !== null && { device }) }
    if (postedPaths(fields).length === 0) return before
    const part = Number(fields.find(([name]) => name === 'deel')?.[1] ?? before.part + 1) - 1
    const posted = { fields, timeZone: link.asked.time_zone }
    const kept = {
      ...withPosted(form.model, before, posted),
      part: Number.isInteger(part) && part >= 0 ? Math.min(part, 100_000) : 0,
    }
    await keepDraft(trx, link, kept)
    const keeping = 'form-invitation.kept'
    await noteAtForm(trx, link, { world: deps.world, action: keeping, subject: link.asked.id })
    return kept
  })
}

async function goOn(c: HonoContext, deps: FormRespondDeps, going: Going): Promise<Response> {
  const { seen, fields, deed, filled, draft } = going
  const frame = frameOf(c, seen, fields)
  const words = formWordsFor(frame.listener)
  const lang = `&lang=${encodeURIComponent(frame.formLanguage)}`
  const to = (query: string) => c.redirect(`${frame.path}?${query}${lang}`, 303)
  if (deed.kind === 'find') {
    const here = partNow(fields, filled, draft.part)
    const text = fields.find(([name]) => name === `z${deed.path}`)?.[1] ?? ''
    return to(`deel=${here + 1}&bij=${deed.path}&zoek=${encodeURIComponent(text.slice(0, 100))}`)
  }
  if (deed.kind === 'more') return addTime(c, deps, { ...going, path: deed.path, to })
  const step = stepAfter(filled, deed, { fields, words, timeZone: frame.timeZone, from: draft.part })
  switch (step.kind) {
    case 'part':
      return to(`deel=${step.part + 1}`)
    case 'stay':
      return showPart(c, seen, { ...step, filled, lookup: null, fields })
    case 'review':
      return to('deel=kijk')
    case 'send':
      return submit(c, deps, going)
  }
}

async function addTime(
  c: HonoContext,
  deps: FormRespondDeps,
  of: Going & { path: string; to: (query: string) => Response },
): Promise<Response> {
  const more = withOneMore(of.filled, of.draft, of.path)
  await withFormLink({ ...deps, token: token(c), how: 'held' }, async (trx, link) => {
    if (takesAnswer(link.status)) await keepDraft(trx, link, more)
  })
  const filled = await filledOf(deps.scorer, of.seen.form, more)
  const added = filled.parts.findIndex(({ entries }) =>
    entries.some((entry) => entry.kind === 'more' && entry.path === of.path),
  )
  return of.to(`deel=${Math.max(added, 0) + 1}`)
}
