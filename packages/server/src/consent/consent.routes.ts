import { consentEndpoints } from '@weerklank/core/consent/consent.contract'
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { screenLanguage } from '@weerklank/core/shared/language'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import type { Trx } from '../schema.ts'
import { mayWriteFor, openPeople, type People, placeOf, presentPeople, toldOf } from './consent.people.ts'
import { familyOf } from './consent.person.ts'
import { presentChoice, presentReceipt } from './consent.presenter.ts'
import { eventsOf } from './consent.repository.ts'
import { type Choice, type ConsentDeps, decide } from './consent.ts'
import { servePeople } from './person.routes.ts'

/** What the people of a collaboration chose, for the members who take part in it. */
export function serveConsent(to: MemberApi, deps: ConsentDeps): void {
  serveInRelation(to, personEndpoints.relationConsent, async (session, { params }, trx) => {
    const people = await openPeople(trx, { session, deps, relation: params.relation })
    await recordDeed(trx, deps.world, { session, relation: params.relation, action: 'consent.read' })
    return { people: await presentPeople(trx, people) }
  })
  serveInRelation(to, consentEndpoints.recordConsent, async (session, { params, body }, trx) => {
    const people = await openPeople(trx, { session, deps, relation: params.relation })
    const place = placeOf(people, params.person)
    // Who is signed in decides for herself: a colleague cannot do it in her name.
    if (!mayWriteFor(session, place)) throw new AppError('not-allowed')
    const { decision, ...said } = body
    const choice = { ...said, person: params.person, isYes: decision === 'given' }
    return recordFor(trx, people, choice)
  })
  servePeople(to, deps)
}

async function recordFor(trx: Trx, people: People, choice: Choice) {
  const { deps, session, relation, context } = people
  const hand = { ...handOf(session), context, basis: basisOf(people), relation }
  const { withdrawn, isNew } = await decide(trx, { deps, hand, choice })
  if (isNew) session.changed.add(relation)
  const place = placeOf(people, choice.person)
  const events = await eventsOf(trx, [choice.person])
  const told = toldOf(people, { place, family: await familyOf(trx, choice.person), events })
  const language = screenLanguage(place.language)
  const reader = { language, address: place.address, timeZone: session.workspace.timeZone }
  return {
    choice: presentChoice(told, choice.purpose),
    receipt: withdrawn === null ? null : presentReceipt(withdrawn, reader),
  }
}

function handOf({ workspace, member }: MemberSession) {
  return { workspace, roles: member.roles }
}

const basisOf = ({ session, relation }: People) => session.member.relations.get(relation) ?? 'takes-part'
