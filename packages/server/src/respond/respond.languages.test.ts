import { instrumentKey } from '@weerklank/core/feedback/instrument'
import { openTextAtMost, submissionProblems } from '@weerklank/core/feedback/submission'
import { addressForms, furtherLanguages, type respondLanguages } from '@weerklank/core/shared/language'
import { inForm, type Phrase } from '@weerklank/core/shared/spoken'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../feedback/instruments.ts'
import { aboutLanguage, phrase, readLanguageFile } from '../http/further-languages.ts'
import { answeredPage } from './respond.answered.ts'
import { inAllLanguages, translatedChecks } from './respond.checks.ts'
import { buildAnsweredPage, buildCheckPage } from './respond.factory.ts'
import { checkPage } from './respond.page.ts'
import { linkProblemPage } from './respond.problem.ts'
import { problemIn, respondText } from './respond.text.ts'
import { restText } from './rest.page.ts'

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
const bothForms = (text: Phrase) => addressForms.map((address) => inForm(text, address))

const partOf = (file: unknown, part: string): [string, Phrase][] => {
  const found =
    typeof file === 'object' && file !== null ? Object.entries(file).find(([key]) => key === part) : undefined
  return Object.entries(found?.[1] ?? {}).map(([key, text]) => [key, phrase.parse(text)])
}

describe.each(furtherLanguages)('the words in %s', (tag) => {
  const file = readLanguageFile(tag, 'page')
  const source: Record<string, Record<string, Phrase>> = {
    words: respondText.nl,
    rest: restText,
    problems: Object.fromEntries(submissionProblems.map((one) => [one, one === 'too-long' ? '{max}' : one])),
  }

  test.each(Object.keys(source))(
    '%s: none is missing, none is left over, and all have the places of the Dutch ones',
    (part) => {
      const said = partOf(file, part)
      const wanted = source[part] ?? {}
      expect(said.map(([key]) => key).sort()).toEqual(Object.keys(wanted).sort())
      for (const [key, text] of said) {
        const [dutch = ''] = bothForms(wanted[key] ?? '')
        for (const form of bothForms(text)) expect(places(form), key).toEqual(places(dutch))
      }
    },
  )

  test('each of our own checks: all items and options, with the places of the Dutch ones', () => {
    const checks = translatedChecks.get(tag) ?? {}
    const { instruments } = loadContent()
    expect(Object.keys(checks).sort()).toEqual([...instruments.keys()].sort())
    for (const one of instruments.values()) {
      const said = checks[instrumentKey(one)]
      expect(Object.keys(said?.items ?? {}), one.id).toEqual(one.items.map(({ id }) => id))
      expect(said?.options?.length, one.id).toBe(one.options?.length)
      for (const form of bothForms(said?.open ?? ''))
        expect(places(form)).toEqual(places(one.open.question.nl.u))
      for (const { id, question } of one.items) {
        for (const form of bothForms(said?.items[id]?.question ?? ''))
          expect(places(form), id).toEqual(places(question.nl.u))
      }
    }
  })

  test('the pages say in this language and in Dutch that a machine made the words', () => {
    const listener = { language: tag, address: 'u' } as const
    const frame = { listener, workspace: 'De Linde', path: '/f/lina' }
    const pages = [
      checkPage(buildCheckPage({ listener })),
      answeredPage(buildAnsweredPage({ listener })),
      linkProblemPage({ ...frame, problem: { kind: 'expired' } }),
    ]
    const about = aboutLanguage(tag)
    expect(about?.status).toBe('machine-made')
    for (const page of pages) {
      expect(page).toContain(`<html lang="${tag}"${tag === 'ar' ? ' dir=rtl' : ''}>`)
      expect(page).toContain(about?.notice)
      expect(page).toContain('<bdi lang=nl>Computervertaling, niet nagekeken.</bdi>')
      expect(page.replace(/<script>.*?<\/script>/s, '')).not.toMatch(/\{\w+\}|undefined/)
    }
  })

  test('a problem with a field is told in it', () => {
    const told = problemIn('too-long', { language: tag, address: 'u' })
    expect(told).toContain(String(openTextAtMost))
    expect(told).not.toBe(problemIn('too-long', { language: 'nl', address: 'u' }))
  })
})

test('what is added to a check leaves its published wording as it was', () => {
  for (const one of loadContent().instruments.values()) {
    const before = structuredClone(one)
    const said = inAllLanguages(one)
    expect(one).toEqual(before)
    expect(said.items.map(({ question }) => [question.nl, question.en])).toEqual(
      one.items.map(({ question }) => [question.nl, question.en]),
    )
    expect(said.items[0]?.question).toHaveProperty('uk')
  }
})

test('whoever reads from the right sees her mark where she put it', () => {
  const at = (language: (typeof respondLanguages)[number]) =>
    /<circle cx="(\d+)" cy=8/.exec(
      answeredPage(buildAnsweredPage({ listener: { language, address: 'je' }, answers: { heard: 8.2 } })),
    )?.[1]
  expect([at('nl'), at('ar')]).toEqual(['90', '26'])
})
