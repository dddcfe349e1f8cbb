/** An analysis for the people of a story: words of who consented, coded, with a memo, and what was done. */

import type { DeedId } from '@weerklank/core/analysis/deed.contract'
import { fold } from '@weerklank/core/analysis/fold'
import type {
  AnalysisId,
  CodeId,
  CodingId,
  DocumentId,
  MemberId,
  MemoId,
  ParticipantId,
  PassageId,
  PersonId,
} from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = { by: MemberId; clients: readonly ParticipantId[] }
export type BuiltAnalysis = { id: AnalysisId; document: DocumentId; code: CodeId; coding: CodingId }

/** One analysis of Noor: each client said a sentence, and the first one is coded. */
export async function buildAnalysis(app: Running, of: Of): Promise<BuiltAnalysis> {
  return asMaintenance(app.owner, async (trx) => {
    const [analysis, document, code, coding] = [
      app.world.newId<AnalysisId>(),
      app.world.newId<DocumentId>(),
      app.world.newId<CodeId>(),
      app.world.newId<CodingId>(),
    ]
    const at = app.clock.now()
    const within = { workspace_id: app.workspace, analysis_id: analysis }
    await trx
      .insertInto('analysis')
      .values({
        ...{ workspace_id: app.workspace, id: analysis, title: 'Wat hoorden we?', question: 'Wat hielp?' },
        ...{ member_ids: [of.by], created_by: of.by, created_at: at, changed_at: at, version: 1 },
        ...{ sources: JSON.stringify({ meetings: [], relations: [], kinds: [] }), speakers: 2, deeds: 1 },
      })
      .execute()
    await trx
      .insertInto('analysis_document')
      .values({
        ...{ ...within, id: document, title: 'Achteraf geschreven', source: 'written', source_ref: '' },
        ...{ at, position: 1, size: of.clients.length, brought_by: of.by },
        voices: JSON.stringify([{ voice: 'client', role: null }]),
      })
      .execute()
    const passages = await addPassages(trx, app, { within, document, clients: of.clients })
    const plain = { definition: '', include: '', exclude: '', example: '', colour: '#1f6f5c', position: 1 }
    await trx
      .insertInto('analysis_code')
      .values({ ...within, id: code, parent_id: null, name: 'Gehoord worden', ...plain })
      .execute()
    await addCoding(trx, app, { within, document, passage: passages[0], code, coding, by: of.by })
    return { id: analysis, document, code, coding }
  })
}

type Within = { workspace_id: Running['workspace']; analysis_id: AnalysisId }

async function addPassages(
  trx: Trx,
  app: Running,
  of: { within: Within; document: DocumentId; clients: readonly ParticipantId[] },
): Promise<PassageId[]> {
  const made: PassageId[] = []
  for (const [ordinal, client] of of.clients.entries()) {
    const { person_id: person } = await trx
      .selectFrom('participant')
      .select('person_id')
      .where('id', '=', client)
      .executeTakeFirstOrThrow()
    await consent(trx, app, person)
    const body = ordinal === 0 ? 'Ik werd gehoord.' : 'Wij hoorden erbij.'
    const id = app.world.newId<PassageId>()
    await trx
      .insertInto('analysis_passage')
      .values({
        ...{ ...of.within, id, document_id: of.document, ordinal, source_ref: '', person_id: person },
        ...{ voice: 'client', role: null, voice_key: 'client', speaker: `S${ordinal + 1}` },
        ...{ body, folded: fold(body) },
      })
      .execute()
    made.push(id)
  }
  return made
}

async function consent(trx: Trx, app: Running, person: PersonId): Promise<void> {
  const id = app.world.newId<never>()
  const at = app.clock.now()
  const row = { workspace_id: app.workspace, person_id: person, purpose: 'analysis' as const }
  await trx
    .insertInto('consent_event')
    .values({
      ...{ ...row, id, decision: 'given', text_version: 1, reading_level: 'parent', language: 'nl' },
      ...{ decided_by: person, decided_as: 'self', method: 'spoken', at, recorded_by: 'system' },
    })
    .execute()
  await trx
    .insertInto('consent_grant')
    .values({ ...row, event_id: id, since: at, held_at: null })
    .execute()
}

type Coded = {
  within: Within
  document: DocumentId
  passage: PassageId | undefined
  code: CodeId
  coding: CodingId
  by: MemberId
}

async function addCoding(trx: Trx, app: Running, of: Coded): Promise<void> {
  const { within, document, passage, code, coding, by } = of
  if (passage === undefined) throw new Error('There is at least one client')
  const at = app.clock.now()
  const deed = app.world.newId<DeedId>()
  const row = { start_at: 0, end_at: 15, code_id: code, coder_id: by, at, weight: null }
  await trx
    .insertInto('analysis_coding')
    .values({ ...within, id: coding, document_id: document, passage_id: passage, ...row })
    .execute()
  await trx
    .insertInto('analysis_memo')
    .values({
      ...{ ...within, id: app.world.newId<MemoId>(), document_id: null, code_id: null, coding_id: coding },
      ...{ passage_id: passage, author_id: by, title: '', body: 'Dit kwam vaker terug.', at },
    })
    .execute()
  await trx
    .insertInto('analysis_deed')
    .values({
      ...{ ...within, id: deed, member_id: by, seq: 1, at, kind: 'add-codings', about: '' },
      ...{ state: 'done', undone_at: null },
    })
    .execute()
  await trx
    .insertInto('analysis_deed_part')
    .values({
      ...{ ...within, deed_id: deed, part: 0, member_id: by, row_kind: 'coding', row_id: coding },
      ...{ document_id: document, passage_id: passage, before: null },
      after: JSON.stringify({
        ...{
          id: coding,
          passage,
          document,
          code,
          start: 0,
          end: 15,
          coder: by,
          at,
          sealed: false,
          weight: null,
        },
      }),
    })
    .execute()
}
