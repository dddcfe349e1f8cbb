import type { Speaking } from '@weerklank/core/analysis/analysis'
import { analysisLimits } from '@weerklank/core/analysis/analysis'
import type { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { AnalysisId, PersonId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Input } from '../http/server.ts'
import type { Trx } from '../schema.ts'
import { lockAnalysis } from './analysis.repository.ts'
import {
  consenting,
  insertDocument,
  insertPassages,
  type NewPassage,
  nextPosition,
  speakersOf,
  takeSpeakers,
} from './document.repository.ts'

type Brought = Input<typeof analysisEndpoints.bring>['body']

/**
 * Keeps a document that an analyst brings; the same again changes nothing. Words of a known person are kept only with her
 * consent, and she is somebody of the sources of this analysis; of others only their place is kept. Says whether it was new.
 */
export async function bring(
  trx: Trx,
  of: { session: MemberSession; world: World; analysis: AnalysisId; document: Brought },
): Promise<boolean> {
  const { session, analysis, document } = of
  const { workspace } = session
  const row = await lockAnalysis(trx, analysis)
  const persons = [...new Set(document.passages.flatMap(({ person }) => (person === null ? [] : [person])))]
  await enforceKnown(trx, session, { persons, sources: row.sources })
  const position = await nextPosition(trx, analysis)
  if (position > analysisLimits.documents) throw new AppError('too-large')
  const isNew = await insertDocument(trx, {
    ...{ workspace_id: workspace.id, id: document.id, analysis_id: analysis, title: document.title },
    ...{ source: document.source, source_ref: '', at: document.at, position, size: document.passages.length },
    ...{ voices: JSON.stringify(voicesOf(document.passages)), brought_by: session.member.id },
  })
  if (!isNew) return false
  await setContext(trx, { ...session.context, persons })
  const yes = await consenting(trx, persons)
  const speakers = await namesFor(trx, analysis, [...yes])
  const passages = document.passages.flatMap(({ person, speaker, ...passage }, ordinal): NewPassage[] => {
    if (person !== null && !yes.has(person)) return []
    const name = person === null ? speaker : (speakers.get(person) ?? '')
    return [{ ...passage, person, ordinal, sourceRef: '', speaker: name }]
  })
  await insertPassages(trx, passages, { workspace: workspace.id, analysis, document: document.id })
  await setContext(trx, session.context)
  return true
}

/** Each voice once, in order of speaking. */
export function voicesOf(speaking: readonly Speaking[]): Speaking[] {
  const seen = new Map(speaking.map(({ voice, role }) => [`${voice} ${role}`, { voice, role }]))
  return [...seen.values()]
}

/** The pseudonyms of people in an analysis; who is new gets the next number. */
export async function namesFor(
  trx: Trx,
  analysis: AnalysisId,
  persons: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const names = await speakersOf(trx, analysis, persons)
  const fresh = persons.filter((id) => !names.has(id))
  if (fresh.length === 0) return names
  const first = await takeSpeakers(trx, analysis, fresh.length)
  for (const [index, id] of fresh.entries()) names.set(id, `S${first + index}`)
  return names
}

/** Refuses words in the name of somebody who is not of the collaborations and meetings of this analysis. */
async function enforceKnown(
  trx: Trx,
  session: MemberSession,
  of: {
    persons: readonly PersonId[]
    sources: { meetings: readonly string[]; relations: readonly string[] }
  },
): Promise<void> {
  if (of.persons.length === 0) return
  const { meetings, relations } = of.sources as Pick<
    Required<typeof session.context>,
    'meetings' | 'relations'
  >
  await setContext(trx, { ...session.context, meetings, relations })
  const known = new Set<string>()
  for (const table of ['participant', 'meeting_place'] as const) {
    const rows = await trx
      .selectFrom(table)
      .select('person_id')
      .where('person_id', '=', anyOf(of.persons))
      .execute()
    for (const row of rows) known.add(row.person_id)
  }
  await setContext(trx, session.context)
  if (of.persons.some((id) => !known.has(id))) {
    throw new AppError('invalid-input', { fields: { passages: 'unknown' } })
  }
}
