import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { filledApp } from './demo.fixture.ts'

test('the thirteen coded sentences of the demo are the table of the study; who said nothing is there, who refused is a gap', async () => {
  await using demo = await filledApp('2026-11-19T08:00:00.000Z')
  const { counted, voices, gaps } = await asMaintenance(demo.owner, async (trx) => ({
    counted: (
      await sql<{ name: string; voice: string; quotes: number }>`
        select c.name, p.voice_key as voice, count(*)::int as quotes from analysis_coding k
        join analysis_code c on c.workspace_id = k.workspace_id and c.id = k.code_id
        join analysis_passage p on p.workspace_id = k.workspace_id and p.id = k.passage_id
        group by c.name, c.position, p.voice_key order by c.position, p.voice_key`.execute(trx)
    ).rows,
    voices: (
      await sql<{ voice: string }>`select distinct v->>'voice' as voice from analysis_document d,
        jsonb_array_elements(d.voices) v order by 1`.execute(trx)
    ).rows.map(({ voice }) => voice),
    gaps: (
      await sql<{ gaps: number }>`select sum(d.size - (select count(*) from analysis_passage p
        where p.workspace_id = d.workspace_id and p.document_id = d.id))::int as gaps from analysis_document d`.execute(
        trx,
      )
    ).rows[0]?.gaps,
  }))
  expect(counted.map(({ name, voice, quotes }) => [name.split(/[:,]/)[0], voice, quotes])).toEqual([
    ['Gelijkwaardigheid', 'mother', 1],
    ['Acceptatie en omgaan met verschillen', 'mother', 2],
    ['Origineel en creatief', 'colleague', 1],
    ['Schaduwkanten', 'colleague', 2],
    ['Schaduwkanten', 'facilitator', 1],
    ['Schaduwkanten', 'mother', 1],
    ['Synergie', 'colleague', 2],
    ['Synergie', 'manager', 1],
    ['Synergie', 'mother', 1],
    ['Synergie', 'partner', 1],
  ])
  expect(voices).toContain('youth')
  // What the father said, also in the transcript, and wrote: he wants it beside nobody's.
  expect(gaps).toBe(3)
})
