import { personRequestId, relationId } from '@weerklank/core/shared/ids'
import { readable, tidy } from '@weerklank/core/shared/text-input'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../http/form-body.ts'
import type { Trx } from '../schema.ts'
import { peopleIn, relationsOf } from './own-data.repository.ts'
import { recordOn } from './own-page.deeds.ts'
import { answer, frameOf, type OwnPageDeps, opened, Redirect, sendOwn } from './own-page.door.ts'
import { type RequestPage, requestPage } from './own-page.request.ts'
import { ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'
import { insertRequest, requestsBy } from './request.repository.ts'

const longest = 2000

/** Asking to correct or to delete something. */
export function serveOwnRequests(app: Hono, deps: OwnPageDeps): void {
  app.get('/p/:token/verzoek', (c) =>
    answer(c, deps, async () => {
      const page = await opened(c, deps, async (trx, own) => {
        await recordOn(trx, own, { action: 'own-page.opened' })
        return show(trx, own, { c, told: c.req.query('verstuurd') === undefined ? null : 'sent' })
      })
      return sendOwn(c, page)
    }),
  )
  app.post('/p/:token/verzoek', (c) =>
    answer(c, deps, async () => {
      const fields = new Map(await readForm(c))
      const page = await opened(c, deps, async (trx, own) => {
        await keep(trx, own, { c, fields })
        const wrong = ownWordsFor(own.listener).requestMissing
        return show(trx, own, { c, told: { wrong, text: fields.get('tekst') ?? '' } })
      })
      return sendOwn(c, page, 422)
    }),
  )
}

async function show(
  trx: Trx,
  page: OwnPage,
  of: { c: HonoContext; told: RequestPage['told'] },
): Promise<string> {
  return requestPage(frameOf(of.c, page), {
    page,
    requestId: page.deps.world.newId(),
    places: await placesToAsk(trx, page),
    earlier: await requestsBy(trx, page.family.person.id),
    told: of.told,
  })
}

/** The collaborations by the names of the colleagues in them: a title may say more than she knows. */
async function placesToAsk(trx: Trx, page: OwnPage): Promise<RequestPage['places']> {
  const { relations } = page.context
  const people = await peopleIn(trx, relations)
  return (await relationsOf(trx, relations)).map(({ id, title }) => {
    const colleagues = people.filter((one) => one.relation_id === id && one.member_id !== null)
    return { relation: id, name: colleagues.map((one) => one.name).join(', ') || title }
  })
}

/** Keeps a request that is whole, and leads to the page that says so. */
async function keep(
  trx: Trx,
  page: OwnPage,
  { c, fields }: { c: HonoContext; fields: ReadonlyMap<string, string> },
): Promise<void> {
  const id = personRequestId.safeParse(fields.get('id')).data
  const relation = relationId.safeParse(fields.get('waar')).data
  const kind = (['correction', 'deletion'] as const).find((one) => one === fields.get('soort'))
  const text = tidy(fields.get('tekst') ?? '')
  const isWhole = text !== '' && [...text].length <= longest && readable(text)
  if (id === undefined || relation === undefined || kind === undefined || !isWhole) return
  if (!page.context.relations.includes(relation)) return
  const person = page.family.person.id
  const row = { workspace_id: page.workspace.id, id, person_id: person, relation_id: relation }
  const asked = { asked_by: person, kind, body: text, at: page.now }
  const open = { outcome: null, answer: '', handled_at: null, handled_by: null }
  if (await insertRequest(trx, { ...row, ...asked, ...open })) {
    await recordOn(trx, page, { action: 'request.made', subject: { kind: 'request', id } })
  }
  throw new Redirect(`${c.req.path}?lang=${page.listener.language}&verstuurd=1`, [relation])
}
