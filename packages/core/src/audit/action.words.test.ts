import { expect, test } from 'vitest'
import { languages } from '../shared/language.ts'
import { actionPhrase } from './action.words.ts'
import { auditGroups, groupOf, isAuditAction } from './audit.groups.ts'
import { auditKinds } from './audit.ts'
import { groupWord } from './group.words.ts'

test.each(Object.keys(auditKinds))(
  '%s has words of its own, in both languages, for both readers',
  (action) => {
    for (const language of languages) {
      for (const to of ['record', 'person'] as const) {
        const phrase = actionPhrase(action, { language, to, address: 'u' })
        expect(phrase).toMatch(/^[a-z][^[\]|]+[^\s.]$/)
        expect(phrase).not.toContain('  ')
        if (to === 'record') expect(phrase).not.toMatch(/\b(uw|your)\b/)
      }
      expect(actionPhrase(action, { language, to: 'record' })).not.toBe(
        actionPhrase('later.unknown', { language, to: 'record' }),
      )
    }
  },
)

test.each(auditGroups)('the group %s has a name', (group) => {
  for (const language of languages) expect(groupWord(group, language)).not.toBe(group)
})

test('the same deed, told to the privacy officer and to the person', () => {
  const told = (action: string) => [
    actionPhrase(action, { language: 'nl', to: 'record' }),
    actionPhrase(action, { language: 'nl', to: 'person', address: 'u' }),
  ]
  expect(told('feedback.read')).toEqual(['keek naar de antwoorden', 'keek naar uw antwoorden'])
  expect(told('answers.deleted')).toEqual(['verwijderde antwoorden', 'verwijderde uw antwoorden'])
  expect(told('audit.read')).toEqual(['keek in het logboek', 'keek in het logboek van uw samenwerking'])
  expect(told('later.read')).toEqual(['voerde iets uit', 'voerde iets uit'])
})

test('what is no action is told from what is', () => {
  expect(isAuditAction('feedback.read')).toBe(true)
  expect(isAuditAction('toString')).toBe(false)
  expect(groupOf('own-page.opened')).toBe('own-page')
})
