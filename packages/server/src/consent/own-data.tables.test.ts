/** What somebody wrote at tables stands on her own page and in what she takes along: her words, and nobody else's. */
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { planMeeting } from '../dialogue/meeting.fixture.ts'
import { testApp } from '../test-app.ts'
import { ownPageOf, readable } from '../test-own-page.ts'

test('the words of one person at tables are on her page and in her files, also those that are shut for the others', async () => {
  await using app = await testApp()
  const relation = await app.relation({ participants: [{ name: 'Yara', voice: 'mother', address: 'u' }] })
  const seats = [
    { name: 'Yara', voice: 'mother' as const, participant: relation.client.id },
    { name: 'Oma Hilde' },
  ]
  const { guest, places } = await planMeeting(app, { relation: relation.id, by: relation.by, seats })
  for (const [index, words] of [
    [1, 'Dat u bleef luisteren.'],
    [2, 'De koffie.'],
  ] as const) {
    const place = places[index]
    if (place === undefined) throw new Error('She has a place')
    const device = await guest(place.id)
    await device.post('/kom', { kom: 'yes' })
    await device.post('/vooraf', { 'v-valuable': words, verwacht: '' })
  }
  const yara = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  const page = readable((await yara.get('/gegevens')).text)
  expect(page).toContain('Gesprekken waar u bij was')
  expect(page).toContain('Wat was waardevol in het contact met ons?')
  expect(page).toContain('Dat u bleef luisteren.')
  expect(page).not.toContain('De koffie.')
  const taken = JSON.parse((await yara.post('/download', { format: 'json' })).text)
  expect(taken.meetings).toMatchObject([
    {
      ...{ title: 'Open dialoog rond Sem', comes: 'yes', said: [], quotes: [], minutes: [] },
      wrote: [{ to: 'Wat was waardevol in het contact met ons?', text: 'Dat u bleef luisteren.' }],
    },
  ])
  expect(readable((await yara.post('/download', { format: 'html' })).text)).toContain(
    'Dat u bleef luisteren.',
  )
})
