import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { Download, sendDownload } from './download.ts'

test('a file comes with its name, to keep and not to show', async () => {
  const app = new Hono()
  const file = new Download({ name: 'logboek-2026-11-19.csv', type: 'text/csv', text: '\uFEFFa;é\r\n' })
  app.get('/file', (c) => sendDownload(c, file))
  const response = await app.request('/file')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="logboek-2026-11-19.csv"')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toBe('\uFEFFa;é\r\n')
})

test.each(['', 'a b.csv', 'a"b', '../a', 'a\r\nb'])('%j is no name for a file', (name) => {
  expect(() => new Download({ name, type: 'text/csv', text: '' })).toThrow('Not a name for a file')
})
