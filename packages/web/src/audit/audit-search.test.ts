import { expect, test } from 'vitest'
import { filterOf, isNarrowed, readAuditSearch } from './audit-search.ts'

const id = '01900000-0000-7000-8000-0000000000aa'

test('an address is read, and asked of the server under its names', () => {
  const search = readAuditSearch({
    ...{ van: '2026-11-01', tot: '2026-11-30', wie: id, over: 'feedback' },
    ...{ soort: 'R', waarom: 'emergency', samenwerking: id, mens: id },
  })
  expect(filterOf(search)).toEqual({
    ...{ from: '2026-11-01', until: '2026-11-30', actor: id, group: 'feedback' },
    ...{ kind: 'R', basis: 'emergency', relation: id, person: id },
  })
  expect(isNarrowed(search)).toBe(true)
})

test('what the server would refuse is left out', () => {
  const search = readAuditSearch({
    ...{ van: 'gisteren', tot: 20261130, wie: "' or 1=1", over: 'gossip' },
    ...{ soort: 'X', waarom: ['emergency'], samenwerking: '', mens: null },
  })
  expect(filterOf(search)).toEqual({})
  expect(isNarrowed(search)).toBe(false)
})
