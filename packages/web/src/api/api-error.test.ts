import { expect, it } from 'vitest'
import { errorOfAnswer } from './api-error.ts'

it('takes code, words and fields from our own answers', () => {
  const error = errorOfAnswer(400, {
    error: { code: 'invalid-input', message: 'Nog niet alles klopt.', fields: { title: 'Vul in', odd: 3 } },
  })
  expect(error).toMatchObject({
    code: 'invalid-input',
    message: 'Nog niet alles klopt.',
    fields: { title: 'Vul in' },
  })
})

it.each([
  [401, 'not-signed-in'],
  [429, 'too-many'],
  [503, 'unavailable'],
  [500, 'internal'],
  [418, 'internal'],
])('knows an answer that is not ours by its status: %i is %s', (status, code) => {
  for (const body of [undefined, '<html>', { error: 'x' }, { error: { code: 'toString' } }]) {
    const error = errorOfAnswer(status, body)
    expect(error.code).toBe(code)
    expect(error.message).not.toBe('')
  }
})
