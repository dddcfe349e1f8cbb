import type { Answers, Instrument } from '@weerklank/core/feedback/instrument'
import type { MutualOpening } from '@weerklank/core/feedback/mutual'
import type { SignalFinding } from '@weerklank/core/feedback/signal'
import { checkSignals } from '@weerklank/core/feedback/signal.line'
import { mutualDifferenceSignal } from '@weerklank/core/feedback/signal.pair'
import type { SignalId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { tellOfSignal } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { insertSignals, refreshAttention } from './feedback.repository.ts'
import {
  type ClientAnswer,
  clientAnswersOf,
  copyForResearch,
  earlierAnswers,
  type PictureRow,
  personOf,
  type SideRow,
  sidesOf,
  takeSealsOff,
} from './mutual.repository.ts'

/** The professional's half, when there is one. */
export function professionalHalf(sides: readonly SideRow[], picture: PictureRow) {
  const row = sides.find((one) => one.picture_id === picture.id && one.side === 'professional')
  if (row?.answers == null || row.answered_at === null) return null
  return { answers: row.answers, at: row.answered_at, participant: picture.professional_id }
}

/** All that is found once a picture is open: what the client's own answer raises, and where the two differ most. */
export function findingsOfOpening(
  instrument: Instrument,
  of: {
    client: Answers
    earlier: readonly Answers[]
    professional: ReturnType<typeof professionalHalf>
  },
): SignalFinding[] {
  const { client, earlier, professional } = of
  const own = checkSignals(instrument, { answers: client, earlier, goalsMet: null })
  if (professional === null) return own
  const { answers: other, participant: by, at: otherAt } = professional
  return [...own, ...mutualDifferenceSignal(instrument, { own: client, other, by, otherAt })]
}

/**
 * Opens a picture whose client's half is stored already (or missing): takes the seals off, opens the signals that waited,
 * and makes up for the copy for research. Ends in the context it began in. Gives the ids of the signals, for the record.
 */
export async function openPicture(
  trx: Trx,
  deps: FeedbackDeps,
  of: { picture: PictureRow; context: Context; by: MutualOpening },
): Promise<SignalId[]> {
  const { picture, context, by } = of
  const person = await personOf(trx, picture.participant_id)
  await setContext(trx, { ...context, storing: person, purpose: 'reveal' })
  const client = (await clientAnswersOf(trx, [picture.response_id])).get(picture.response_id)
  const signals = client === undefined ? [] : await signalsAtOpening(trx, deps, { picture, client })
  await takeSealsOff(trx, picture, { at: deps.world.now(), by })
  if (client !== undefined) {
    await copyForResearch(trx, { response: client.id, person, materialId: deps.world.newId() })
  }
  if (signals.length > 0) await refreshAttention(trx, picture.relation_id)
  await setContext(trx, context)
  return signals
}

async function signalsAtOpening(
  trx: Trx,
  deps: FeedbackDeps,
  { picture, client }: { picture: PictureRow; client: ClientAnswer },
): Promise<SignalId[]> {
  const instrument = await askedInstrument(trx, deps, picture)
  const earlier = await earlierAnswers(trx, {
    relation: picture.relation_id,
    participant: picture.participant_id,
    instrument: instrument.id,
    before: client.answered_at,
  })
  const professional = professionalHalf(await sidesOf(trx, [picture.id]), picture)
  const findings = findingsOfOpening(instrument, { client: client.answers, earlier, professional })
  const rows = signalRows(findings, { picture, world: deps.world, openedAt: client.answered_at })
  await insertSignals(trx, rows)
  const place = { workspace: picture.workspace_id, relation: picture.relation_id, at: deps.world.now() }
  for (const row of rows) await tellOfSignal(trx, { ...place, signal: row.id })
  return rows.map((row) => row.id)
}

function signalRows(
  findings: readonly SignalFinding[],
  { picture, world, openedAt }: { picture: PictureRow; world: World; openedAt: Instant },
) {
  return findings.map((finding) => ({
    workspace_id: picture.workspace_id,
    id: world.newId<SignalId>(),
    relation_id: picture.relation_id,
    participant_id: picture.participant_id,
    response_id: picture.response_id,
    rule: finding.rule,
    occasion: picture.response_id as string,
    finding: JSON.stringify(finding),
    opened_at: openedAt,
    outcome: null,
    closed_at: null,
    closed_by: null,
    note: '',
  }))
}

/** What the client is asked. */
export async function askedInstrument(
  trx: Trx,
  { content }: Pick<FeedbackDeps, 'content'>,
  picture: Pick<PictureRow, 'invitation_id'>,
): Promise<Instrument> {
  const row = await trx
    .selectFrom('invitation')
    .select(['instrument_id', 'instrument_version'])
    .where('id', '=', picture.invitation_id)
    .executeTakeFirstOrThrow()
  const instrument = content.instruments.get(`${row.instrument_id}@${row.instrument_version}`)
  if (instrument === undefined) throw new Error('A picture points at an instrument that is not published')
  return instrument
}
