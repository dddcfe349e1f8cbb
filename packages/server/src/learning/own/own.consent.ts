import type { Purpose } from '@weerklank/core/consent/consent'
import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import { consentEventId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import {
  type Chooser,
  choicesFor,
  choosingPage,
  chosenBy,
  decide,
  ownPagePolicy,
  reachFamilies,
  readChoice,
  whyNotHere,
} from '../../consent/consent.ts'
import { setContext } from '../../db/context.ts'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import type { OwnLearner } from './own.section.ts'

/**
 * What is asked of a learner: whether what she hands in may be read by researchers; and, where a quote of hers is asked for, whether
 * her words may be printed at all.
 */
const purposes = ['research', 'quotes-publish'] as const satisfies readonly Purpose[]
export type LearnerPurpose = (typeof purposes)[number]

/** The choices of a trajectory, asked with the texts of the house; a no costs nothing and closes nothing. */
export function serveLearnerConsent(app: Hono, deps: OwnLearningDeps): void {
  for (const purpose of purposes) {
    app.get(`/l/:token/keuze/${purpose}`, (c) => answerLearner(c, deps, () => choice(c, deps, purpose)))
    app.post(`/l/:token/keuze/${purpose}`, (c) => answerLearner(c, deps, () => choose(c, deps, purpose)))
  }
}

function chooserOf(
  deps: OwnLearningDeps,
  { workspace, context, listener, learner, name }: OwnLearner,
): Chooser {
  const self = { person: learner.person_id, name, isMember: learner.member_id !== null }
  return { deps, workspace, context, listener, self, others: [] }
}

/** Where she stands with the choice whether others may read what she hands in. */
export async function choiceOf(
  trx: Trx,
  deps: OwnLearningDeps,
  page: OwnLearner,
): Promise<ConsentChoice | undefined> {
  const chooser = chooserOf(deps, page)
  const [chosen] = await chosenBy(trx, chooser)
  if (chosen === undefined) return undefined
  return (await choicesFor(trx, chooser, { chosen, purposes: ['research'] }))[0]
}

/** Who still has to choose: she herself first. */
export function awaitedOf(choice: ConsentChoice | undefined): 'self' | 'parent' | null {
  const status = choice?.status
  if (status === undefined || !('waitingFor' in status)) return null
  if (status.state === 'not-asked') return 'self'
  return status.waitingFor.some(({ who }) => who === 'self') ? 'self' : 'parent'
}

const pageOf = ({ root, workspace }: OwnLearner) => ({ root, workspaceName: workspace.name })

async function choice(c: HonoContext, deps: OwnLearningDeps, purpose: LearnerPurpose): Promise<Response> {
  const made = await learnerOf(c, deps, async (trx, page) => {
    const chooser = chooserOf(deps, page)
    const [chosen] = await chosenBy(trx, chooser)
    await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
    const done = consentEventId.safeParse(c.req.query('bewaard')).data ?? null
    return chosen && choosingPage(trx, chooser, { chosen, purpose, ...pageOf(page), done, wrong: null })
  })
  return sendLearner(c, made ?? '', { policy: ownPagePolicy })
}

async function choose(c: HonoContext, deps: OwnLearningDeps, purpose: LearnerPurpose): Promise<Response> {
  const fields = new Map(await readForm(c))
  const made = await learnerOf(c, deps, async (trx, page) => {
    const chooser = chooserOf(deps, page)
    const [chosen] = await chosenBy(trx, chooser)
    if (chosen === undefined) return { wrong: '' }
    const read = readChoice(chooser, { chosen, purpose, fields })
    const wrong = 'wrong' in read ? read.wrong : await keep(trx, { deps, page, chooser, choice: read.choice })
    if (wrong === null)
      return { leads: `${c.req.path}?lang=${page.listener.language}&bewaard=${fields.get('id') ?? ''}` }
    return {
      wrong: await choosingPage(trx, chooser, { chosen, purpose, ...pageOf(page), done: null, wrong }),
    }
  })
  if ('wrong' in made) return sendLearner(c, made.wrong, { status: 422, policy: ownPagePolicy })
  return c.redirect(made.leads, 303)
}

type Keeping = { deps: OwnLearningDeps; page: OwnLearner; chooser: Chooser } & Extract<
  ReturnType<typeof readChoice>,
  { choice: unknown }
>

/** Stores what she chose; gives what is the matter when it cannot be taken. */
async function keep(trx: Trx, { deps, page, chooser, choice }: Keeping): Promise<string | null> {
  // What rests on her choice may stand in another trajectory of hers too.
  const start = { ...page.context, purpose: 'access' as const }
  const context = await reachFamilies(trx, start, [page.learner.person_id])
  const hand = { workspace: page.workspace, context, basis: 'own-link' as const, relation: null }
  try {
    await decide(trx, { deps, hand, choice })
    return null
  } catch (error) {
    return whyNotHere(chooser, error)
  } finally {
    await setContext(trx, page.context)
  }
}
