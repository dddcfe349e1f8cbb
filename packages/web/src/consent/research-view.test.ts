import { expect, it } from 'vitest'
import { answersInWords, momentsInWords, voiceInWords } from './research-view.ts'

const moment = (month: string, received: number) => ({ month, kind: 'check' as const, received })

it('tells the months in their order, as counts', () => {
  const moments = [moment('2026-10-01', 1), moment('2026-09-01', 2)]
  expect(momentsInWords(moments, 'nl')).toBe('sep 2026: 2 · okt 2026: 1')
  expect(momentsInWords([], 'nl')).toBe('')
})

it('tells answers by the names of the file, in the numbers of the reader', () => {
  expect(answersInWords({ how: 5, heard: 5.4 }, 'nl')).toBe('heard 5,4 · how 5')
  expect(answersInWords({ heard: 5.4 }, 'en')).toBe('heard 5.4')
})

it('leaves a voice that is not known here as it is kept', () => {
  expect(voiceInWords('youth', 'nl')).toBe('jongere')
  expect(voiceInWords('neighbour', 'nl')).toBe('neighbour')
})
