import type { MeetingAgreementId, MeetingQuoteId, TranscriptId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import * as after from '../dialogue/after.repository.ts'
import { asPlace, type Telling } from './open-dialogue.telling.ts'

/** What the table left behind: agreements, what was not talked about, minutes, words that were asked for, a transcript. */
export async function leaveBehind(told: Telling): Promise<void> {
  const { trx, session, clock, calendar, meeting, place } = told
  clock.at = calendar('-2 mon 10.00')
  await setContext(trx, { ...session.context, meetings: [meeting] })
  await agree(told)
  const where = { workspace: place.workspace, meeting }
  await after.changeWrap(trx, where, {
    topics: JSON.stringify(['Hoe nemen we afscheid?', 'Vriendschap en werk']),
  })
  await after.insertMinutes(trx, {
    ...{ workspace_id: place.workspace, meeting_id: meeting, version: 1, made_by: session.member.id },
    ...{ body: minutes, made_at: clock.at },
  })
  await transcribe(told)
  for (const key of ['mirjam', 'job', 'farid']) await sayYes(told, key)
  await askFor(told)
}

const minutes = `We begonnen met de foto’s. Iedereen herkende de keuken.
Daarna vertelden we wat waardevol was, en wat niet lukte.
Job zei dat hij wel eens buiten stond. Daar bleven we even bij.
Tess en Milan luisterden. We vragen hun later of zij iets willen zeggen.`

async function agree({
  trx,
  world,
  clock,
  calendar,
  meeting,
  place,
  seats,
  session,
}: Telling): Promise<void> {
  const day = (when: Parameters<typeof calendar>[0]) => localDay(calendar(when), place.timeZone)
  const lines = [
    {
      owner: 'noor',
      if_text: 'wij samen te snel gaan',
      text: 'zegt Job het hardop, en wachten we',
      due_on: null,
    },
    {
      owner: 'bram',
      if_text: '',
      text: 'Tess en Milan apart vragen wat zij zagen',
      due_on: day('next mon 09.00'),
    },
  ]
  for (const { owner, ...line } of lines) {
    await after.insertOnce(trx, 'meeting_agreement', {
      ...{
        workspace_id: place.workspace,
        id: world.newId<MeetingAgreementId>(),
        meeting_id: meeting,
        ...line,
      },
      ...{ owner_place_id: seats.get(owner) ?? null, state: 'open', agreement_id: null },
      ...{ made_by: session.member.id, made_at: clock.at, changed_at: clock.at },
    })
  }
}

/** A few turns of the recording, of people who said yes; the third is a gap: he did not. */
async function transcribe({ trx, world, clock, meeting, place, seats, session }: Telling): Promise<void> {
  const id = world.newId<TranscriptId>()
  const said = [
    ['mirjam', 0, 'Die keuken. Daar zaten we altijd.'],
    ['job', 1, 'En de koffie was nooit te drinken.'],
    ['mirjam', 3, 'Nee, maar we bleven wel zitten.'],
  ] as const
  await after.insertLines(
    trx,
    said.map(([who, ordinal, words]) => ({
      ...{ workspace_id: place.workspace, transcript_id: id, ordinal, meeting_id: meeting, words },
      ...{ place_id: seats.get(who) as never, person_id: seats.get(who) as never, from_ms: ordinal * 4000 },
      until_ms: ordinal * 4000 + 3500,
    })),
  )
  const taken = { id, title: 'Opname van de opwarmer', turns: 4, at: clock.at, by: session.member.id }
  await after.addTranscript(trx, { workspace: place.workspace, meeting }, taken)
}

async function sayYes(told: Telling, key: string): Promise<void> {
  const { trx, clock, meeting, seats } = told
  const place = seats.get(key)
  if (place === undefined) return
  await setContext(trx, asPlace(told, place))
  await after.sayOfMinutes(trx, { meeting, version: 1, place }, { says: 'yes', words: '', at: clock.at })
}

/** Words that were asked for: one yes, one in other words, one that waits. */
async function askFor(told: Telling): Promise<void> {
  const { trx, world, clock, meeting, place, seats, session } = told
  const asked = [
    ['mirjam', 'Twee roeiers in één boot, en wij mochten mee aan de riemen.', 'yes', null],
    [
      'job',
      'Ik stond wel eens buiten en wist niet hoe ik erin kwam.',
      'changed',
      'Ik stond wel eens buiten.',
    ],
    ['wim', 'Door de lens zag ik een kring die vanzelf bleef draaien.', null, null],
  ] as const
  for (const [key, words, decision, own] of asked) {
    const seat = seats.get(key)
    if (seat === undefined) continue
    const id = world.newId<MeetingQuoteId>()
    await setContext(trx, { ...session.context, meetings: [meeting] })
    await after.insertOnce(trx, 'meeting_quote', {
      ...{ workspace_id: place.workspace, id, meeting_id: meeting, place_id: seat, person_id: seat as never },
      ...{ asked_words: words, use: 'publish', asked_by: session.member.id, asked_at: clock.at },
      ...{ decision: null, own_words: null, decided_at: null, withdrawn_at: null },
    })
    if (decision === null) continue
    await setContext(trx, asPlace(told, seat))
    await after.changeQuote(trx, id, { decision, own_words: own, decided_at: clock.at })
  }
}
