/** Two deeds at once, in an order that a test decides: one waits in the database until the other is done. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type RawBuilder, sql } from 'kysely'
import { expect } from 'vitest'
import type { Person } from './test-member.ts'
import type { Running } from './test-running.ts'

/** Holds something on a connection of its own, so that whoever needs it waits. */
export async function hold(app: Running, what: RawBuilder<unknown>) {
  const trx = await app.owner.startTransaction().execute()
  await sql`set local app.maintenance = 'on'`.execute(trx)
  await what.execute(trx)
  return { trx, release: () => trx.commit().execute() }
}

/** Waits until so many connections of this database wait for another one. */
export async function untilWaiting(app: Running, many = 1): Promise<void> {
  const waiting = async () => {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(app.owner)
    return rows[0]?.waiting ?? 0
  }
  await expect.poll(waiting, { interval: 10 }).toBeGreaterThanOrEqual(many)
}

/** Serves the application on a port of its own. */
export async function listen(app: Running) {
  const server = createServer(getRequestListener(app.hono.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Opens the stream of changes as a browser does, and keeps which collaborations it names. */
export async function openStream(url: string, person: Pick<Person, 'cookie'>) {
  const end = new AbortController()
  const init = { headers: { cookie: person.cookie }, signal: end.signal }
  const response = await fetch(`${url}/api/events`, init)
  let text = ''
  const ended = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
  })().catch(() => undefined)
  await expect.poll(() => text).toContain('welcome')
  const heard = () => [...text.matchAll(/"relation":"([^"]+)"/g)].map(([, relation = '']) => relation)
  return { heard, ended, leave: () => end.abort() }
}
