import { expect, it } from 'vitest'
import { draftOf, licenceProblems } from './form-licence-draft.ts'

const good = { holder: 'Praktijk', number: 'L-1', validFrom: '', expiresOn: '2031-01-01', note: '' }

it.each([
  [{}, []],
  [{ holder: ' ' }, ['holder']],
  [{ number: '' }, ['number']],
  [{ expiresOn: '' }, ['expiresOn']],
  [{ validFrom: '2031-01-02' }, ['expiresOn']],
  [{ validFrom: '2031-01-01' }, []],
  [{ holder: '', number: '', expiresOn: '' }, ['holder', 'number', 'expiresOn']],
])('with %o the problems are %j', (change, problems) => {
  expect(licenceProblems({ ...good, ...change })).toEqual(problems)
})

it('begins with the name of the organisation', () => {
  expect(draftOf(null, 'De Linde').holder).toBe('De Linde')
})
