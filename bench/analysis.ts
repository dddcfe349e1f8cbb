/**
 * An analysis of 300 documents and 12,000 quotes on the real server: opening it, the matrix, quotes by what is asked for.
 * Alone: `node bench/analysis.ts`.
 */

import { Agent } from 'node:http'
import type { PgSettings } from '../packages/server/src/db/embedded/embedded.ts'
import { repeat, type Sample, send } from './load.ts'
import { cookieOf, numbered, onDemo, putInto } from './on-demo.ts'

const id = '00000000-0000-7000-8000-00000000a0a0'

/** The bars: open < 1,000 ms, matrix < 100, quotes < 50, by the server (p95 of the answer as a client has it). */
export function analyses(times = 40): Promise<Record<string, Sample>> {
  return onDemo(seedAnalysis, async (served) =>
    ask(served.url, { cookie: await cookieOf(served, 'Noor Bakker'), times }),
  )
}

async function ask(url: string, { cookie, times }: { cookie: string; times: number }) {
  const agent = new Agent({ keepAlive: true })
  const get = (path: string) => () => send(agent, url + path, { method: 'GET', headers: { cookie } })
  const root = `/api/analyses/${id}`
  const code = '00000000-0000-7000-8000-c00000000007'
  const paths = {
    'analysis, opened (300 documents, 12,000 quotes)': root,
    'matrix by voice': `${root}/matrix?kind=voice`,
    'matrix by source': `${root}/matrix?kind=source`,
    'quotes, the first hundred of all': `${root}/quotes`,
    'quotes by code': `${root}/quotes?codes=${code}`,
    'quotes by code, voice, source and date': `${root}/quotes?codes=${code}&voices=mother,youth&sources=dialogue&from=2026-01-01`,
    'quotes by words in them': `${root}/quotes?codes=${code}&words=niemand`,
    'search in all words': `${root}/search?words=ging%20het%20bellen`,
    'a page of 200 passages with their codings': `${root}/documents/00000000-0000-7000-8000-d00000000001/passages`,
  }
  const rows: Record<string, Sample> = {}
  for (const [name, path] of Object.entries(paths)) rows[name] = await repeat(times, get(path))
  agent.destroy()
  return rows
}

/** 300 documents of 40 passages, of which each has one quote under one of 40 codes; by five voices, from four sources. */
async function seedAnalysis(owner: PgSettings): Promise<void> {
  await putInto(owner, async (client) => {
    const { rows } = await client.query<{ workspace_id: string; id: string }>(
      "select workspace_id, id from member where name = 'Noor Bakker' limit 1",
    )
    const [noor] = rows
    if (noor === undefined) throw new Error('Noor works here')
    for (const statement of statements) await client.query(statement, [noor.workspace_id, id, noor.id])
  })
}

const words = `'Wij zaten samen aan tafel en niemand begon. Toen vertelde zij waar het om ging, nummer ' || n
  || '. Later ging het bellen vanzelf, en niemand vroeg nog iets.'`

const statements = [
  `insert into analysis (workspace_id, id, title, question, member_ids, sources, created_by, created_at, changed_at, version)
    values ($1::uuid, $2::uuid, 'Drie jaar gesprekken', '', array[$3::uuid], '{"meetings": [], "relations": [], "kinds": []}', $3::uuid,
    now(), now(), 1)`,
  `insert into analysis_document select $1::uuid, ${numbered('d', 'n')}, $2::uuid, 'Gesprek ' || n,
    (array['dialogue', 'written', 'check', 'self-research'])[1 + n % 4], '', timestamptz '2024-01-01' + n * interval '4 days', n, 40,
    '[{"voice": "mother", "role": null}, {"voice": "youth", "role": null}]', $3::uuid from generate_series(1, 300) n`,
  `insert into analysis_passage (workspace_id, id, analysis_id, document_id, ordinal, source_ref, voice, voice_key, speaker, body,
      folded)
    select $1::uuid, ${numbered('a', 'n')}, $2::uuid, ${numbered('d', '1 + n / 40')}, n % 40, '', voice, voice, 'S' || n % 9, body, lower(body)
    from (select n, (array['mother', 'youth', 'colleague', 'professional', 'manager'])[1 + n % 5] as voice, ${words} as body
      from generate_series(0, 11999) n) one where $3::uuid is not null`,
  `insert into analysis_code select $1::uuid, ${numbered('c', 'n')}, $2::uuid, case when n > 8 then ${numbered('c', '1 + n % 8')} end,
    'Thema ' || n, '', '', '', '', '#1f6f5c', n from generate_series(1, 40) n where $3::uuid is not null`,
  `insert into analysis_coding select $1::uuid, ${numbered('b', 'n')}, $2::uuid, ${numbered('d', '1 + n / 40')}, ${numbered('a', 'n')},
    n % 20, 30 + n % 40, ${numbered('c', '1 + (n * 7) % 40')}, $3::uuid, now(), false, null from generate_series(0, 11999) n`,
]

if (import.meta.main) {
  for (const [name, value] of Object.entries(await analyses()))
    console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
}
