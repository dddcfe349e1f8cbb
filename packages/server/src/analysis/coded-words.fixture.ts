import { type SourceKind, voiceKey } from '@weerklank/core/analysis/analysis'
import { fold } from '@weerklank/core/analysis/fold'
import type { Voice } from '@weerklank/core/relation/relation'
import type {
  AnalysisId,
  CodeId,
  CodingId,
  DocumentId,
  MemberId,
  PassageId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { asMaintenance } from '../db/maintenance.ts'
import type { Trx } from '../schema.ts'
import type { TestApp } from '../test-app.ts'

export type SpokenWords = { voice: Voice; body: string; codes: readonly string[] }
export type SpokenDocument = {
  title: string
  source?: SourceKind
  at?: Instant
  passages: readonly SpokenWords[]
  /** Who took part without a passage. */
  silent?: readonly Voice[]
}

type Built = {
  members: readonly { member: MemberId }[]
  codes: readonly string[]
  documents: readonly SpokenDocument[]
}

/** An analysis with brought words that are coded already, each passage as a whole, straight into the store. */
export async function codedWords(app: TestApp, built: Built) {
  const id = <Id extends string>() => app.world.newId<Id>()
  const [first] = built.members
  if (first === undefined) throw new Error('Somebody works on it')
  const code = new Map(built.codes.map((name) => [name, id<CodeId>()]))
  const codeOf = (name: string): CodeId => {
    const found = code.get(name)
    if (found === undefined) throw new Error(`${name} is a code`)
    return found
  }
  const within = { workspace_id: app.workspace, analysis_id: id<AnalysisId>() }
  const documents = built.documents.map((one, position) => ({ ...one, id: id<DocumentId>(), position }))
  const passages = documents.flatMap((document) =>
    document.passages.map(
      (said, ordinal): Placed => ({ document: document.id, said, id: id<PassageId>(), ordinal }),
    ),
  )
  const made = { within, by: first.member, at: app.world.now() }
  await asMaintenance(app.owner, async (trx) => {
    await insertAnalysis(trx, made, built)
    for (const [name, one] of code)
      await trx
        .insertInto('analysis_code')
        .values(codeRow(made, one, name))
        .execute()
    for (const one of documents)
      await trx.insertInto('analysis_document').values(documentRow(made, one)).execute()
    for (const rows of inParts(passages.map((one) => passageRow(made, one))))
      await trx.insertInto('analysis_passage').values(rows).execute()
    const codings = passages.flatMap((one) =>
      one.said.codes.map((name) => ({ ...codingRow(made, one), id: id<CodingId>(), code_id: codeOf(name) })),
    )
    for (const rows of inParts(codings)) await trx.insertInto('analysis_coding').values(rows).execute()
  })
  return { analysis: within.analysis_id, codeOf, documents, passages, within }
}

type Placed = { document: DocumentId; said: SpokenWords; id: PassageId; ordinal: number }
type Made = { within: { workspace_id: WorkspaceId; analysis_id: AnalysisId }; by: MemberId; at: Instant }

async function insertAnalysis(trx: Trx, { within, by, at }: Made, { members }: Built): Promise<void> {
  await trx
    .insertInto('analysis')
    .values({
      ...{ workspace_id: within.workspace_id, id: within.analysis_id, title: 'Wat ons sterk maakt' },
      ...{ question: '', member_ids: members.map(({ member }) => member), created_by: by },
      sources: JSON.stringify({ meetings: [], relations: [], kinds: [] }),
      ...{ created_at: at, changed_at: at, version: 1 },
    })
    .execute()
}

function codeRow({ within }: Made, id: CodeId, name: string) {
  const empty = { definition: '', include: '', exclude: '', example: '', colour: '#0b5394' }
  return { ...within, id, parent_id: null, name, ...empty, position: 0 }
}

function documentRow({ within, by, at }: Made, one: SpokenDocument & { id: DocumentId; position: number }) {
  const spoken = [...one.passages.map(({ voice }) => voice), ...(one.silent ?? [])]
  const voices = [...new Set(spoken)].map((voice) => ({ voice, role: null }))
  return {
    ...{ ...within, id: one.id, title: one.title, source: one.source ?? ('dialogue' as const) },
    ...{ source_ref: '', at: one.at ?? at, position: one.position, size: one.passages.length },
    ...{ voices: JSON.stringify(voices), brought_by: by },
  }
}

function passageRow({ within }: Made, { document, said, id, ordinal }: Placed) {
  return {
    ...{ ...within, id, document_id: document, ordinal, source_ref: '', person_id: null },
    ...{ voice: said.voice, role: null, voice_key: voiceKey({ voice: said.voice, role: null }) },
    ...{ speaker: said.voice, body: said.body, folded: fold(said.body) },
  }
}

function codingRow({ within, by, at }: Made, { document, said, id }: Placed) {
  const whole = { start_at: 0, end_at: [...said.body].length }
  return { ...within, document_id: document, passage_id: id, ...whole, coder_id: by, at, weight: null }
}

// A statement holds at most 65,535 values.
function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 2000) }, (_, at) =>
    rows.slice(at * 2000, at * 2000 + 2000),
  )
}
