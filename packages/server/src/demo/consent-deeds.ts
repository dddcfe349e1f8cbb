import { newestText } from '@weerklank/core/consent/consent-text'
import type { ConsentEventId, PersonId } from '@weerklank/core/shared/ids'
import { type Day, localDay } from '@weerklank/core/shared/time'
import { type ConsentDeps, decide } from '../consent/consent.ts'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { replaceParents, setBornOn } from '../consent/person.repository.ts'
import { setContext } from '../db/context.ts'
import type { Stage } from './stage.ts'
import type { Happening } from './story.ts'

/** What people chose about their own answers, as their own pages do it. */

const consentTexts = loadConsentTexts()

/** Tells how old a child or youth is, and who decides with her. */
export async function tellFamily(stage: Stage, told: Extract<Happening, { kind: 'family' }>): Promise<void> {
  const { trx, story, place, clock } = stage
  const session = await stage.as(story.by)
  const child = await personOf(stage, told.child)
  const parents = await Promise.all(told.parents.map((key) => personOf(stage, key)))
  await setContext(trx, { ...session.context, persons: [child, ...parents] })
  await setBornOn(trx, child, bornOn(localDay(clock.at, place.timeZone), told.age))
  await replaceParents(
    trx,
    { workspace: place.workspace, child, at: clock.at },
    parents.map((parent) => ({ parent_id: parent, authority: 'parent' as const })),
  )
}

/** Two months after a birthday, so that nobody has one during her story. */
function bornOn(today: Day, age: number): Day {
  const day = new Date(`${today}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() - age)
  day.setUTCDate(day.getUTCDate() - 60)
  return day.toISOString().slice(0, 10)
}

/** A yes or a no about one purpose, on the own page of whoever decides. */
export async function choose(stage: Stage, told: Extract<Happening, { kind: 'chosen' }>): Promise<void> {
  const { trx, world, place, relation } = stage
  const person = await personOf(stage, told.about)
  const decidedBy = await personOf(stage, told.by)
  const isSelf = told.by === told.about
  const context = {
    workspace: place.workspace,
    actor: { person: decidedBy },
    participants: [stage.participant(told.by)],
    persons: [person, ...(await Promise.all(told.with.map((key) => personOf(stage, key))))],
    relations: [relation],
    purpose: 'access' as const,
  }
  await setContext(trx, context)
  const deps: ConsentDeps = { world, consentTexts, publicUrl: '' }
  const hand = {
    workspace: { id: place.workspace, timeZone: place.timeZone },
    ...{ context, basis: 'own-link' as const, relation: null },
  }
  await decide(trx, {
    deps,
    hand,
    choice: {
      id: world.newId<ConsentEventId>(),
      ...{ person, purpose: told.purpose, isYes: told.isYes, language: 'nl' },
      textVersion: newestText(consentTexts.values(), told.purpose).version,
      readingLevel: 'parent',
      ...{ decidedBy, decidedAs: isSelf ? 'self' : 'parent', method: 'own-page' },
    },
  })
}

async function personOf(stage: Stage, key: string): Promise<PersonId> {
  await stage.as(stage.story.by)
  const row = await stage.trx
    .selectFrom('participant')
    .select('person_id')
    .where('id', '=', stage.participant(key))
    .executeTakeFirstOrThrow()
  return row.person_id
}
