import { afterEndpoints, type TranscriptLook } from '@weerklank/core/dialogue/after.contract'
import { labelKey } from '@weerklank/core/dialogue/transcript.label'
import { keptTurns, type SpeakerIs, speakersIn } from '@weerklank/core/dialogue/transcript.turns'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, TranscriptId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInMeeting } from '../access/access.ts'
import { queueCorpus } from '../analysis/analysis.ts'
import type { Trx } from '../schema.ts'
import type { AfterDeps } from './after.deps.ts'
import { afterOf } from './after.presenter.ts'
import { enforceAct, mayBeAnalysed, type Table, tableOf } from './after.read.ts'
import { noteAtTable } from './after.record.ts'
import * as after from './after.repository.ts'
import type { PlaceRow } from './meeting.repository.ts'
import { openTranscript } from './transcript.file.ts'

/** So many notes are told; of the rest only how many. */
const notesAtMost = 200

/** Transcripts of a meeting: looked at first, then taken in as far as whoever spoke agrees. The recording stays outside. */
export function serveTranscripts(to: MemberApi, deps: AfterDeps): void {
  const { world } = deps
  serveInMeeting(to, afterEndpoints.lookAtTranscript, async (session, { params, body }, trx) => {
    const table = await writing(trx, session, params.meeting)
    await noteAtTable(trx, session, {
      ...{
        world,
        meeting: table.meeting,
        action: 'meeting.transcript-looked' as const,
        isRead: true as const,
      },
    })
    return lookAt(bytesOf(body.file), table.places)
  })
  serveInMeeting(to, afterEndpoints.takeTranscript, async (session, { params, body }, trx) => {
    const table = await writing(trx, session, params.meeting)
    const taken = await take(trx, session, { deps, table, ...body })
    await noteAtTable(trx, session, { world, meeting: table.meeting, action: 'meeting.transcript-taken' })
    return taken
  })
  serveInMeeting(to, afterEndpoints.removeTranscript, async (session, { params }, trx) => {
    const table = await writing(trx, session, params.meeting)
    await remove(trx, session, { ...params, deps })
    await noteAtTable(trx, session, { world, meeting: table.meeting, action: 'meeting.transcript-removed' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
}

async function writing(trx: Trx, session: MemberSession, meeting: MeetingId): Promise<Table> {
  const table = await tableOf(trx, session, meeting)
  enforceAct(table, 'take-minutes')
  return table
}

const bytesOf = (file: string) => new Uint8Array(Buffer.from(file, 'base64'))

function lookAt(bytes: Uint8Array, places: readonly PlaceRow[]): TranscriptLook {
  const opened = openTranscript(bytes)
  if (!opened.ok) {
    return { problem: opened.problem, format: null, lines: 0, speakers: [], notes: [], moreNotes: 0 }
  }
  const { lines, notes, format } = opened.read
  return {
    ...{ problem: null, format: opened.isWord ? 'word' : format, lines: lines.length },
    speakers: speakersIn(lines).map((speaker) => ({ ...speaker, place: likely(speaker.label, places) })),
    ...{ notes: notes.slice(0, notesAtMost), moreNotes: Math.max(0, notes.length - notesAtMost) },
  }
}

/** The one place with this name; a proposal, never taken for granted. */
function likely(label: string, places: readonly PlaceRow[]) {
  const same = places.filter(({ name }) => labelKey(name) === labelKey(label))
  const starts = places.filter(({ name }) => labelKey(name).split(' ')[0] === labelKey(label).split(' ')[0])
  const found = same.length > 0 ? same : starts
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

type Take = {
  deps: AfterDeps
  table: Table
  id: TranscriptId
  title: string
  file: string
  speakers: readonly SpeakerIs[]
}

async function take(trx: Trx, session: MemberSession, of: Take) {
  const { deps, table, id } = of
  const meeting = table.meeting.id
  const workspace = session.workspace.id
  const { turns, gaps } = await readKept(trx, session, of)
  const count = (wanted: string) => gaps.filter(({ why }) => why === wanted).length
  const result = {
    kept: turns.length,
    withoutConsent: count('no-consent'),
    nobodyKnown: count('nobody-known'),
  }
  const wrap = await after.findWrap(trx, meeting)
  // A repeat of the same file is the same transcript.
  if (wrap?.transcripts.some((one) => one.id === id)) return result
  const personAt = new Map<string, PlaceRow>(table.places.map((place) => [place.id, place]))
  const rows = turns.flatMap(({ ordinal, place, words, from, until }) => {
    const at = personAt.get(place)
    const where = { workspace_id: workspace, transcript_id: id, ordinal, meeting_id: meeting }
    const said = { words, from_ms: from, until_ms: until }
    return at === undefined ? [] : [{ ...where, ...said, place_id: at.id, person_id: at.person_id }]
  })
  await after.insertLines(trx, rows)
  const { world } = deps
  const all = turns.length + gaps.length
  const taken = { id, title: of.title, turns: all, at: world.now(), by: session.member.id }
  await after.addTranscript(trx, { workspace, meeting }, taken)
  await queueCorpus(trx, world, { workspace, news: { meeting } })
  return result
}

/** What of the file may be kept, by the consent that is in force now. */
async function readKept(trx: Trx, session: MemberSession, { table, file, speakers }: Take) {
  const opened = openTranscript(bytesOf(file))
  if (!opened.ok) throw new AppError('invalid-input', { fields: { file: opened.problem } })
  const isKnown = (place: string) => table.places.some((one) => one.id === place)
  if (speakers.some(({ place }) => place !== null && !isKnown(place))) {
    throw new AppError('invalid-input', { fields: { speakers: 'unknown' } })
  }
  const persons = table.places.map((place) => place.person_id)
  const allowed = await mayBeAnalysed(trx, session.context, persons)
  const places = table.places.map(({ id, name, person_id }) => ({
    ...{ id, name, mayAnalyse: allowed.has(person_id) },
  }))
  return keptTurns(opened.read.lines, speakers, places)
}

async function remove(
  trx: Trx,
  session: MemberSession,
  of: { deps: AfterDeps; meeting: MeetingId; transcript: TranscriptId },
): Promise<void> {
  const wrap = await after.findWrap(trx, of.meeting)
  const left = (wrap?.transcripts ?? []).filter((one) => one.id !== of.transcript)
  if (left.length === (wrap?.transcripts.length ?? 0)) throw new AppError('not-found')
  await trx.deleteFrom('meeting_transcript_line').where('transcript_id', '=', of.transcript).execute()
  const workspace = session.workspace.id
  await after.changeWrap(trx, { workspace, meeting: of.meeting }, { transcripts: JSON.stringify(left) })
  await queueCorpus(trx, of.deps.world, { workspace, news: { meeting: of.meeting } })
}
