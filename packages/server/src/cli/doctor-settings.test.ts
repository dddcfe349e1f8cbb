import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { settingFindings } from './doctor-settings.ts'

const said = async (env: Record<string, string>) =>
  (await settingFindings(readConfig(env, '/nowhere'))).filter(({ what }) => what.includes('passwords'))

test('without a list of leaked passwords it is said as advice, and is no reason not to serve', async () => {
  expect(await said({})).toEqual([
    {
      state: 'warn',
      what: 'new passwords are looked up in the short list of leaked ones only',
      todo: 'name the list in WEERKLANK_BREACHED_PASSWORDS (docs/sign-in.md)',
    },
  ])
})

test('with a list there is nothing to say but that', async () => {
  expect(await said({ WEERKLANK_BREACHED_PASSWORDS: '/lists/leaked.txt' })).toEqual([
    { state: 'ok', what: 'new passwords are looked up in the list of leaked ones' },
  ])
})
