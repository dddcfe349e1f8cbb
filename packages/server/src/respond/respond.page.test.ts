import { createHash } from 'node:crypto'
import { addressForms, respondLanguages } from '@weerklank/core/shared/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answeredPage } from './respond.answered.ts'
import { agreements, buildAnsweredPage, buildCheckPage, shippedInstruments } from './respond.factory.ts'
import type { AnsweredPageModel, CheckPageModel, LinkProblem } from './respond.model.ts'
import { checkPage } from './respond.page.ts'
import { respondPolicies } from './respond.policy.ts'
import { linkProblemPage } from './respond.problem.ts'
import { nestingProblems, tagsOf } from './respond.tags.factory.ts'

const refill = {
  values: { 'a.heard': '7.3', 'a.what': '4', open: 'Mijn tekst' },
  errors: {
    'a.what': 'Kies een plek op de lijn.',
    open: 'Je tekst is te lang.',
    key: 'Open de link nog een keer.',
  },
}
const until = { at: '2026-12-01T09:00:00.000Z', timeZone: 'Europe/Amsterdam' }
const problems: LinkProblem[] = [
  { kind: 'unknown' },
  { kind: 'expired' },
  { kind: 'ended', seenBy: ['Noor'] },
  { kind: 'revoked', by: 'Noor' },
  { kind: 'revoked', by: null },
  { kind: 'unavailable', resend: null },
  { kind: 'unavailable', resend: [['open', 'Mijn tekst']] },
  { kind: 'too-large' },
  { kind: 'not-now', key: 'sleutel', until },
]
const form = { ...buildCheckPage().form, agreements }
const listeners = respondLanguages.flatMap((language) =>
  addressForms.map((address) => ({ language, address })),
)

/** Every page in every language and form of address. */
const pages: [string, string][] = listeners.flatMap((listener): [string, string][] => {
  const who = `${listener.language} ${listener.address}`
  const own = shippedInstruments.flatMap((instrument): [string, string][] => {
    const asked = { form: { ...form, instrument }, listener, ownWords: 'Weer naar school' }
    const answers = Object.fromEntries(instrument.items.map(({ id }) => [id, instrument.scale.max]))
    return [
      [`${instrument.id}, ${who}`, checkPage(buildCheckPage(asked))],
      [`${instrument.id}, answered, ${who}`, answeredPage(buildAnsweredPage({ ...asked, answers }))],
    ]
  })
  return [
    ...own,
    [`check, ${who}`, checkPage(buildCheckPage({ listener, form }))],
    [`check with problems, ${who}`, checkPage(buildCheckPage({ listener, form, refill }))],
    [`answered, ${who}`, answeredPage(buildAnsweredPage({ listener, form, nextContact: until }))],
    ...problems.map((problem): [string, string] => [
      `${problem.kind}, ${who}`,
      linkProblemPage({ listener, workspace: 'De Linde', path: '/f/lina', problem }),
    ]),
  ]
})

describe('every page', () => {
  test.each(pages)('is well formed and keeps to its policy: %s', (_, page) => {
    const tags = tagsOf(page)
    expect(nestingProblems(tags)).toEqual([])
    const attributes = tags.flatMap((tag) => Object.keys(tag.attributes))
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
    const ids = tags.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = tags.flatMap(({ attributes: { for: label, href } }) => [
      ...(label === undefined ? [] : [label]),
      ...(href?.startsWith('#') === true ? [href.slice(1)] : []),
    ])
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    expect(tags.filter(({ name, closing }) => name === 'h1' && !closing)).toHaveLength(1)
  })

  test.each(pages)('asks for nothing else: %s', (_, page) => {
    const loading = tagsOf(page).flatMap(({ name, attributes }) => [
      ...(name === 'link' ? [attributes.href] : []),
      ...(attributes.src === undefined ? [] : [attributes.src]),
    ])
    expect(loading).toEqual(['data:,'])
  })

  test.each(pages)('holds only the script and style that the policy names: %s', (_, page) => {
    const inline = [...page.matchAll(/<(script|style)>(.*?)<\/\1>/gs)].map(([, kind, text = '']) => {
      return `${kind}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`
    })
    expect(inline).toHaveLength(2)
    const fits = Object.values(respondPolicies).filter((policy) =>
      inline.every((one) => policy.includes(one)),
    )
    expect(fits).toHaveLength(1)
  })

  test.each(pages)('fills every place in its sentences: %s', (_, page) => {
    const texts = tagsOf(page).map(({ textBefore }) => textBefore)
    expect(texts.filter((text) => /\{\w+\}/.test(text))).toEqual([])
  })
})

describe('what people typed', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.stringMatching(/^[<>"'&=/ a-z`{}$\\-]{1,30}$/),
    fc.constantFrom(
      '</script><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' autofocus onfocus='x",
      '<!--',
    ),
  )
  const asText = (text: string) =>
    text.replace(
      /[&<>"']/g,
      (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[sign]};`,
    )
  const shape = (page: string) =>
    tagsOf(page).map(({ name, closing, attributes: { checked, ...others } }) => [
      name,
      closing,
      Object.keys(others),
    ])

  test('never becomes a part of the page with the questions', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const parts = (words: string): Partial<CheckPageModel> => ({
          workspace: words,
          name: words,
          seenBy: [words, words],
          unseenBy: [words],
          form: { ...form, agreements: form.agreements.map((agreement) => ({ ...agreement, text: words })) },
          refill: { values: { open: words, 'a.heard': words }, errors: { 'a.heard': words } },
        })
        const page = checkPage(buildCheckPage(parts(text)))
        expect(shape(page)).toEqual(shape(checkPage(buildCheckPage(parts('Lina')))))
        expect(page).toContain(`>\n${asText(text)}</textarea>`)
      }),
    )
  })

  test('never becomes a part of the pages after it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const thanks = (words: string): Partial<AnsweredPageModel> => ({
          name: words,
          openText: words,
          seenBy: [words],
        })
        const page = answeredPage(buildAnsweredPage(thanks(`${text}.`)))
        expect(shape(page)).toEqual(shape(answeredPage(buildAnsweredPage(thanks('Lina')))))
        const again = (words: string) =>
          linkProblemPage({
            ...buildCheckPage(),
            problem: { kind: 'unavailable', resend: [[words, words]] },
          })
        expect(shape(again(text))).toEqual(shape(again('Lina')))
        expect(again(text)).toContain(`value="${asText(text)}"`)
      }),
    )
  })
})
