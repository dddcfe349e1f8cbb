/** What programs ask of the FHIR side with a token that works: good resources with a part replaced, and every search there is. */
import fc from 'fast-check'
import type { FuzzWorld, Sent } from './fuzz.world.fixture.ts'

const encoder = new TextEncoder()

const item = [{ linkId: 'again', text: 'Komt u terug?', type: 'boolean' }]
const form = { resourceType: 'Questionnaire', status: 'active', title: 'Terugkomen', item }
const answered = [{ linkId: 'again', answer: [{ valueBoolean: true }] }]

const searchNames = ['_id', 'title', 'status', 'questionnaire', 'subject', 'authored', '_count', '_page', 'x']
const values = ['', '0', '-1', 'active', 'completed', '2026-11-19', 'ge2026', 'Terug', '\0', 'Patient/x']

/** Where a program comes; whatever reads is asked as often as what writes. */
const addresses = [
  ['GET', '/metadata'],
  ['GET', '/OperationDefinition/report'],
  ['POST', ''],
  ...(['Questionnaire', 'QuestionnaireResponse'] as const).flatMap((kind) => [
    ...[['GET', `/${kind}`] as const, ['POST', `/${kind}`] as const, ['POST', `/${kind}/_search`] as const],
    ...[['GET', `/${kind}/:id`] as const, ['GET', `/${kind}/:id/$report`] as const],
  ]),
  ['POST', '/Questionnaire/$validate'],
  ['PUT', '/Questionnaire/:id'],
  ['GET', '/Questionnaire/:id/_history/1'],
] as const

/** A good resource for an address, made of the rows of the stories. */
function resourceFor(
  path: string,
  of: { id: string; form: string; person: string },
): Record<string, unknown> {
  const answers = {
    ...{ resourceType: 'QuestionnaireResponse', status: 'completed', authored: '2026-11-18T08:00:00Z' },
    ...{ questionnaire: `Questionnaire/${of.form}`, item: answered },
    ...{ subject: { reference: `Patient/${of.person}` } },
  }
  if (path.includes('QuestionnaireResponse')) return answers
  if (path !== '') return path.includes(':id') ? { ...form, id: of.id } : form
  const entry = [form, answers].map((resource) => ({
    resource,
    request: { method: 'POST', url: resource.resourceType },
  }))
  return { resourceType: 'Bundle', type: 'batch', entry }
}

/** Requests with the token of somebody in the first story. */
export function ofPrograms(world: FuzzWorld): fc.Arbitrary<Sent> {
  const program = world.actors.find((one) => one.name === 'program')
  if (program === undefined) throw new Error('No program')
  const known = fc.constantFrom(...world.known)
  const own = (name: string) => fc.constantFrom(...(world.byName[name] ?? []))
  return fc
    .record({
      address: fc.constantFrom(...addresses),
      id: fc.oneof(own('form'), own('answer'), known),
      form: fc.oneof(own('form'), known),
      person: fc.oneof(own('person'), known),
      spoiled: fc.option(fc.tuple(fc.nat(), fc.jsonValue()), { freq: 1 }),
      query: fc.dictionary(fc.constantFrom(...searchNames), fc.oneof(fc.constantFrom(...values), known), {
        maxKeys: 2,
      }),
    })
    .map(({ address: [method, path], id, spoiled, query, ...rest }): Sent => {
      const search = new URLSearchParams(query).toString()
      const isSearch = path.endsWith('_search')
      const resource = resourceFor(path, { id, ...rest })
      const names = Object.keys(resource)
      const part = spoiled === null ? {} : { [names[spoiled[0] % names.length] ?? '']: spoiled[1] }
      const body = isSearch ? search : JSON.stringify({ ...resource, ...part })
      const type = isSearch ? 'application/x-www-form-urlencoded' : 'application/fhir+json'
      const isRead = method === 'GET'
      return {
        ...{ method, actor: program, link: null, endpoint: null },
        path: `/fhir${path.replace(':id', id)}${isRead && search !== '' ? `?${search}` : ''}`,
        headers: [['content-type', type]],
        body: isRead ? null : encoder.encode(body),
      }
    })
}

/** Of what a program is told nothing of anybody, with the reason. */
export const programsWithout: readonly (readonly [path: RegExp, why: string])[] = [
  [/^\/fhir\/metadata$/, 'What can be done here at all.'],
  [/^\/fhir\/OperationDefinition\/report$/, 'What one of the things is that can be done.'],
  [/^\/fhir\/Questionnaire\/\$validate$/, 'What is good about a form that was sent along; nothing is kept.'],
]
