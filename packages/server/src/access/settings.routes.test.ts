import { settingsEndpoints } from '@weerklank/core/access/settings.contract'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'

const { settings, changeSettings } = settingsEndpoints
const body = {
  ...{
    name: 'Huis De Linde',
    timeZone: 'America/Curacao',
    secondFactorRequired: true,
    idleMinutes: 15,
    apiTokens: true,
  },
  profile: { controller: 'Stichting De Linde', contact: 'info@linde.example', privacyOfficer: 'Fatima' },
}

test('the administrator reads and changes what goes for everybody, and it is written down', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  expect(await app.as(ada).call(settings)).toEqual({
    ...{
      name: 'De Linde',
      timeZone: 'Europe/Amsterdam',
      secondFactorRequired: false,
      idleMinutes: 30,
      apiTokens: true,
    },
    profile: { controller: '', contact: '', privacyOfficer: '' },
  })
  expect(await app.as(ada).call(changeSettings, { body })).toEqual(body)
  expect(await app.as(ada).call(settings)).toEqual(body)
  expect(await app.audit('settings.changed')).toMatchObject([
    { actor: ada.member, subject_id: app.workspace },
  ])
  const ilse = await elsewhere.professional({ name: 'Ilse', role: 'administrator' })
  expect((await elsewhere.as(ilse).call(settings)).name).toBe('De Linde')
})

test('nobody else reads or changes them, and what cannot be is refused by its field', async () => {
  await using app = await testApp()
  const strangers = [null, await app.professional(), await app.professional({ role: 'privacy-officer' })]
  for (const by of strangers) {
    const code = by === null ? 'not-signed-in' : 'not-allowed'
    expect(await app.as(by).refusal(settings)).toMatchObject({ code })
    expect(await app.as(by).refusal(changeSettings, { body })).toMatchObject({ code })
  }
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  for (const [field, value] of [
    ['name', ' '],
    ['timeZone', 'Amsterdam'],
    ['idleMinutes', 0],
    ['idleMinutes', 1_441],
    ['secondFactorRequired', 'yes'],
  ]) {
    const refusal = await app.as(ada).refusal(changeSettings, { body: { ...body, [String(field)]: value } })
    expect([refusal.code, Object.keys(refusal.fields ?? {})]).toEqual(['invalid-input', [field]])
  }
  expect(await app.audit('settings.changed')).toEqual([])
})
