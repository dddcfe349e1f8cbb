import { expect, test } from 'vitest'
import { draftOf, problemsOf, type SettingsDraft, settingsOf } from './settings-form.ts'

const settings = {
  ...{
    name: 'De Linde',
    timeZone: 'Europe/Amsterdam',
    secondFactorRequired: false,
    idleMinutes: 30,
    apiTokens: true,
  },
  profile: { controller: '', contact: '', privacyOfficer: '' },
}

test('what is not touched is sent as it was', () => {
  expect(settingsOf(draftOf(settings))).toEqual(settings)
})

const wrong: [change: Partial<SettingsDraft>, fields: string[]][] = [
  [{ name: '  ' }, ['name']],
  [{ timeZone: 'Amsterdam' }, ['timeZone']],
  [{ idleMinutes: '' }, ['idleMinutes']],
  [{ idleMinutes: '0' }, ['idleMinutes']],
  [{ idleMinutes: '1441' }, ['idleMinutes']],
  [{ idleMinutes: '7,5' }, ['idleMinutes']],
  [{ idleMinutes: '1e2' }, ['idleMinutes']],
  [{ name: '', idleMinutes: '-1' }, ['name', 'idleMinutes']],
]

test.each(wrong)('%j is not sent, and its fields are told in their order', (change, fields) => {
  const draft = { ...draftOf(settings), ...change }
  expect(problemsOf(draft)).toEqual(fields)
  expect(settingsOf(draft)).toBeNull()
})

test('minutes may be typed with a space, and the zone too', () => {
  expect(settingsOf({ ...draftOf(settings), idleMinutes: ' 15 ', timeZone: ' UTC ' })).toMatchObject({
    idleMinutes: 15,
    timeZone: 'UTC',
  })
})
