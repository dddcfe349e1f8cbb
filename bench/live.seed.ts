import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { startLive } from '../packages/core/src/dialogue/live.state.ts'
import type { PlaceId, WorkspaceId } from '../packages/core/src/shared/ids.ts'
import { newToken } from '../packages/server/src/http/link-token.ts'

export type Room = { meeting: string; tokens: string[] }

const say = (text: string) => ({ nl: text, en: text })
const step = (key: string, more: object = {}) => ({
  ...{ key, title: say(key), prompt: say(`Wat valt op bij ${key}?`), minutes: 30, speakers: [], silent: [] },
  ...{ input: 'text' as const, ...more },
})
const steps = [
  step('silent', { isSealed: true as const }),
  step('shadow', { isShadow: true as const, input: 'none' as const }),
]

/** Meetings that are held, each with so many people at it: a leader who is a colleague, the others by a link. */
export async function seedRooms(
  owner: pg.Client,
  { workspace, sizes }: { workspace: string; sizes: readonly number[] },
): Promise<Room[]> {
  await owner.query("set app.maintenance = 'on'")
  const { rows } = await owner.query('select id from member where workspace_id = $1', [workspace])
  const member = String(rows[0].id)
  const made: Room[] = []
  for (const size of sizes) made.push(await seedRoom(owner, { workspace, member, size }))
  await owner.query('analyze')
  return made
}

async function seedRoom(
  owner: pg.Client,
  { workspace, member, size }: { workspace: string; member: string; size: number },
): Promise<Room> {
  const [meeting, leader] = [randomUUID(), randomUUID()]
  const now = new Date().toISOString()
  const by = { id: leader as PlaceId, role: 'facilitator' as const, isMember: true }
  const state = startLive({ steps, by, places: [by], now })
  const format = { key: 'bench', version: 1, name: say('Bench'), purpose: say(''), steps, roles: [] }
  await owner.query(
    `insert into meeting (workspace_id, id, title, purpose, format, format_key, format_version, status, planned_at, minutes,
       place, video_url, themes, questions, shadow_question, member_ids, created_by, created_at, changed_at, started_at, version, live)
     values ($1, $2, 'Bench', '', $3, 'bench', 1, 'live', now(), 60, '', '', '[]', '[]', 'Wie?', array[$4::uuid], $4, now(), now(),
       now(), 1, $5)`,
    [workspace, meeting, JSON.stringify(format), member, JSON.stringify(state)],
  )
  const tokens: string[] = []
  for (let n = 0; n < size; n++) {
    const { token, hash } = newToken(workspace as WorkspaceId)
    const [place, person] = n === 0 ? [leader, member] : [randomUUID(), randomUUID()]
    if (n > 0) {
      await owner.query(
        "insert into person (workspace_id, id, name, created_at) values ($1, $2, 'Iemand', now())",
        [workspace, person],
      )
    }
    await owner.query(
      `insert into meeting_place (workspace_id, id, meeting_id, person_id, member_id, name, voice, role, position, address, language,
         attends, changed_at, version)
       values ($1, $2, $3, $4, $5, $6, 'client', $7, $8, 'je', 'nl', 'yes', now(), 1)`,
      [
        workspace,
        place,
        meeting,
        person,
        n === 0 ? member : null,
        `Deelnemer ${n}`,
        n === 0 ? 'facilitator' : 'participant',
        n,
      ],
    )
    await owner.query(
      `insert into meeting_link (workspace_id, token_hash, meeting_id, place_id, person_id, created_at, expires_at)
       values ($1, $2, $3, $4, $5, now(), now() + interval '60 days')`,
      [workspace, hash, meeting, place, person],
    )
    if (n > 0) tokens.push(token)
  }
  return { meeting, tokens }
}
