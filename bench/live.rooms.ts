import { randomUUID } from 'node:crypto'
import { Agent, get, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Cpu } from './cpu.ts'
import type { Room } from './live.seed.ts'
import { benchPassword } from './seed.ts'

/** A line of one guest: tells what version of the meeting came when. */
type Line = { close: () => void; isOpen: () => boolean }

function openLine(url: string, hear: (version: number, at: number) => void): Line {
  let isOpen = true
  const line = get(url, { agent: false }, (response) => {
    let tail = ''
    response.on('data', (chunk: Buffer) => {
      const at = performance.now()
      const text = tail + chunk.toString('latin1')
      for (const [, version = '0'] of text.matchAll(/data: \{"room":\{"version":(\d+)/g))
        hear(Number(version), at)
      tail = text.slice(-40).includes('data: ') ? text.slice(-40) : ''
    })
    response.on('close', () => {
      isOpen = false
    })
    response.on('error', () => undefined)
  })
  line.on('error', () => {
    isOpen = false
  })
  return { close: () => line.destroy(), isOpen: () => isOpen }
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 })
type Sent = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

function send(
  url: string,
  of: { headers: Record<string, string>; body: string; breakAfterMs?: number },
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers: of.headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += String(chunk)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(of.body)
    // The line breaks while the answer is on its way: whether it was stored is not known here.
    if (of.breakAfterMs !== undefined) setTimeout(() => sent.destroy(new Error('broken')), of.breakAfterMs)
  })
}

async function signIn(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: url }
  const body = JSON.stringify({ email: 'bench@bench.example', password: benchPassword })
  const answer = await send(`${url}/api/auth/sign-in/email`, { headers, body })
  const cookies = answer.headers['set-cookie']
  if (answer.status !== 200 || !Array.isArray(cookies)) throw new Error(`Not signed in: ${answer.status}`)
  return cookies.map((one) => one.split(';')[0]).join('; ')
}

const broadcasts = 60

/** Who leads makes the step longer, again and again: from sending that to its arrival at every one of the lines. */
export async function broadcast(url: string, room: Room, cpu: Cpu): Promise<object> {
  const cookie = await signIn(url)
  const came = new Map<number, number[]>()
  const lines = room.tokens.map((token) =>
    openLine(`${url}/g/${token}/live/events`, (version, at) => {
      came.set(version, [...(came.get(version) ?? []), at])
    }),
  )
  const newest = () => Math.max(0, ...came.keys())
  await until(() => (came.get(newest())?.length ?? 0) >= lines.length, 30_000)
  const times: number[] = []
  const last: number[] = []
  const before = cpu()
  for (let n = 0; n < broadcasts; n++) {
    const version = newest() + 1
    const started = performance.now()
    await lead(url, { cookie, room, command: { do: 'extend', step: 'silent', round: 1 } })
    await until(() => (came.get(version)?.length ?? 0) >= lines.length, 10_000)
    const all = (came.get(version) ?? []).map((at) => at - started)
    times.push(...all)
    last.push(Math.max(...all))
    await sleep(250)
  }
  for (const line of lines) line.close()
  const after = cpu()
  const each = (ms: number) => Math.round((10 * ms) / broadcasts) / 10
  const cpuMs = {
    server: each(after.server - before.server),
    database: each(after.database - before.database),
  }
  return { lines: lines.length, broadcasts, cpuMs, toEach: spread(times), toTheLast: spread(last) }
}

async function lead(url: string, of: { cookie: string; room: Room; command: object }): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-weerklank': '1', cookie: of.cookie }
  const body = JSON.stringify({ command: { id: randomUUID(), ...of.command } })
  const answer = await send(`${url}/api/meetings/${of.room.meeting}/live/commands`, { headers, body })
  if (answer.status !== 200 || !answer.body.includes('"done":true')) {
    throw new Error(`Not led on: ${answer.status} ${answer.body}`)
  }
}

async function until(is: () => boolean, atMostMs: number): Promise<void> {
  const end = performance.now() + atMostMs
  while (!is()) {
    if (performance.now() > end) throw new Error('It did not come in time')
    await sleep(2)
  }
}

type Written = { id: string; body: string; room: Room }

/** People who write, drop and come back at random; afterwards every text must be there, once, with its last words. */
export async function manyRooms(
  url: string,
  rooms: readonly Room[],
  of: { minutes: number; owner: pg.Client },
): Promise<object> {
  const end = performance.now() + of.minutes * 60_000
  const written: Written[] = []
  const count = { drops: 0, retries: 0, events: 0 }
  await Promise.all(
    rooms.flatMap((room) => room.tokens.map((token) => takePart({ url, room, token, end, written, count }))),
  )
  const kept = await of.owner.query('select id, body from meeting_text')
  const bodies = new Map<string, string[]>()
  for (const { id, body } of kept.rows) bodies.set(id, [...(bodies.get(id) ?? []), body])
  const lost = written.filter(({ id }) => !bodies.has(id)).length
  const other = written.filter(({ id, body }) => bodies.has(id) && bodies.get(id)?.[0] !== body).length
  return {
    people: rooms.length * 10,
    written: written.length,
    lost,
    doubled: kept.rows.length - bodies.size + Math.max(0, kept.rows.length - written.length),
    changed: other,
    ...count,
  }
}

type TakesPart = {
  url: string
  room: Room
  token: string
  end: number
  written: Written[]
  count: { drops: number; retries: number; events: number }
}

async function takePart({ url, room, token, end, written, count }: TakesPart): Promise<void> {
  const path = `${url}/g/${token}/live`
  const hear = () => {
    count.events++
  }
  let line = openLine(`${path}/events`, hear)
  while (performance.now() < end) {
    await sleep(500 + Math.random() * 4_000)
    if (Math.random() < 0.3) {
      line.close()
      count.drops++
      await sleep(Math.random() * 2_000)
      line = openLine(`${path}/events`, hear)
    }
    if (Math.random() < 0.2)
      await post(path, { do: 'ready', is: String(Math.random() < 0.5), id: randomUUID() }, count)
    const text = { id: randomUUID(), body: `Tekst ${written.length} 😀` }
    written.push({ ...text, room })
    await post(path, { do: 'write', ...text }, count)
  }
  line.close()
}

/** Sends until it is known that it arrived, as the page does: a third of the lines break before the answer. */
async function post(path: string, fields: Record<string, string>, count: { retries: number }): Promise<void> {
  const body = new URLSearchParams({ step: 'silent', round: '1', ...fields }).toString()
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  for (;;) {
    const breaks = Math.random() < 0.33 ? { breakAfterMs: Math.random() * 20 } : {}
    try {
      const answer = await send(path, { headers, body, ...breaks })
      if (answer.status === 200) return
      if (answer.status < 500 && answer.status !== 429) throw new Refused(`${answer.status} ${answer.body}`)
    } catch (error) {
      if (error instanceof Refused) throw error
    }
    count.retries++
    await sleep(200)
  }
}

class Refused extends Error {}

function spread(times: readonly number[]): object {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}
