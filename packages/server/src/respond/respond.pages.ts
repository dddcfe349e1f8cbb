import type { Instrument } from '@weerklank/core/feedback/instrument'
import { isSharedDevice } from '@weerklank/core/feedback/shared-device'
import type { CheckForm } from '@weerklank/core/feedback/submission'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import type { ErrorCode } from '@weerklank/core/shared/errors'
import { respondLanguage } from '@weerklank/core/shared/language'
import type { Reader } from '@weerklank/core/shared/spoken'
import { addDays } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { namesLookingAlong } from '../feedback/supervision.repository.ts'
import { contactsBetween, planOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { echoesOf } from './check.repository.ts'
import { audienceOf, formOf, type OpenLink } from './check.ts'
import type { Device } from './device.ts'
import { answeredPage } from './respond.answered.ts'
import { asAsked } from './respond.checks.ts'
import type { ContactMoment, LinkProblem, Refill } from './respond.model.ts'
import { checkPage } from './respond.page.ts'
import { linkProblemPage } from './respond.problem.ts'
import { pageKindOf } from './respond.question.ts'
import type { PageKind } from './respond.script.ts'
import { sharedDevicePage } from './shared-device.page.ts'

/** What a link shows now: a page, or the reason why it leads nowhere. */
export type LinkPage =
  | { kind: 'page'; html: string; status: 200 | 422; look: PageKind }
  | { kind: 'problem'; code: ErrorCode; problem: LinkProblem; listener: Reader; workspace: string }

type Shown = {
  deps: FeedbackDeps
  path: string
  /** The language asked for in the address; else the person's own. */
  lang: string | undefined
  /** What came in and could not be taken, `leave` for whoever does not take part now, or null. */
  refill: Refill | 'leave' | null
  device: Device
}

type Who = Awaited<ReturnType<typeof audienceOf>>

/** The page for a link, by its status. */
export async function pageFor(trx: Trx, link: OpenLink, shown: Shown): Promise<LinkPage> {
  const who = await audienceOf(trx, link)
  const listener = listenerOf(who.person, shown.lang)
  const frame = { listener, workspace: link.check.workspace_name, path: shown.path }
  const refuse = (code: ErrorCode, problem: LinkProblem): LinkPage => ({
    kind: 'problem',
    code,
    problem,
    ...frame,
  })
  const asking = async (refill: Refill | null) => {
    const form = await formOf(trx, link, shown.deps)
    const lookingAlong = await lookingAlongIn(trx, link, shown.deps)
    return ask(link, { who: { ...who, lookingAlong }, frame, form, shown, refill })
  }
  if (isSharedDevice(link.token.way) && link.status !== 'open') return onSharedDevice(link, frame)
  switch (link.status) {
    case 'answered':
      return {
        ...{ kind: 'page', look: 'plain', status: 200 },
        html: await answered(trx, link, { who, frame, deps: shown.deps, device: shown.device }),
      }
    case 'revoked':
      return refuse('link-revoked', {
        kind: 'revoked',
        by: who.seenBy.length === 1 ? (who.seenBy[0] ?? null) : null,
      })
    case 'expired':
      // An answer that came late is taken, so one that can be mended comes back to be mended.
      if (shown.refill !== null && shown.refill !== 'leave') return asking(shown.refill)
      return refuse('link-expired', { kind: 'expired' })
    case 'ended':
      return refuse('link-expired', { kind: 'ended', seenBy: who.seenBy })
    case 'open':
      if (shown.refill === 'leave') return notNow(link, { frame, deps: shown.deps })
      return asking(shown.refill)
  }
}

/** Nothing of the answer is shown on a device of the house, and nothing can be renewed there. */
function onSharedDevice(link: OpenLink, frame: Frame): LinkPage {
  const { way, relation_id: relation } = link.token
  const key = link.check.response_id
  const html = sharedDevicePage({ frame, way, relation, key, isStored: link.status === 'answered' })
  return { kind: 'page', look: 'plain', status: 200, html }
}

type Frame = { listener: Reader; workspace: string; path: string }

function listenerOf(person: Participant, lang: string | undefined): Reader {
  return { language: respondLanguage(lang) ?? person.language, address: person.address }
}

/** With whom it is shared at this moment: as on her own page, in reach for this question alone. */
async function lookingAlongIn(trx: Trx, { context, token }: OpenLink, { world }: FeedbackDeps) {
  await setContext(trx, { ...context, purpose: 'access' })
  const names = await namesLookingAlong(trx, token.relation_id, world.now())
  await setContext(trx, context)
  return names
}

function ask(
  link: OpenLink,
  of: {
    who: Who & { lookingAlong: readonly string[] }
    frame: Frame
    form: CheckForm
    shown: Shown
    refill: Refill | null
  },
): LinkPage {
  const { who, frame, form, refill } = of
  const page = checkPage({
    ...frame,
    form,
    name: who.person.name,
    seenBy: who.seenBy,
    lookingAlong: who.lookingAlong,
    unseenBy: who.unseenBy,
    ownWords: link.check.own_words,
    isMutual: link.check.picture_id !== null,
    contact: momentOf(link, link.check.contact_at, of.shown.deps),
    refill,
  })
  return { kind: 'page', look: pageKindOf(form.instrument), status: refill === null ? 200 : 422, html: page }
}

function notNow(link: OpenLink, { frame, deps }: { frame: Frame; deps: FeedbackDeps }): LinkPage {
  const until = momentOf(link, link.token.expires_at, deps)
  if (until === null) throw new Error('Every link has an end')
  const problem = { kind: 'not-now', key: link.check.response_id, until } as const
  return { kind: 'page', look: 'plain', status: 200, html: linkProblemPage({ ...frame, problem }) }
}

async function answered(
  trx: Trx,
  link: OpenLink,
  of: { who: Who; frame: Frame; deps: FeedbackDeps; device: Device },
): Promise<string> {
  const form = await formOf(trx, link, of.deps)
  const echoes = await echoesOf(trx, link.check.response_id)
  const now = of.deps.world.now()
  const isOver = link.token.expires_at <= now
  const relation = link.token.relation_id
  const next = (await contactsBetween(trx, [relation], { from: now, to: addDays(now, 90) }))[0]
  const plan = await planOf(trx, relation)
  return answeredPage({
    ...of.frame,
    form: { ...form, instrument: instrumentAsked(form.instrument, link.check), agreements: echoes },
    name: of.who.person.name,
    seenBy: of.who.seenBy,
    unseenBy: of.who.unseenBy,
    ownWords: link.check.own_words,
    isMutual: link.check.picture_id !== null,
    isSealed: link.check.sealed === true,
    isElsewhere: of.device !== 'hers' && link.check.is_kept_apart === true,
    answers: link.check.answers ?? {},
    openText: link.check.open_text ?? '',
    drawing: link.check.drawing,
    echoes: echoes.map((echo) => ({ agreement: echo.id, answer: echo.answer })),
    toOwnPage: isOver ? null : of.device,
    nextContact: momentOf(link, next?.at ?? null, of.deps),
    staysAtOne: plan?.singleContact === true,
  })
}

/** What was corrected in a translation since shows nowhere in an old answer. */
function instrumentAsked(
  instrument: Instrument,
  { answer_language, wording }: OpenLink['check'],
): Instrument {
  return answer_language === null ? instrument : asAsked(instrument, { language: answer_language, wording })
}

function momentOf(link: OpenLink, at: string | null, deps: FeedbackDeps): ContactMoment | null {
  return at === null ? null : { at, now: deps.world.now(), timeZone: link.check.time_zone }
}
