import { cardOf } from '@weerklank/core/library/card'
import { shortDay } from '@weerklank/core/shared/day-words'
import { AppError } from '@weerklank/core/shared/errors'
import { localDay } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { inContext, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { answerUnseen } from '../http/answer-unseen.ts'
import { readToken } from '../http/link-token.ts'
import type { Log } from '../http/log.ts'
import type { PlainOperation } from '../http/openapi.ts'
import { sendHtml } from '../http/page.ts'
import { unknownListener } from '../http/refusal.ts'
import type { Db } from '../schema.ts'
import { collectionBusy, collectionPage, collectionPolicy, noCollection } from './collection.page.ts'
import { findCollection, linkByToken } from './collection.repository.ts'
import { itemsByKey } from './item.repository.ts'

type DoorDeps = {
  db: Db
  world: World
  log: Log
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/** The page of a collection by its link. Nothing says that it was opened: no line, no counter, no cookie. */
export function serveCollectionPage(app: Hono, deps: DoorDeps): void {
  app.get('/b/:token', (c) =>
    answerUnseen(c, deps, {
      act: async () => {
        const page = await openCollection(c.req.param('token'), deps)
        return sendHtml(c, { page, status: 200, policy: collectionPolicy })
      },
      failed: ({ isNone }, status) => {
        const { language } = unknownListener(c)
        const page = isNone ? noCollection(language) : collectionBusy(language)
        return sendHtml(c, { page, status, policy: collectionPolicy })
      },
    }),
  )
}

/** Throws `link-unknown` for one that is none, ended or was withdrawn: which of these is nobody's business. */
async function openCollection(token: string, { db, world }: DoorDeps): Promise<string> {
  const read = readToken(token)
  if (read === null) throw new AppError('link-unknown')
  const { workspace, hash } = read
  return inContext(db, { workspace, actor: 'link', relations: [], token: hash }, async (trx) => {
    const link = await linkByToken(trx, hash)
    if (link === undefined || link.revoked_at !== null || link.expires_at <= world.now())
      throw new AppError('link-unknown')
    await setContext(trx, { workspace, actor: 'system', relations: [] })
    const collection = await findCollection(trx, link.collection_id)
    if (collection === undefined) throw new AppError('link-unknown')
    const house = await trx.selectFrom('workspace').select(['name', 'time_zone']).executeTakeFirstOrThrow()
    const items = await itemsByKey(trx, collection.item_keys, 'outside')
    const { level, language } = link
    const today = localDay(world.now(), house.time_zone)
    return collectionPage({
      ...{ language, workspace: house.name, title: collection.title, note: collection.note },
      cards: items.flatMap((item) => cardOf(item, { level, language }) ?? []),
      until: shortDay(link.expires_at, { today, language, timeZone: house.time_zone }),
    })
  })
}

export const collectionOperations: readonly PlainOperation[] = [
  {
    ...{ path: '/b/{token}', parameters: ['token'], mediaType: 'text/html', method: 'get' },
    summary: 'The items of a collection, for whoever holds its link',
    answers: { 200: 'The page', 404: 'Unknown link, ended, or withdrawn', 503: 'Try again' },
  },
]
