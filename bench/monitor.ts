/**
 * The monitor of a trajectory of 1,000 people and five moments on the real server: 4,600 receipts, 18,000 answers and mentions, 1,300
 * goals, 480 pairs. Alone: `node bench/monitor.ts`.
 */

import { Agent } from 'node:http'
import type { PgSettings } from '../packages/server/src/db/embedded/embedded.ts'
import { cpuOf, withCpu } from './cpu.ts'
import { repeat, type Sample, send } from './load.ts'
import { cookieOf, numbered, onDemo, putInto } from './on-demo.ts'

/** The trajectory of these figures. */
export const bigTrajectory = '00000000-0000-7000-8000-00000000b0b0'

/** The bar: < 200 ms by the server. Once for who leads, once for who reads the words too. */
export function monitors(times = 40): Promise<Record<string, Sample>> {
  return onDemo(seedTrajectory, async (served, dataDir) => {
    const cpu = cpuOf(served.pid, dataDir)
    const ask = async (name: string) => {
      const cookie = await cookieOf(served, name)
      return withCpu(cpu, () => answer(served.url, { cookie, times }))
    }
    return {
      'monitor of 1,000 people × 5 moments, for who leads': await ask('Noor Bakker'),
      'the same for who reads the words': await ask('Farid Amrani'),
    }
  })
}

async function answer(url: string, { cookie, times }: { cookie: string; times: number }): Promise<Sample> {
  const agent = new Agent({ keepAlive: true })
  const get = () =>
    send(agent, `${url}/api/trajectories/${bigTrajectory}/monitor`, { method: 'GET', headers: { cookie } })
  const sample = await repeat(times, get)
  agent.destroy()
  return sample
}

/** Puts the trajectory of these figures into a demo: 1,000 people, five moments. */
export async function seedTrajectory(owner: PgSettings): Promise<void> {
  await putInto(owner, async (client) => {
    const { rows } = await client.query<{ workspace_id: string; id: string; name: string }>(
      "select workspace_id, id, name from member where name in ('Noor Bakker', 'Farid Amrani')",
    )
    const noor = rows.find(({ name }) => name === 'Noor Bakker')
    const farid = rows.find(({ name }) => name === 'Farid Amrani')
    if (noor === undefined || farid === undefined) throw new Error('Noor and Farid work here')
    for (const statement of statements)
      await client.query(statement, [noor.workspace_id, bigTrajectory, noor.id, farid.id])
  })
}

const people =
  'from generate_series(1, 1000) n where $3::uuid is not null and $4::uuid is not null and $2::uuid is not null'
const person = numbered('a', 'n')
const learner = numbered('b', 'n')
const moment = numbered('c', 'm')
/** Nine of ten consent; of them all that follows is content. */
const shared = "case when n % 10 > 0 then 'research' end"
const own = `$1::uuid, $2::uuid, ${moment}, ${learner}, ${person}, ${shared}, now()`
const columns = 'workspace_id, trajectory_id, moment_id, learner_id, person_id, shared, at'
const handedIn =
  'from generate_series(1, 1000) n, generate_series(1, 5) m where $3::uuid is not null and $4::uuid is not null and (n + m) % 13 > 0'

const statements = [
  `insert into trajectory (workspace_id, id, title, purpose, template_key, status, starts_on, components, lead_ids, member_ids,
      learners, created_by, created_at, changed_at, version)
    values ($1::uuid, $2::uuid, 'Groot', '', '', 'running', '2026-01-01', '[]', array[$3::uuid], array[$3::uuid, $4::uuid], 1000,
      $3::uuid, now(), now(), 1)`,
  `insert into trajectory_moment select $1::uuid, ${moment}, $2::uuid, 'T' || m - 1,
      (array['start', 'goals', 'review', 'buddy', 'closing'])[m], 'Moment ' || m, date '2026-01-01' + m * 28,
      date '2026-01-14' + m * 28, '[]', m from generate_series(1, 5) m where $3::uuid is not null and $4::uuid is not null`,
  `insert into person (workspace_id, id, name, created_at) select $1::uuid, ${person}, 'Iemand ' || n, now() ${people}`,
  `insert into consent_event select $1::uuid, ${numbered('e', 'n')}, ${person}, 'research', 'given', 1, 'parent', 'nl', ${person}, 'self',
      'paper', now(), 'system' ${people}`,
  `insert into consent_grant (workspace_id, person_id, purpose, event_id, since)
    select $1::uuid, ${person}, 'research', ${numbered('e', 'n')}, now() ${people} and n % 10 > 0`,
  `insert into learner (workspace_id, id, trajectory_id, number, person_id, function, organisation, voice, address, language, status,
      joined_at, exit_talk, stopped_on, changed_at, version, shared)
    select $1::uuid, ${learner}, $2::uuid, n, ${person}, 'functie ' || n % 12, '', 'professional', 'je', 'nl',
      case when n % 17 = 0 then 'stopped' else 'active' end, now(), 'none', case when n % 17 = 0 then date '2026-03-01' end, now(), 1,
      ${shared} ${people}`,
  `insert into moment_receipt select $1::uuid, ${moment}, ${learner}, $2::uuid, 'phone', now(), null, false ${handedIn}`,
  `insert into learning_goal (${columns.replace(', at', ', created_at')}, id, text, situation, why, first_step, notice, status, reason,
      changed_at, version)
    select ${own}, ${numbered('d', 'n * 10 + m')}, 'Ik wil leren eerst te vragen, nummer ' || n, '', '', '', '', 'current', '', now(), 1
    ${handedIn} and m = 2`,
  `insert into learning_answer (${columns}, id, item_key, choice, body)
    select ${own}, ${numbered('1', 'n * 100 + m * 10 + i')}, (array['applied', 'attained', 'noticed', 'goal-kept'])[i],
      (array['ja', 'enigszins', 'enigszins', 'same'])[i], '' from (select n, m ${handedIn}) one, generate_series(1, 4) i where m > 1`,
  `insert into learning_mention (${columns}, id, kind, level, stance, code, body)
    select ${own}, ${numbered('2', 'n * 10 + m')}, 'barrier', (array['person', 'team', 'organisation'])[1 + n % 3], 'met',
      (array['workload', 'rules', 'changes'])[1 + n % 3], '' ${handedIn} and m in (2, 3, 4)`,
  `insert into buddy_round (workspace_id, trajectory_id, id, number, rules, seed, talk_days, outcome, made_at, formed_at, version)
    values ($1::uuid, $2::uuid, ${numbered('3', '1')}, 1, '{}', 0, '[]', '{}', now(), now(), 1 + 0 * cardinality(array[$3::uuid, $4::uuid]))`,
  `insert into buddy_pair (workspace_id, trajectory_id, id, round_id, learner_ids, points, pinned, overruled, reason, talks, talked,
      formed_on, version)
    select $1::uuid, $2::uuid, ${numbered('4', 'n')}, ${numbered('3', '1')}, array[${numbered('b', '2 * n')}, ${numbered('b', '2 * n - 1')}], 0, false,
      '{}', '', '[]', n % 2 = 0, '2026-01-05', 1 ${people} and n <= 480`,
]

if (import.meta.main) {
  for (const [name, value] of Object.entries(await monitors()))
    console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
}
