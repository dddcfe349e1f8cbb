/** Old answers keep the words in which they were asked, also where a translation was corrected since. */
import { instrumentKey } from '@weerklank/core/feedback/instrument'
import { say } from '@weerklank/core/shared/spoken'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { loadContent } from '../feedback/instruments.ts'
import { testApp } from '../test-app.ts'
import { asAsked, inAllLanguages, translatedChecks, wordingNow } from './respond.checks.ts'
import { markOf, type SaidCheck, wordingsOf } from './respond.wordings.ts'

const { contactCheck } = loadContent()
const key = instrumentKey(contactCheck)
const reader = { language: 'tr', address: 'u' } as const

function now(): SaidCheck {
  const one = translatedChecks.get('tr')?.[key]
  if (one === undefined) throw new Error('The check is not translated')
  return one
}

/** The check with another word in its second wording. */
const corrected = (): SaidCheck => ({ ...now(), wording: 2, open: 'Başka ne olsun?' })

test('words that were corrected are asked from then on; what was asked before is shown as it was', () => {
  const published = { [key]: [markOf(now()), markOf(corrected())] }
  const all = wordingsOf({
    tag: 'tr',
    checks: { [key]: corrected() },
    earlier: { [key]: [now()] },
    published,
  })
  const from = new Map([['tr', all] as const])
  const open = (wording: number | null) =>
    say(asAsked(inAllLanguages(contactCheck), { language: 'tr', wording }, from).open.question, reader)
  const first = say(inAllLanguages(contactCheck).open.question, reader)
  expect([open(1), open(null), open(2)]).toEqual([first, first, 'Başka ne olsun?'])
  expect(asAsked(inAllLanguages(contactCheck), { language: 'nl', wording: null }, from)).toEqual(
    inAllLanguages(contactCheck),
  )
})

test.each<[string, Partial<Parameters<typeof wordingsOf>[0]>]>([
  ['words that were changed without a new wording', { checks: { [key]: { ...corrected(), wording: 1 } } }],
  ['a new wording that nobody published', { checks: { [key]: corrected() }, earlier: { [key]: [now()] } }],
  ['a new wording without the old one beside it', { checks: { [key]: corrected() } }],
  ['a check that was asked and is gone', { checks: {} }],
  ['a wording that was published and is gone', { published: { [key]: [markOf(now()), 'andere woorden'] } }],
])('%s is refused', (_, wrong) => {
  const right = { tag: 'tr', checks: { [key]: now() }, earlier: {}, published: { [key]: [markOf(now())] } }
  expect(Object.keys(wordingsOf(right))).toEqual([key])
  expect(() => wordingsOf({ ...right, ...wrong })).toThrow(key)
})

test('an answer keeps in which wording it was asked: a number in a further language, none in Dutch', async () => {
  await using app = await testApp()
  const turkish = await app.invite()
  await turkish.link.answer({ 'a.heard': '7', lang: 'tr' })
  const dutch = await app.invite()
  await dutch.link.answer({ 'a.heard': '7' })
  const rows = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('response')
      .select(['language', 'wording'])
      .where('workspace_id', '=', app.workspace)
      .orderBy('language')
      .execute(),
  )
  expect(rows).toEqual([
    { language: 'nl', wording: null },
    { language: 'tr', wording: wordingNow(contactCheck, 'tr') },
  ])
  expect(wordingNow(contactCheck, 'tr')).toBeGreaterThanOrEqual(1)
})
