/** Whoever is asked reads a form in the words of her reading level, where it has them. */
import { readingLevelUrl } from '@weerklank/core/feedback/fhir.extensions'
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import type { Voice } from '@weerklank/core/relation/relation'
import type { FormInvitationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test-app.ts'
import { byLink } from '../../test-link.ts'
import type { Person } from '../../test-member.ts'
import { buildForm, fieldsOf, stored } from './form.fixture.ts'

const level = (level: string, content: string) => ({
  url: readingLevelUrl,
  extension: [
    { url: 'level', valueCode: level },
    { url: 'content', valueString: content },
  ],
})
const form = {
  title: 'Samenwerken',
  _title: { extension: [level('child', 'Samen')] },
  item: [
    {
      ...{ linkId: 'a', type: 'boolean', text: 'Luisteren we naar elkaar?' },
      _text: { extension: [level('child', 'Luister ik?'), level('professional', 'Hoe is de afstemming?')] },
    },
    { linkId: 'b', type: 'string', text: 'Wat helpt?' },
  ],
}

async function askedAs(app: TestApp, by: Person, voice: Voice) {
  const relation = await app.relation({ by, participants: [{ name: 'Sem', voice }] })
  const id = app.world.newId<FormInvitationId>()
  const made = await app.as(by).call(formInvitationEndpoints.askForm, {
    params: { relation: relation.id },
    body: { id, participant: relation.client.id, form: await buildForm(app, by, form) },
  })
  return { link: byLink(app, made.url), relation }
}

test.each([
  ['child', ['Samen', 'Luister ik?', 'Wat helpt?']],
  ['colleague', ['Samenwerken', 'Hoe is de afstemming?', 'Wat helpt?']],
  ['mother', ['Samenwerken', 'Luisteren we naar elkaar?', 'Wat helpt?']],
] as const)('%s reads: %j', async (voice, words) => {
  await using app = await testApp()
  const by = await app.professional()
  const { link, relation } = await askedAs(app, by, voice)
  const page = await link.get()
  for (const one of words) expect(page.text).toContain(one)
  for (const other of ['Luister ik?', 'Hoe is de afstemming?', 'Luisteren we naar elkaar?'])
    if (!(words as readonly string[]).includes(other)) expect(page.text).not.toContain(other)
  await link.post(fieldsOf(page.text, { a0: '1' }, 'stuur'))
  const [row] = await stored(app)
  expect(row).toMatchObject({ answers: { items: [{ linkId: 'a' }] } })
  // What was answered is shown again in the words in which it was asked.
  expect((await link.get()).text).toContain(words[1])
  const params = { relation: relation.id, answer: row?.id as never }
  const read = await app.as(by).call(formInvitationEndpoints.formAnswer, { params })
  expect(read.lines.map(({ text }) => text)).toEqual(words.slice(1))
})
