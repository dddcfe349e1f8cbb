/**
 * Searching a library to which an organisation added 5,000 items of its own, on the real server: Dutch and English, right and with wrong
 * letters, with filters. Alone: `node bench/library.ts`. The bar: p95 below 50 ms.
 */
import { Agent } from 'node:http'
import { itemFactory } from '@weerklank/core/library/item.factory'
import type { Item } from '@weerklank/core/library/item.schema'
import { indexOf } from '@weerklank/core/library/item-index'
import { ownItemKey } from '@weerklank/core/library/own-item'
import type { LibraryItemId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { type Connection, openDatabase } from '../packages/server/src/db/pool.ts'
import { loadLibrary } from '../packages/server/src/library/library.content.ts'
import { offerOwn } from '../packages/server/src/library/library.index.ts'
import { tagNames } from '../packages/server/src/library/tag-names.ts'
import type { Schema, Trx } from '../packages/server/src/schema.ts'
import { repeat, type Sample, send } from './load.ts'
import { cookieOf, onDemo } from './on-demo.ts'

const itemCount = 5_000
const shipped = loadLibrary()

/** What somebody types: words as they are, with a wrong, a missing or a swapped letter, and beginnings. */
const searches: Readonly<Record<string, readonly string[]>> = {
  'one word, Dutch': ['vertrouwen', 'gesprek', 'luisteren', 'spanning', 'ouders'],
  'one word, English': ['trust', 'listening', 'tension', 'parents', 'agree'],
  'wrong letters, Dutch': ['vertrouwne', 'gesrpek', 'luistren', 'spaning', 'oudrs', 'samenwerkign'],
  'wrong letters, English': ['trsut', 'listning', 'tenison', 'parnets', 'agreemnet', 'colaboration'],
  'three words, one wrong': ['samen praten vertrouwne', 'ask parnets early', 'spanning bespreken tema'],
  'three words, all wrong': ['smaen prtaen vertrouwne', 'askign parnets ealry', 'spaning besprken taem'],
  'a word that stands nowhere': ['xylofoonles', 'quantumveld', 'zzzqqqxxx'],
}
const filters = {
  'no words, no filter': '',
  'no words, filters':
    'relation=interprofessional&context=meso&situation=mdo&minutes=30&people=4&level=parent',
  'words and filters': 'text=vertrouwen&kind=tip&moment=start&grade=practice&origin=own',
}

/** Each row is as many requests, one after the other, as a client has them. */
export function library(times = 60): Promise<Record<string, Sample>> {
  return onDemo(seed, async (served) => {
    const agent = new Agent({ keepAlive: true })
    const headers = { cookie: await cookieOf(served, 'Noor Bakker') }
    const ask = (query: string) =>
      send(agent, `${served.url}/api/library?${query}`, { method: 'GET', headers })
    const rows: Record<string, Sample> = {}
    await repeat(20, () => ask('text=samen'))
    for (const [name, words] of Object.entries(searches)) {
      let at = 0
      rows[name] = await repeat(times, () =>
        ask(`text=${encodeURIComponent(words[at++ % words.length] ?? '')}`),
      )
    }
    for (const [name, query] of Object.entries(filters)) rows[name] = await repeat(times, () => ask(query))
    agent.destroy()
    return rows
  })
}

async function seed(owner: Connection): Promise<void> {
  const db = openDatabase<Schema>(owner, { as: 'owner', size: 1, onError: (error) => console.error(error) })
  try {
    await db.transaction().execute(async (trx) => {
      await sql`set local app.maintenance = 'on'`.execute(trx)
      // Between two items a busy machine may need longer than the server waits.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
      const noor = await trx
        .selectFrom('member')
        .select(['workspace_id', 'id'])
        .where('name', '=', 'Noor Bakker')
        .limit(1)
        .executeTakeFirstOrThrow()
      for (let n = 0; n < itemCount; n++) await add(trx, { workspace: noor.workspace_id, by: noor.id, n })
    })
    await sql`analyze`.execute(db)
  } finally {
    await db.destroy()
  }
}

async function add(trx: Trx, of: { workspace: WorkspaceId; by: MemberId; n: number }): Promise<void> {
  const id = `00000000-0000-7000-8000-${of.n.toString(16).padStart(12, '0')}` as LibraryItemId
  const item = made(of.n, ownItemKey(id))
  const at = '2026-01-01T00:00:00.000Z'
  await trx
    .insertInto('library_item')
    .values({
      ...{ workspace_id: of.workspace, id, version: 1, from_key: null, status: 'published', revision: 2 },
      ...{ body: JSON.stringify(item), created_by: of.by, created_at: at, changed_at: at, published_at: at },
    })
    .execute()
  await offerOwn(trx, { workspace: of.workspace, id, item })
}

const words = [
  ...new Set(shipped.flatMap((item) => Object.values(indexOf(item, tagNames).words).flat())),
].sort()
const wordAt = (n: number) => words[(n * 7919) % words.length] ?? ''

/** As long and as varied as the shipped items: their paragraphs in another company, with words of two put together. */
function made(n: number, key: string): Item {
  const [one, other, third] = [0, 1, 2].map((step) => shipped[(n * 31 + step * 17) % shipped.length])
  if (one === undefined || other === undefined || third === undefined) throw new Error('Nothing is shipped')
  const compound = `${wordAt(n)}${wordAt(n + 3)} ${wordAt(n * 3)}${wordAt(n * 5 + 1)}`.slice(0, 60)
  const join = (language: 'nl' | 'en') =>
    [one, other, third].map((item) => item.levels.professional[language]).join('\n\n')
  return itemFactory({
    ...{ key, kind: one.kind === 'evidence' ? 'tip' : one.kind, fits: one.fits },
    title: { nl: `${one.title.nl} ${n}`, en: `${one.title.en} ${n}` },
    summary: { nl: `${other.summary.nl.slice(0, 300)} ${compound}`, en: other.summary.en },
    levels: {
      professional: { nl: join('nl').slice(0, 5_900), en: join('en').slice(0, 5_900) },
      parent: { nl: compound },
    },
    ...{ sentences: third.sentences ?? [], minutes: 5 + (n % 60), groupSize: { min: 2, max: 2 + (n % 10) } },
  })
}

if (import.meta.main) {
  for (const [name, value] of Object.entries(await library()))
    console.log(`${name.padEnd(40)}${JSON.stringify(value)}`)
}
