import { expect, test } from 'vitest'
import { addressOf, operationsOf } from './try-operations.ts'

const document = {
  paths: {
    '/api/me': { get: { summary: 'Who', security: [{ session: [] }] } },
    '/api/relations/{relation}/notes': {
      post: {
        summary: 'Write a note',
        security: [{ session: [] }, { token: ['relations:write'] }],
        parameters: [
          { name: 'relation', in: 'path' },
          { name: 'page', in: 'query' },
          { name: 'x-weerklank', in: 'header' },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                properties: { body: { type: 'string' }, kind: { enum: ['a', 'b'] }, more: { type: 'array' } },
                required: ['body', 'kind'],
              },
            },
          },
        },
      },
    },
  },
}

test('only what a token opens is offered, with a body to begin with', () => {
  expect(operationsOf(document)).toEqual([
    {
      ...{ id: 'post /api/relations/{relation}/notes', method: 'POST', scope: 'relations:write' },
      ...{ path: '/api/relations/{relation}/notes', summary: 'Write a note', mediaType: 'application/json' },
      places: [
        { name: 'relation', in: 'path' },
        { name: 'page', in: 'query' },
      ],
      body: '{\n  "body": "",\n  "kind": "a"\n}',
    },
  ])
})

test('places are filled in so that nothing leaves its own', () => {
  const [one] = operationsOf(document)
  if (one === undefined) throw new Error('There is one')
  expect(addressOf(one, { relation: '../x?y', page: '' })).toBe('/api/relations/..%2Fx%3Fy/notes')
  expect(addressOf(one, { relation: 'r1', page: 'a&b' })).toBe('/api/relations/r1/notes?page=a%26b')
})
