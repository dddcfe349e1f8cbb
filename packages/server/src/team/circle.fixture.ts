/** A network round one family, made as its colleagues make it, and pages by its links. */
import type { CircleId, CircleSideId, ParticipantId } from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import type { TestApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'

/** A day so many days from now. */
export const day = (app: TestApp, days: number) =>
  localDay(addDays(app.clock.now(), days), 'Europe/Amsterdam')

/** Noor's network: Kim of the school, and the mother Samira, who is an expert by experience of De Linde too. */
export async function network(app: TestApp) {
  const relation = await app.relation({
    participants: [
      { name: 'Samira', voice: 'mother', address: 'u' },
      { name: 'Kim', voice: 'partner', address: 'je' },
    ],
  })
  const [linde, school, family] = [0, 1, 2].map(() => app.world.newId<CircleSideId>())
  if (linde === undefined || school === undefined || family === undefined) throw new Error('Three sides')
  const named = (name: string) => {
    const found = relation.relation.participants.find((one) => one.name === name)
    if (found === undefined) throw new Error(`${name} takes part`)
    return found.id
  }
  const noorId = relation.relation.participants.find((one) => one.member === relation.by.member)?.id
  if (noorId === undefined) throw new Error('Noor takes part')
  const sides = [
    { id: linde, name: 'De Linde', isFamily: false },
    { id: school, name: 'School', isFamily: false },
    { id: family, name: 'Het gezin', isFamily: true },
  ]
  const params = { relation: relation.id }
  const body = {
    ...{ id: app.world.newId<CircleId>(), kind: 'network' as const, question: 'Wat helpt dit gezin?' },
    ...{ endsOn: day(app, 180), midcourseOn: day(app, 42), sides },
    people: [
      { participant: noorId, sides: [linde] },
      { participant: named('Samira'), sides: [family, linde] },
      { participant: named('Kim'), sides: [school] },
    ],
  }
  const by = relation.by
  const made = await app.as(by).call(circleEndpoints.makeCircle, { params, body })
  const get = () => app.as(by).call(circleEndpoints.getCircle, { params })
  const link = async (participant: ParticipantId) => {
    const to = { params: { ...params, participant }, body: { email: null } }
    return app.as(by).call(circleEndpoints.linkCirclePerson, to)
  }
  const ids = { noor: noorId, samira: named('Samira'), kim: named('Kim') }
  return { by, relation, params, body, made, get, link, ids, linde, school, family }
}

/** The pages behind a link, as a browser without scripts asks for them. */
export function page({ hono }: Pick<TestApp, 'hono'>, url: string) {
  const path = new URL(url, publicUrl).pathname
  const send = async (below: string, fields?: Record<string, string>) => {
    const headers = new Headers({ accept: 'text/html' })
    if (fields !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded')
    const init = fields && { method: 'POST', body: new URLSearchParams(fields).toString() }
    const reply = await hono.request(publicUrl + path + below, { ...init, headers })
    return { status: reply.status, headers: reply.headers, text: await reply.text() }
  }
  return {
    get: (below = '') => send(below),
    post: (below: string, fields: Record<string, string>) => send(below, fields),
  }
}
