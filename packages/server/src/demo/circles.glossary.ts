import type { GlossaryWordId, RelationId, TensionId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Lean } from '@weerklank/core/team/tension'
import { record } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { AtCircle } from '../team/circle.at.ts'
import { openCircle } from '../team/circle.open.ts'
import { addWord, agreeOn, giveMeaning, sayDiffers } from '../team/glossary.ts'
import { addTension, lookAt } from '../team/tension.ts'
import { calendarFrom, type When } from './calendar.ts'
import { demoId } from './identifiers.ts'
import type { Place } from './stage.ts'

type Of = { place: Place; now: Instant; relation: RelationId }

type Told = {
  word: string
  by: string
  /** By the name of who says it; `tafel`: handed to the table. */
  meanings: readonly (readonly [who: string, text: string])[]
  agreed?: readonly string[]
  differs?: true
}

/** The words of the network of the demo: one agreed on after two attempts, one that still differs, one to be explained. */
const told: readonly Told[] = [
  {
    word: 'veilig',
    by: 'Kim',
    meanings: [
      ['Kim', 'Dat Yara op school kan vertellen wat er is.'],
      ['Joke', 'Dat niemand haar pijn doet, ook niet per ongeluk.'],
      ['Hanan', 'Dat ik niet bang hoef te zijn dat jullie haar weghalen.'],
    ],
    agreed: ['Yara slaapt elke nacht thuis.', 'We zeggen erbij wat we zien, en wat we nog niet weten.'],
  },
  {
    word: 'regie',
    by: 'Ahmed',
    meanings: [
      ['Ahmed', 'Wie de afspraken bijhoudt en belt als het stilvalt.'],
      ['Hanan', 'Dat ik kies wie er aan tafel komt.'],
      ['tafel', 'Wie de schuld krijgt als het misgaat.'],
    ],
    differs: true,
  },
  { word: 'opschalen', by: 'Hanan', meanings: [] },
]

const leans: Readonly<Record<string, readonly [before: Lean, now: Lean]>> = {
  Kim: [-2, -1],
  Tess: [-1, 0],
  Ahmed: [1, 0],
  Joke: [-2, -1],
  Hanan: [2, 1],
}

/** The shared glossary and a tension of the network of the demo, seen six weeks apart. */
export async function tellWords(trx: Trx, of: Of): Promise<void> {
  const at = calendarFrom(of.now, of.place.timeZone)
  const clock = { at: at('-6 thu 16.00') }
  let made = 0
  const world: World = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `glossary ${made++}`),
  }
  const people = await peopleAt(trx, of, world)
  const as = async (name: string): Promise<AtCircle> => {
    const found = people.get(name)
    if (found === undefined) throw new Error(`Nobody in the network of the demo is called ${name}`)
    await setContext(trx, found.context)
    return found
  }
  const atWork = async (name: 'Farid Amrani'): Promise<AtCircle> => {
    const found = await as(name)
    const participants = found.me === null ? [] : [found.me]
    const context: Context = { ...found.context, actor: { member: of.place.members.farid }, participants }
    await setContext(trx, context)
    return { ...found, context }
  }
  const move = (when: When) => {
    clock.at = at(when)
  }
  for (const one of told)
    await tellWord(trx, { as, atWork, one, world, move, today: () => clock.at.slice(0, 10) })
  await tellTension(trx, { ...of, as, atWork, world, move })
}

/** Each as she would come by her link. */
async function peopleAt(
  trx: Trx,
  { place, now, relation }: Of,
  world: World,
): Promise<ReadonlyMap<string, AtCircle>> {
  const { workspace: id, timeZone } = place
  await setContext(trx, { workspace: id, actor: { member: place.members.noor }, relations: [relation] })
  const circle = await openCircle(trx, relation, { now, timeZone })
  return new Map(
    circle.people.map(({ participant_id: me, name }) => {
      const context: Context = { workspace: id, actor: { participant: me }, relations: [relation] }
      return [name, { workspace: { id, timeZone }, context, circle, me, keeps: false, world }]
    }),
  )
}

type Telling = {
  as: (name: string) => Promise<AtCircle>
  /** Of Farid, who works here: signed in, and not by a link. */
  atWork: (name: 'Farid Amrani') => Promise<AtCircle>
  world: World
  move: (when: When) => void
}

async function tellWord(
  trx: Trx,
  { as, one, world, move, today }: Telling & { one: Told; today: () => string },
): Promise<void> {
  move('-6 thu 16.00')
  const word = world.newId<GlossaryWordId>()
  await addWord(trx, await as(one.by), { id: word, word: one.word })
  for (const [who, text] of one.meanings) {
    const from = who === 'tafel' ? 'table' : 'me'
    await giveMeaning(trx, await as(who === 'tafel' ? one.by : who), { word, text, from })
    if (who === 'tafel') await giveMeaning(trx, await as(one.by), { word, text: ownOf(one), from: 'me' })
  }
  for (const [base, text] of (one.agreed ?? []).entries()) {
    move(base === 0 ? '-5 thu 15.00' : '-2 thu 15.00')
    await agreeOn(trx, await as(one.by), { word, base, text, on: today(), meeting: null })
  }
  if (one.differs) await sayDiffers(trx, await as(one.by), { word, differs: true })
}

const ownOf = ({ by, meanings }: Told): string => meanings.find(([who]) => who === by)?.[1] ?? ''

async function tellTension(
  trx: Trx,
  { as, atWork, world, move, place, relation }: Telling & Of,
): Promise<void> {
  move('-7 thu 16.00')
  const id = world.newId<TensionId>()
  await addTension(trx, await atWork('Farid Amrani'), {
    ...{ id, pair: 'rigid-flexible', left: 'houvast', right: 'meebewegen' },
    leftGood: 'Iedereen weet wie er belt en wanneer. Dat geeft rust.',
    rightGood: 'Het past bij hoe het die week met het gezin gaat.',
    situation: 'Als een bezoek niet doorgaat en we niet weten wie er dan belt.',
    asks: 'Dat we van tevoren zeggen wat vast is, en wat mag schuiven.',
    ...{ room: 'mdo', meeting: null, lookOn: null },
  })
  await record(trx, world, {
    ...{
      workspace: place.workspace,
      actor: place.members.farid,
      roles: ['professional'],
      basis: 'takes-part',
    },
    ...{ action: 'circle.tension-added', subject: { kind: 'circle', id }, relation },
  })
  for (const at of [0, 1] as const) {
    move(at === 0 ? '-7 thu 16.30' : '-1 tue 10.00')
    for (const [name, lean] of Object.entries(leans))
      await lookAt(trx, await as(name), { id, lean: lean[at] })
  }
}
