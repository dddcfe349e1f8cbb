/** Random words of random deciders about people of all ages: what is stored is always what the rules say. */
import { consentState } from '@weerklank/core/consent/consent-state'
import { AppError } from '@weerklank/core/shared/errors'
import type { ConsentEventId, PersonId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type Context, inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { askedVersion } from '../test-consent.ts'
import { keepFamily } from '../test-own-page.ts'
import { asEvent } from './consent.repository.ts'
import { decide } from './consent.ts'
import { loadConsentTexts } from './consent-texts.ts'

const births = [null, '2016-02-01', '2013-02-01', '2009-02-01'] as const
const purposes = ['research', 'care-talk', 'quotes-team', 'parents-read'] as const
const timeZone = 'Europe/Amsterdam'

const word = fc.record({
  who: fc.constantFrom('self' as const, 'mother' as const, 'father' as const),
  purpose: fc.constantFrom(...purposes),
  isYes: fc.boolean(),
  method: fc.constantFrom('own-page' as const, 'own-page' as const, 'spoken' as const),
  answers: fc.boolean(),
})

async function say(
  app: TestApp,
  family: Record<'self' | 'mother' | 'father', PersonId>,
  of: {
    who: 'self' | 'mother' | 'father'
    purpose: (typeof purposes)[number]
    isYes: boolean
    method: 'own-page' | 'spoken'
  },
) {
  const persons = Object.values(family)
  const context: Context = {
    workspace: app.workspace,
    actor: { person: family[of.who] },
    relations: [],
    persons,
  }
  const deps = { world: app.world, consentTexts: loadConsentTexts(), publicUrl: '' }
  const hand = {
    workspace: { id: app.workspace, timeZone },
    context,
    basis: 'own-link' as const,
    relation: null,
  }
  const choice = {
    ...{ id: app.world.newId<ConsentEventId>(), person: family.self, purpose: of.purpose, isYes: of.isYes },
    ...{
      textVersion: askedVersion(of.purpose),
      readingLevel: 'parent' as const,
      language: 'nl' as const,
      method: of.method,
    },
    ...{ decidedBy: family[of.who], decidedAs: of.who === 'self' ? ('self' as const) : ('parent' as const) },
  }
  await inContext(app.db, context, (trx) => decide(trx, { deps, hand, choice })).catch((error) => {
    // Who has no say is refused, and nothing changes.
    if (!(error instanceof AppError && error.code === 'invalid-input')) throw error
  })
}

test('consent is in force exactly where the rules say so, and material exists only with it', async () => {
  await using app = await testApp()
  const by = await app.professional()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...births),
      fc.array(word, { minLength: 1, maxLength: 10 }),
      async (bornOn, words) => {
        const relation = await app.relation({ by })
        const family = {
          self: relation.client.id as string as PersonId,
          mother: app.world.newId<PersonId>(),
          father: app.world.newId<PersonId>(),
        }
        const parents = [
          { person: family.mother, name: 'Samira' },
          { person: family.father, name: 'Karim' },
        ]
        await keepFamily(app, relation, { person: family.self, bornOn, parents })
        for (const one of words) {
          await say(app, family, one)
          app.clock.advance(60_000)
          const stored = await storedOf(app, family.self)
          for (const purpose of purposes) {
            const { state } = consentState(stored.events.map(asEvent), {
              ...{ purpose, timeZone, today: localDay(app.clock.now(), timeZone), asksAgainFrom: 1 },
              person: { id: family.self, bornOn, parents: [family.mother, family.father] },
            })
            const grant = stored.grants.find((row) => row.purpose === purpose)
            expect(grant !== undefined && grant.held_at === null, `${purpose} ${state}`).toBe(
              state === 'given',
            )
            if (state === 'refused' || state === 'withdrawn') expect(grant).toBeUndefined()
            if (purpose === 'research' && stored.register !== undefined)
              expect(stored.register.consent).toBe(state)
          }
          if (!stored.grants.some((row) => row.purpose === 'research')) expect(stored.material).toBe(0)
          const refusesChecks = stored.events.some(
            (row) => row.purpose === 'care-talk' && row.decision !== 'given',
          )
          if (one.answers && !refusesChecks) {
            await app.answer({ in: relation })
            const after = await storedOf(app, family.self)
            const inForce = after.grants.some((row) => row.purpose === 'research' && row.held_at === null)
            expect(after.material).toBe(stored.material + (inForce ? 1 : 0))
          }
        }
      },
    ),
    { numRuns: 40 },
  )
})

async function storedOf(app: TestApp, person: PersonId) {
  return asMaintenance(app.owner, async (trx) => ({
    events: await trx
      .selectFrom('consent_event')
      .selectAll()
      .where('person_id', '=', person)
      .orderBy('at')
      .execute(),
    grants: await trx
      .selectFrom('consent_grant')
      .select(['purpose', 'held_at'])
      .where('person_id', '=', person)
      .execute(),
    register: await trx
      .selectFrom('research_register')
      .select('consent')
      .where('person_id', '=', person)
      .executeTakeFirst(),
    material: (await trx.selectFrom('research_answer').select('id').where('person_id', '=', person).execute())
      .length,
  }))
}
