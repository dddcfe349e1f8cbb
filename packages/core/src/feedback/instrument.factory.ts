import type { Instrument } from './instrument.ts'

type Parts = {
  itemIds: readonly string[]
  scale: Instrument['scale']
  missingAtMost: number
  cutoff: number
  itemBelow: number
  dropAtLeast: number
  ceiling: Instrument['signals']['ceiling']
}

/** An instrument for tests: the contact check's numbers, wordless, with the parts that the test is about. */
export function buildInstrument(parts: Partial<Parts> = {}): Instrument {
  const { itemIds = ['heard', 'what', 'how', 'whole'], scale = { min: 0, max: 10, step: 0.1 } } = parts
  const { missingAtMost = 1, cutoff = 6.5, itemBelow = 6, dropAtLeast = 1 } = parts
  const words = (text: string) => ({ nl: { u: text, je: text }, en: text })
  const limit = (value: number) => ({ value, population: 'test', source: 'test', country: 'NL' })
  return {
    id: 'test',
    version: 1,
    name: { nl: 'Test', en: 'Test' },
    caution: words('Test'),
    scale,
    items: itemIds.map((id) => ({
      id,
      label: { nl: id, en: id },
      question: words(id),
      low: words('low'),
      high: words('high'),
    })),
    open: { question: words('open') },
    scoring: { method: 'mean', missingAtMost },
    signals: {
      cutoff: limit(cutoff),
      itemBelow: limit(itemBelow),
      dropAtLeast,
      ceiling: parts.ceiling ?? { from: 9.9, run: 3 },
    },
  }
}
