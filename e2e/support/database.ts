import pg from 'pg'
import { runningEmbedded } from '../../packages/server/src/db/embedded/embedded.ts'
import type { Weerklank } from './weerklank.ts'

/** What only time, or many people, would bring about: done in the database of the running product, by its owner, in one transaction. */
export async function asOwner(
  weerklank: Weerklank,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const running = await runningEmbedded(weerklank.dataDir)
  if (running === undefined) throw new Error('The database of the product does not run')
  const client = new pg.Client(running.owner)
  await client.connect()
  try {
    await client.query('begin')
    await client.query("set local app.maintenance = 'on'")
    await work(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
