import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEntry, calendarFile } from './calendar-file.ts'

const entry: CalendarEntry = {
  uid: '019aa0d4-0000-7000-8000-000000000001@weerklank.example',
  sequence: 3,
  status: 'confirmed',
  from: '2026-10-25T00:30:00.000Z',
  to: '2026-10-25T02:00:00.000Z',
  madeAt: '2026-10-01T09:00:00.000Z',
  title: 'Open dialoog; rond Sem, en wie er was',
  place: 'Buurthuis \\ zaal 2',
  description: 'Regel één\nRegel twee 👩‍👩‍👧 en nog wat woorden die samen langer zijn dan één regel mag zijn',
  url: 'https://weerklank.example/g/abc',
}

function parse(file: string) {
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
  if (event === null) throw new Error('No appointment in the file')
  return new ICAL.Event(event)
}

test('a calendar reads back what was written, through the night in which the clock goes back', () => {
  const read = parse(calendarFile(entry))
  expect(read.uid).toBe(entry.uid)
  expect(read.sequence).toBe(3)
  expect(read.summary).toBe(entry.title)
  expect(read.location).toBe(entry.place)
  expect(read.description).toBe(entry.description)
  // 02:30 summer time to 03:00 winter time: an hour and a half, not half an hour.
  expect(read.startDate.toJSDate().toISOString()).toBe(entry.from)
  expect(read.endDate.toJSDate().toISOString()).toBe(entry.to)
})

test('what is called off says so, and what is not known has no line', () => {
  const file = calendarFile({ ...entry, status: 'cancelled', place: '', description: '', url: '' })
  expect(file).toContain('\r\nSTATUS:CANCELLED\r\n')
  expect(file).not.toMatch(/LOCATION|DESCRIPTION|URL/)
})

test('every line keeps to 75 octets, ends in CRLF, and no words of a person make a line of their own', () => {
  const words = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(words, words, words, (title, place, description) => {
      const file = calendarFile({ ...entry, title, place, description })
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of file.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(file.match(/^BEGIN:/gm)).toHaveLength(2)
      const clean = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
      expect(parse(file).summary ?? '').toBe(clean(title))
    }),
    { numRuns: 100 },
  )
})
