import { agreementReport } from '@weerklank/core/analysis/agreement-report'
import type { CodingDecision, CodingDifference } from '@weerklank/core/analysis/pictures.contract'
import { type Segment, segmentsOf } from '@weerklank/core/analysis/segments'
import type { CodeId, PersonId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import { codingsOf, type DecisionRow, decisionsOf, passagesOf, type RoundRow } from './round.repository.ts'
import { codesOf } from './workbook.repository.ts'

/** So many differences travel at once. */
const page = 50
/** Code points shown in front of and behind a difference. */
const around = 80

type Passage = Awaited<ReturnType<typeof passagesOf>>[number]

/** Lays the codings of an open round side by side: how far the coders agree, and a page of the places where they differ. */
export async function compareRound(trx: Trx, row: RoundRow, after: number) {
  const passages = await passagesOf(trx, row.document_ids)
  // As it was when it was opened: what was decided since, and taken over, is no agreement of theirs.
  const codings = row.coded ?? (await codingsOf(trx, row.document_ids, row.coder_ids))
  const selections = codings.map((one) => ({
    ...{ coder: one.coder_id, passage: one.passage_id, code: one.code_id, weight: one.weight },
    ...{ start: one.start_at, end: one.end_at },
  }))
  const segments = segmentsOf(selections, { coders: row.coder_ids, passages })
  const used = new Set<string>(codings.map(({ code_id }) => code_id))
  const codes = (await codesOf(trx, row.analysis_id)).flatMap(({ id }) => (used.has(id) ? [id] : []))
  const report = agreementReport(segments, { coders: row.coder_ids.length, codes })
  const decisions = new Map((await decisionsOf(trx, row.id)).map((one) => [placeOf(one), one]))
  const byId = new Map<string, Passage>(passages.map((passage) => [passage.id, passage]))
  const differing = segments.filter(isDifferent)
  const shown = differing.slice(after, after + page)
  const differences = shown.flatMap((segment) => {
    const passage = byId.get(segment.passage)
    return passage === undefined ? [] : [present(segment, passage, decisions)]
  })
  return {
    report: {
      ...report,
      codes: report.codes.map((one) => ({ ...one, code: one.code as CodeId })),
      warnings: [...report.warnings],
    },
    differences,
    total: differing.length,
    decided: differing.filter((one) => decisions.has(placeOf(asRow(one)))).length,
    next: after + page < differing.length ? after + page : null,
    persons: shown.map(({ passage }): PersonId | null => byId.get(passage)?.person_id ?? null),
  }
}

const isDifferent = ({ codes }: Segment) => new Set(codes.map((ones) => ones.join(' '))).size > 1
const asRow = ({ passage, start }: Segment) => ({ passage_id: passage, start_at: start })
const placeOf = (one: { passage_id: string; start_at: number }) => `${one.passage_id} ${one.start_at}`

function present(
  segment: Segment,
  passage: Passage,
  decisions: ReadonlyMap<string, DecisionRow>,
): CodingDifference {
  const { start, end } = segment
  const characters = [...passage.body]
  const words = (from: number, to: number) => characters.slice(Math.max(from, 0), to).join('')
  const decision = decisions.get(placeOf(asRow(segment)))
  return {
    ...{ passage: passage.id, document: passage.document_id, title: passage.title, speaker: passage.speaker },
    ...{ start, end, text: words(start, end) },
    ...{ before: words(start - around, start), after: words(end, end + around) },
    codes: segment.codes.map((ones) => ones.map((one) => one as CodeId)),
    decision: decision === undefined ? null : presentDecision(decision),
  }
}

/** A decision as a screen gets it. */
export function presentDecision(row: DecisionRow): CodingDecision {
  const { passage_id: passage, start_at: start, end_at: end, code_ids: codes, reason, by_id: by, at } = row
  return { passage, start, end, codes, reason, by, at }
}
