import { consentEventId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import {
  type Chooser,
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
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { formInCircle } from './own.form.ts'
import type { OwnCircle } from './own.section.ts'

const purpose = 'network-map'
const below = '/keuze/network-map'

/** Whether her name may be on the map, asked with the texts of the house; a no costs nothing and closes nothing. */
export function serveMapConsent(app: Hono, deps: OwnCircleDeps): void {
  app.get(`/n/:token${below}`, (c) => answerCircle(c, deps, () => choice(c, deps)))
  app.post(`/n/:token${below}`, (c) => answerCircle(c, deps, () => choose(c, deps)))
}

function chooserOf(deps: OwnCircleDeps, { workspace, context, listener, self }: OwnCircle): Chooser {
  const known = { person: self.person_id, name: self.name, isMember: self.member_id !== null }
  return { deps, workspace, context, listener, self: known, others: [] }
}

const pageOf = ({ root, workspace }: OwnCircle) => ({ root, workspaceName: workspace.name })

async function choice(c: HonoContext, deps: OwnCircleDeps): Promise<Response> {
  const made = await circleOf(c, deps, async (trx, page) => {
    const chooser = chooserOf(deps, page)
    const [chosen] = await chosenBy(trx, chooser)
    await noteInCircle(trx, deps, { page, action: 'circle.page-opened' })
    const done = consentEventId.safeParse(c.req.query('bewaard')).data ?? null
    return chosen && choosingPage(trx, chooser, { chosen, purpose, ...pageOf(page), done, wrong: null })
  })
  return sendCircle(c, made ?? '', { policy: ownPagePolicy })
}

async function choose(c: HonoContext, deps: OwnCircleDeps): Promise<Response> {
  const fields = new Map(await readForm(c))
  return formInCircle(c, deps, async (trx, page) => {
    const chooser = chooserOf(deps, page)
    const [chosen] = await chosenBy(trx, chooser)
    if (chosen === undefined) return { again: '', policy: ownPagePolicy }
    const read = readChoice(chooser, { chosen, purpose, fields })
    const wrong = 'wrong' in read ? read.wrong : await keep(trx, { deps, page, chooser, choice: read.choice })
    if (wrong === null) return { below, said: `bewaard=${encodeURIComponent(fields.get('id') ?? '')}` }
    const again = await choosingPage(trx, chooser, { chosen, purpose, ...pageOf(page), done: null, wrong })
    return { again, policy: ownPagePolicy }
  })
}

type Keeping = { deps: OwnCircleDeps; page: OwnCircle; chooser: Chooser } & Extract<
  ReturnType<typeof readChoice>,
  { choice: unknown }
>

/** Stores what she chose; gives what is the matter when it cannot be taken. */
async function keep(trx: Trx, { deps, page, chooser, choice: said }: Keeping): Promise<string | null> {
  // What rests on her choice may stand on a map elsewhere too.
  const start = { ...page.context, purpose: 'access' as const }
  const context = await reachFamilies(trx, start, [page.self.person_id])
  const hand = { workspace: page.workspace, context, basis: 'own-link' as const, relation: page.relation }
  try {
    await decide(trx, { deps, hand, choice: said })
    return null
  } catch (error) {
    return whyNotHere(chooser, error)
  } finally {
    await setContext(trx, page.context)
  }
}
